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
    try openedStore(store).read { reader in
      let left = try records(left, reader)
      let right = try records(right, reader)
      return try explanation(left, right, ExplainedStore(reader), reader)
    }
  }

  private func records(_ name: String, _ reader: StoreReader) throws -> [RecordID] {
    let records = try StoreName(name, reader, store: store).records(reader)
    guard !records.isEmpty else { throw StoreName.unknown(store) }
    return records
  }

  private func explanation(
    _ left: [RecordID], _ right: [RecordID], _ store: ExplainedStore, _ reader: StoreReader
  ) throws -> Explanation {
    var pairs: [Explanation.Pair] = []
    for one in left {
      for other in right where one != other {
        guard let waterfall = store.waterfall(one, other) else { continue }
        pairs.append(
          Explanation.Pair(
            left: try side(one, reader), right: try side(other, reader), waterfall: waterfall,
            encounter: store.encounter(one, other)))
      }
    }
    guard !pairs.isEmpty else {
      throw PipelineError.stopped(
        Phrase(
          de: "beide Namen meinen denselben Datensatz", en: "both names mean the same record"))
    }
    pairs.sort { $0.waterfall.totalInBits > $1.waterfall.totalInBits }
    try addWays(to: &pairs, left, right, reader)
    let decisions = try reader.decisions().filter { decision in
      decision.kind != .value && decision.records.count == 2
        && decision.records.allSatisfy { left.contains($0) || right.contains($0) }
    }
    return Explanation(
      pairs: pairs, model: store.modelTitle, cutInBits: store.cutInBits,
      contacts: try contacts(pairs[0], store, reader), decisions: decisions)
  }

  /// How records of one contact hang together over others.
  private func addWays(
    to pairs: inout [Explanation.Pair], _ left: [RecordID], _ right: [RecordID],
    _ reader: StoreReader
  ) throws {
    guard let contact = pairs[0].left.contact, pairs[0].isOneContact else { return }
    let scores = try reader.pairs(of: contact)
    for index in pairs.indices {
      let ends = (pairs[index].left.record, pairs[index].right.record)
      guard let path = ContactPath(from: ends.0, to: ends.1, over: scores) else { continue }
      pairs[index].way = try path.steps.map { step in
        Explanation.Step(side: try side(step.record, reader), weightInBits: step.weightInBits)
      }
    }
  }

  /// What all pairs between two contacts say together; nil for one contact.
  private func contacts(
    _ pair: Explanation.Pair, _ store: ExplainedStore, _ reader: StoreReader
  ) throws -> Explanation.Contacts? {
    guard !pair.isOneContact, let left = pair.left.contact, let right = pair.right.contact else {
      return nil
    }
    let lefts = try reader.members(of: left)
    let rights = try reader.members(of: right)
    return store.contacts(lefts, rights)
  }

  private func side(_ id: RecordID, _ reader: StoreReader) throws -> Explanation.Side {
    let record = try reader.record(id)
    return Explanation.Side(
      record: id, name: "\(record?.source ?? ""):\(record?.key ?? "")",
      file: record?.location.file ?? "", line: record?.location.line ?? 0,
      contact: try reader.contact(ofRecord: id))
  }
}
