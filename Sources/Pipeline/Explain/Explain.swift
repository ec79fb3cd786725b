internal import Foundation
internal import Linkage
internal import Records
internal import Store

/// Says why two records are, or are not, one contact.
package struct Explain {
  private let store: String

  /// - Parameter store: the store's file.
  package init(store: String) { self.store = store }

  /// Compares what two names stand for, as the run that filled the store compared it.
  ///
  /// - Parameters: left, right: a contact's number, or `SOURCE:KEY`.
  /// - Throws: `PipelineError.stopped` when one of them names nothing, `StoreError`.
  package func explanation(of left: String, and right: String) throws -> Explanation {
    guard FileManager.default.fileExists(atPath: store) else {
      throw PipelineError.unreadable(
        path: store, reason: Phrase(de: "es gibt keinen solchen Bestand", en: "no such store"))
    }
    return try ContactStore(path: store, create: false).read { reader in
      let left = try records(left, reader)
      let right = try records(right, reader)
      var numberings: [String: String] = [:]
      for (_, source) in try reader.sources() { numberings[source.name] = source.numbering }
      let matching = try MatchStage(
        numberings: numberings, options: LinkOptions(at: .safe), model: .shipped,
        progress: Progress(mode: .silent, language: .english)
      ).perform(on: reader)
      return try explanation(left, right, matching, reader)
    }
  }

  private func records(_ name: String, _ reader: StoreReader) throws -> [RecordID] {
    if let number = ContactID(name), let contact = try reader.resolve(number) {
      return try reader.members(of: contact)
    }
    if let colon = name.firstIndex(of: ":") {
      let source = String(name[..<colon])
      let key = String(name[name.index(after: colon)...])
      if let record = try reader.recordID(source: source, key: key) { return [record] }
    }
    throw PipelineError.stopped(
      Phrase(
        de: "\(store): nichts heißt so: nennen Sie eine Kontaktnummer aus contacts.csv oder "
          + "QUELLE:SCHLÜSSEL aus crossref.csv",
        en: "\(store): nothing has this name: give a contact id from contacts.csv or "
          + "SOURCE:KEY from crossref.csv"))
  }

  private func explanation(
    _ left: [RecordID], _ right: [RecordID], _ matching: Matching, _ reader: StoreReader
  ) throws -> Explanation {
    var index: [RecordID: Int] = [:]
    for (place, record) in matching.records.enumerated() { index[record] = place }
    let explainer = Linker(model: matching.linkage.model).explainer(for: matching.columns)
    var pairs: [Explanation.Pair] = []
    for one in left {
      for other in right where one != other {
        guard let first = index[one], let second = index[other] else { continue }
        pairs.append(
          Explanation.Pair(
            left: try side(one, reader), right: try side(other, reader),
            waterfall: explainer.waterfall(first, second)))
      }
    }
    guard !pairs.isEmpty else {
      throw PipelineError.stopped(
        Phrase(
          de: "beide Namen meinen denselben Datensatz", en: "both names mean the same record"))
    }
    pairs.sort { $0.waterfall.totalInBits > $1.waterfall.totalInBits }
    return Explanation(pairs: pairs)
  }

  private func side(_ id: RecordID, _ reader: StoreReader) throws -> Explanation.Side {
    let record = try reader.record(id)
    return Explanation.Side(
      name: "\(record?.source ?? ""):\(record?.key ?? "")", file: record?.location.file ?? "",
      line: record?.location.line ?? 0, contact: try reader.contact(ofRecord: id))
  }
}
