internal import Foundation
internal import Records
internal import Store

/// Removes a person from a store and from the files that runs made of it, for good: no undo brings
/// back what was erased, and no import.
package struct Erase {
  private let store: String
  private let input: String?
  private let occasion: Occasion

  /// - Parameters:
  ///   - store: the store's file.
  ///   - input: the folder in which the pipeline's sources lie; nil: not known.
  ///   - author: who erases.
  ///   - reason: why; it is kept, so nothing of the person may stand in it.
  package init(store: String, input: String? = nil, author: String, reason: String) {
    self.store = store
    self.input = input
    occasion = Occasion(author: author, reason: reason)
  }

  /// Erases the contact of a name, whole: with all its records, and those merged into it.
  ///
  /// - Parameters:
  ///   - name: a contact's number, also a former one, or `SOURCE:KEY`.
  ///   - isDryRun: whether it is only counted what would go.
  /// - Throws: `PipelineError.stopped` when the name means nothing, or somebody already erased;
  ///   `StoreError`. Then nothing has changed.
  package func contact(_ name: String, isDryRun: Bool = false) throws -> ErasureOutcome {
    let startedAt = Self.now()
    _ = try openedStore(store).close()
    let lock =
      isDryRun
      ? nil : try StoreLock(store: store, startedAt: startedAt, work: "kontor erase")
    defer { withExtendedLifetime(lock) {} }
    let opened = try ContactStore(path: store, create: false, lock: lock)
    if !isDryRun { try opened.overwriteDeleted() }
    var outcome = try opened.run(
      pipeline: "kontor erase", startedAt: startedAt, occasion: occasion, keeping: !isDryRun
    ) { session in
      try erase(name, in: session, isDryRun: isDryRun)
    }
    if !isDryRun {
      // What waits for approval was proposed of a store that is another now.
      for file in [LinkCache.path(ofStore: store), HeldRun.file(ofStore: store)] { unlink(file) }
      outcome.isCompact = (try? opened.vacuum()) != nil && hasEmptyLog
    }
    try opened.close()
    return outcome
  }

  /// Whether nothing is left in the log: who reads the store all the while would keep it.
  private var hasEmptyLog: Bool {
    var status = stat()
    return stat(store + "-wal", &status) != 0 || status.st_size == 0
  }

  private func erase(
    _ name: String, in session: RunSession, isDryRun: Bool
  ) throws -> ErasureOutcome {
    let reader = session.reader
    var target = try ErasureTarget(name, reader, store: store)
    let aside = try target.rejectedRows()
    let others = try target.others()
    let history = try target.otherFollowUps(naming: target.ownEmails(shared: others.shared))
    target.add(history.own)
    var outcome = ErasureOutcome(
      contact: target.contact, run: isDryRun ? nil : session.id,
      places: try places(of: target, reader) + aside.map { place($0.raw.location) },
      mentions: try others.mentioning.map { try RecordPlace($0, reader) },
      mentioningRows: history.others.map { place($0.location) })
    try keepKeys(of: target, aside, shared: others.shared, in: session, isDryRun: isDryRun)
    let compared = try session.contactsCompared(with: target.recordIDs)
    outcome.counts = try session.erase(
      ErasedParts(
        contacts: target.contacts, records: target.recordIDs, followUps: target.followUps,
        rejectedRows: aside.map(\.id)))
    for contact in compared { try session.refreshStatus(of: contact) }
    try QuestionQueue.renew(in: session, touching: compared)
    outcome.copies = StoreCopy.all(ofStore: store, since: target.firstRun)
    outcome.outputs = try removeOutputs(in: session, isDryRun: isDryRun)
    session.finish(at: Self.now(), counts: session.changes)
    return outcome
  }

  /// Keeps by what the person is known again, and nothing else.
  private func keepKeys(
    of target: ErasureTarget, _ aside: [(id: Int64, source: String, raw: RawRecord)],
    shared: [String: Int], in session: RunSession, isDryRun: Bool
  ) throws {
    guard !isDryRun else { return }
    if let check = try session.reader.erasedKeys()["check"]?.first {
      guard try HashKey(ofStore: store)?.check == check else {
        throw ErasedPeople.keyIsMissing(store)
      }
    }
    let key = try HashKey.made(forStore: store)
    var people = target.traits.personHashes(key)
    for (record, past) in target.records {
      var own = PersonTraits(record.values, record.kind)
      for former in past { own.add(former.values, record.kind) }
      people += own.keyHashes(
        record.source, record.key, isNested: record.parentKey != nil, key)
    }
    for (table, rows) in target.followUps {
      people += try target.rows(table, rows).map { key.hash("key", $0.source, $0.key) }
    }
    people += aside.map { ErasedPeople.hash(of: $0.raw, of: $0.source, key) }
    var own = target.traits
    own.forget(Set(shared.keys))
    people += own.ownEmailHashes(key)
    var telling = target.traits
    // What many have says nothing of anybody.
    telling.forget(Set(shared.filter { $0.value > 1 }.keys))
    try session.add(erasedKeys: [key.check], kind: "check")
    try session.add(erasedKeys: people, kind: "person")
    try session.add(erasedKeys: telling.traitHashes(key), kind: "trait")
  }

  // MARK: Where the person still is

  private func places(
    of target: ErasureTarget, _ reader: StoreReader
  ) throws -> [ErasureOutcome.Place] {
    let records = try target.records.compactMap { record, _ -> ErasureOutcome.Place? in
      // What was withdrawn is in its file no more.
      try reader.state(ofRecord: record.id)?.isWithdrawn == true ? nil : place(record.location)
    }
    let rows = try FollowUp.allCases.flatMap { table in
      try target.rows(table, target.followUps[table] ?? []).map { place($0.location) }
    }
    return records + rows
  }

  private func place(_ location: Location) -> ErasureOutcome.Place {
    ErasureOutcome.Place(
      file: input.map { shownPath(inFolder($0, location.file)) } ?? location.file,
      line: location.line)
  }

  // MARK: Outputs

  /// The files that runs have written hold everybody: they go, and the next run writes them anew.
  private func removeOutputs(
    in session: RunSession, isDryRun: Bool
  ) throws -> [ErasureOutcome.Output] {
    var outputs: [ErasureOutcome.Output] = []
    for (folder, names) in try session.reader.outputs() {
      var gone: [String] = []
      for name in names {
        let path = inFolder(folder, name)
        let isThere = FileManager.default.fileExists(atPath: path)
        guard isThere else {
          gone.append(name)
          continue
        }
        let isGone = isDryRun || unlink(path) == 0
        if isGone { gone.append(name) }
        outputs.append(ErasureOutcome.Output(path: shownPath(path), isDeleted: isGone))
      }
      guard !isDryRun else { continue }
      // What a run left that died before its files took their names.
      try? FileManager.default.removeItem(atPath: inFolder(folder, OutputFolder.draftName))
      try session.forgetOutputs(gone, in: folder)
    }
    return outputs
  }

  // MARK: Rows that wait

  /// Lets a row in that was held because it resembles somebody erased.
  ///
  /// - Throws: `PipelineError.stopped` when no such row waits.
  package func allow(_ number: Int64) throws {
    let opened = try openedStore(store)
    try opened.run(pipeline: "kontor erase --allow", startedAt: Self.now(), occasion: occasion) {
      session in
      guard try session.allow(heldRow: number) else {
        throw PipelineError.stopped(
          Phrase(
            de: "\(store): keine Zeile \(number) wartet: kontor erase --list zählt sie auf",
            en: "\(store): no row \(number) waits: kontor erase --list lists them"))
      }
      session.finish(at: Self.now(), counts: session.changes)
    }
    try opened.close()
  }

  /// The time, for the list of runs alone.
  private static func now() -> String { Date().ISO8601Format() }
}
