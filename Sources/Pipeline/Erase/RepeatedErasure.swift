internal import Foundation
internal import Records
internal import Store

/// Erases in an older copy of a store whom the store itself has erased since: a restore brings nobody
/// back.
struct RepeatedErasure {
  /// The present store's file.
  let store: String

  /// - Parameters:
  ///   - copy: as it was when the backup was made.
  ///   - time: ISO 8601.
  /// - Returns: how many contacts were erased, whole or in part.
  /// - Throws: `PipelineError.stopped` when the key of those erased is missing.
  func perform(in copy: ContactStore, at time: String) throws -> Int {
    guard let (people, keys, occasion) = try present(), !people.isEmpty else { return 0 }
    try copy.overwriteDeleted()
    let count = try copy.run(
      pipeline: "kontor erase", startedAt: time, occasion: occasion
    ) { session in
      let known = try Set(session.reader.erasedKeys().values.joined())
      for (kind, hashes) in keys.sorted(by: { $0.key < $1.key }) {
        try session.add(erasedKeys: hashes.filter { !known.contains($0) }, kind: kind)
      }
      let count = try erase(people, in: session)
      session.finish(at: time, counts: session.changes)
      return count
    }
    try copy.vacuum()
    return count
  }

  /// Who was erased, as the present store knows it; nil when there is none, or none that can be read.
  private func present() throws -> (ErasedPeople, [String: [String]], Occasion)? {
    guard FileManager.default.fileExists(atPath: store) else { return nil }
    do {
      let opened = try ContactStore(path: store, create: false)
      defer { try? opened.close() }
      return try opened.read { reader in
        let run = try reader.erasedContacts().map(\.run).max().flatMap { try reader.run($0) }
        return (
          try ErasedPeople(ofStore: store, reader), try reader.erasedKeys(),
          run?.occasion ?? Occasion()
        )
      }
    } catch is StoreError {
      // A store that can't be read is what a backup is for.
      return nil
    }
  }

  private func erase(_ people: ErasedPeople, in session: RunSession) throws -> Int {
    let reader = session.reader
    var erased: Set<RecordID> = []
    for id in try reader.recordsByKey() {
      guard let record = try reader.record(id) else { continue }
      if people.verdict(on: record, isKnown: { true }) == .erased { erased.insert(id) }
    }
    var homes: Set<ContactID> = []
    for record in erased {
      let home = try reader.contact(ofRecord: record) ?? reader.formerContact(ofRecord: record)
      if let home { homes.insert(home) }
    }
    for home in homes.sorted() { try erase(erased, from: home, in: session) }
    try eraseRows(people, in: session)
    try QuestionQueue.renew(in: session)
    return homes.count
  }

  /// The contact whole; or, when somebody else's records are in it, as it is without hers or his.
  private func erase(
    _ erased: Set<RecordID>, from home: ContactID, in session: RunSession
  ) throws {
    let target = try ErasureTarget(home, session.reader)
    let own = target.recordIDs.filter(erased.contains)
    let isWhole = own.count == target.records.count
    let compared = try session.contactsCompared(with: own)
    if !isWhole, let stored = try session.reader.contact(home), stored.retiredRun == nil {
      _ = try session.save(stored.contact.without(erased), status: stored.status)
    }
    _ = try session.erase(
      ErasedParts(
        contacts: isWhole ? target.contacts : [], records: own,
        followUps: isWhole ? target.followUps : [:],
        rejectedRows: isWhole ? try target.rejectedRows().map(\.id) : []))
    for contact in compared where try session.reader.erasure(of: contact) == nil {
      try session.refreshStatus(of: contact)
    }
  }
  /// Rows of history and rows set aside that went with somebody, whatever they hang on here.
  private func eraseRows(_ people: ErasedPeople, in session: RunSession) throws {
    var rows: [FollowUp: [Int64]] = [:]
    for table in FollowUp.allCases {
      try session.reader.forEachFollowUp(table) { id, row in
        if people.isErased(row, linkedBy: nil, isKnown: { true }) {
          rows[table, default: []].append(id)
        }
      }
    }
    let aside = try session.reader.allRejectedRows().filter { id in
      try session.reader.rejectedRow(id).map { people.isErased($0.raw, of: $0.source) } ?? false
    }
    _ = try session.erase(ErasedParts(contacts: [], followUps: rows, rejectedRows: aside))
  }
}
