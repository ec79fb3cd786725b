internal import Records
internal import Store

/// What happened to contacts and records from one run on.
struct PastSince {
  let run: RunID
  /// Of each contact, oldest first.
  private(set) var events: [ContactID: [ContactEvent]] = [:]
  /// Of each record that was there before, oldest first.
  private(set) var changes: [RecordID: [RecordChange]] = [:]
  /// The run that made each record.
  let made: [RecordID: RunID]
  private let reader: StoreReader

  init(_ run: RunID, _ reader: StoreReader) throws {
    self.run = run
    self.reader = reader
    made = try reader.recordsMade(since: run)
    var events: [ContactID: [ContactEvent]] = [:]
    try reader.forEachEvent(since: run) { events[$0.contact, default: []].append($0) }
    self.events = events
    for change in try reader.recordChanges(since: run) {
      changes[change.record, default: []].append(change)
    }
  }

  /// The contact as it is now; nil when it is no more.
  func now(_ contact: ContactID) throws -> Contact? {
    guard let stored = try reader.contact(contact), stored.retiredRun == nil else { return nil }
    return stored.contact
  }

  /// The contact after one of its events; nil when it was no more.
  func after(_ place: Int, of contact: ContactID) throws -> Contact? {
    let own = events[contact] ?? []
    guard place + 1 < own.count else { return try now(contact) }
    return own[place + 1].before.flatMap { $0.records.isEmpty ? nil : $0 }
  }

  /// The records that an event gave to its contact or took from it, or left with it.
  func records(_ place: Int, of contact: ContactID) throws -> Set<RecordID> {
    let before = events[contact]?[place].before?.records ?? []
    return Set(before).union(try after(place, of: contact)?.records ?? [])
  }

  /// Whether the contact is now what a run left; what later runs did and undid again counts for
  /// nothing.
  func isAsLeft(by run: RunID, contact: ContactID) throws -> Bool {
    let own = events[contact] ?? []
    guard let last = own.lastIndex(where: { $0.run == run }), last + 1 < own.count else {
      return true
    }
    return try isSame(after(last, of: contact), now(contact))
  }

  /// Whether the record is now what a run left.
  func isAsLeft(by run: RunID, record: RecordID) throws -> Bool {
    let next = changes[record]?.first { $0.run > run }
    return try next == nil || next?.before == reader.state(ofRecord: record)
  }

  private func isSame(_ one: Contact?, _ other: Contact?) -> Bool {
    guard let one, let other else { return (one == nil) == (other == nil) }
    return one.kind == other.kind && one.records == other.records && one.values == other.values
      && one.permissions == other.permissions
  }
}
