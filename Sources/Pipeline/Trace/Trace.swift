internal import Foundation
package import Records
internal import Store

/// Gathers all that a store holds about somebody: for the right of access (GDPR Art. 15).
package struct Trace {
  private let store: String
  private let input: String?

  /// - Parameters:
  ///   - store: the store's file.
  ///   - input: the folder in which the pipeline's sources lie; nil: not known.
  package init(store: String, input: String? = nil) {
    self.store = store
    self.input = input
  }

  /// All that is held about the contact of a name, with its sources.
  ///
  /// - Parameter name: a contact's number, also a former one, or `SOURCE:KEY`.
  /// - Throws: `PipelineError.stopped` when the name means nothing, or somebody erased.
  package func contact(_ name: String) throws -> TracedContact {
    let opened = try openedStore(store)
    let traced = try opened.read { try contact(name, $0) }
    try opened.close()
    return traced
  }

  /// Writes a contact's page and its data into a folder, for their owner alone; files are named by
  /// the contact's number.
  ///
  /// - Returns: the files.
  /// - Throws: `PipelineError.stopped` when they can't be written.
  package static func write(
    _ traced: TracedContact, to folder: String, on day: String, _ language: Language
  ) throws -> [String] {
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let texts = [
      ("html", traced.page(language, on: day)), ("json", traced.json(language, on: day)),
    ]
    return try texts.map { ending, text in
      let path = inFolder(folder, "contact-\(traced.contact.id).\(ending)")
      let draft = path + ".new"
      unlink(draft)
      let isWritten = FileManager.default.createFile(
        atPath: draft, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
      guard isWritten, rename(draft, path) == 0 else {
        unlink(draft)
        throw PipelineError.stopped(
          Phrase(de: "\(path): nicht zu schreiben", en: "\(path): can't be written"))
      }
      return path
    }
  }

  // MARK: Gathering

  private func contact(_ name: String, _ reader: StoreReader) throws -> TracedContact {
    var target = try ErasureTarget(name, reader, store: store)
    let others = try target.others()
    let history = try target.otherFollowUps(naming: target.ownEmails(shared: others.shared))
    target.add(history.own)
    var traced = TracedContact(
      contact: try Show(store: store).contact("\(target.contact)", reader),
      mentions: try others.mentioning.map { try RecordPlace($0, reader) })
    traced.histories = try target.contacts.map {
      try History(store: store).contact("\($0)", reader)
    }
    traced.records = try target.records.map { record, past in
      TracedContact.Held(
        place: try place(record.id, reader), kind: record.kind, values: record.values,
        raw: try reader.rawRecord(record.id),
        past: try past.map { former in
          TracedContact.Former(
            run: try reader.run(former.run).map(ListedRun.init) ?? ListedRun(unknown: former.run),
            change: former.change, values: former.values, raw: former.raw)
        })
    }
    traced.contact.activities = try target.rows(.activities, target.followUps[.activities] ?? [])
    traced.contact.opportunities = try target.rows(
      .opportunities, target.followUps[.opportunities] ?? [])
    traced.contact.decisions = try decisions(target, reader)
    traced.contact.relations = try traced.contact.relations.map { tie in
      // Who else is a person has a right of her or his own (Art. 15 (4)).
      var tie = tie
      if try reader.row(of: tie.other)?.kind != .organization { tie.name = "" }
      return tie
    }
    traced.questions = try reader.questions(of: target.contact).map { question in
      TracedContact.Asked(
        left: try RecordPlace(question.left, reader).name,
        right: try RecordPlace(question.right, reader).name,
        isAnswered: question.decision != nil)
    }
    traced.aside = try target.rejectedRows().map(\.raw)
    traced.mentioningRows = history.others.map(\.location)
    traced.outputs = try reader.outputs().flatMap { folder, names in
      names.map { inFolder(folder, $0) }.filter { FileManager.default.fileExists(atPath: $0) }
        .map(shownPath)
    }
    traced.copies = StoreCopy.all(ofStore: store, since: target.firstRun)
    return traced
  }

  private func place(_ record: RecordID, _ reader: StoreReader) throws -> RecordPlace {
    var place = try RecordPlace(record, reader)
    if let input { place.file = shownPath(inFolder(input, place.file)) }
    return place
  }

  /// Those that were taken back, too.
  private func decisions(
    _ target: ErasureTarget, _ reader: StoreReader
  ) throws -> [StoredDecision] {
    var found: [Int64: StoredDecision] = [:]
    for record in target.recordIDs {
      for decision in try reader.decisions(ofRecord: record, includingWithdrawn: true) {
        found[decision.id] = decision
      }
    }
    return found.values.sorted { $0.id < $1.id }
  }
}
