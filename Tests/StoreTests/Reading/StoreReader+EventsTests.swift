import Records
import Testing

@testable import Store

@Suite("StoreReader: events")
struct StoreReaderEventsTests {
  /// Three runs: two contacts, then one of them changed, then the other retired.
  private func filled() throws -> ContactStore {
    let store = try ContactStore()
    let records = try store.load([sampleRecord("1"), sampleRecord("2", line: 3)])
    func run(_ body: (RunSession) throws -> Void) throws {
      try store.run(pipeline: "test", startedAt: "") { try body($0) }
    }
    try run { session in
      for record in try session.reader.records(records.map(\.id)) {
        _ = try session.save(
          sampleContact(session.newContactID(), of: [record]), status: .single)
      }
    }
    try run { session in
      var contact = try #require(try session.reader.contact(1)?.contact)
      contact.values.removeLast()
      _ = try session.save(contact, status: .single)
    }
    try run { try $0.retire(2, mergedInto: nil) }
    return store
  }

  @Test func eventsOfLaterRunsAreFoundWithoutAnIndex() throws {
    try filled().read { reader throws in
      for (run, kinds) in [
        (0, "created created changed withdrawn"), (2, "created created changed withdrawn"),
        (3, "changed withdrawn"), (4, "withdrawn"), (5, ""),
      ] {
        var found: [String] = []
        try reader.forEachEvent(since: RunID(run)) { found.append($0.kind.rawValue) }
        #expect(found.joined(separator: " ") == kinds)
      }
    }
  }

  @Test func eventKeepsTheContactAsItWas() throws {
    try filled().read { reader throws in
      let events = try reader.events(of: 1)
      #expect(events.map(\.kind) == [.created, .changed])
      #expect(events[0].before == nil)
      #expect(events[1].before?.values.count == 2)
      #expect(try reader.event(events[1].id)?.contact == 1)
      #expect(try reader.event(99) == nil)
    }
  }

  @Test func recordsAreCountedByWhatBecameOfThem() throws {
    let store = try ContactStore()
    try store.load([sampleRecord("1"), sampleRecord("2", line: 3)])
    try store.load([sampleRecord("1", family: "Meier", contentHash: 8)])
    try store.read { reader throws in
      #expect(try reader.recordChangeCounts(in: 1...1) == ["new": 2])
      #expect(try reader.recordChangeCounts(in: 2...2) == ["changed": 1, "withdrawn": 1])
      #expect(
        try reader.recordChangeCounts(in: 1...2) == ["new": 2, "changed": 1, "withdrawn": 1])
    }
  }

  @Test func placesOfWithdrawnRecordsAreKnown() throws {
    let store = try ContactStore()
    try store.load([sampleRecord("1"), sampleRecord("2", line: 3)])
    try store.load([sampleRecord("1")])
    try store.read { reader throws in
      let place = try #require(try reader.place(ofRecord: 2))
      #expect(place.source == "erp" && place.key == "2" && place.location.line == 3)
      #expect(place.isWithdrawn)
      #expect(try reader.place(ofRecord: 9) == nil)
    }
  }

  @Test func relationsComeAndGo() throws {
    let store = try filled()
    try store.run(pipeline: "test", startedAt: "") {
      _ = try $0.setRelations([Relation(.household, left: 1, right: 2)])
    }
    try store.run(pipeline: "test", startedAt: "") { _ = try $0.setRelations([]) }
    try store.read { reader throws in
      #expect(try reader.relationChanges(of: 1).map(\.isAdded) == [true, false])
      #expect(try reader.relationChanges(of: 3).isEmpty)
      #expect(try reader.relationChanges(since: 6).map(\.isAdded) == [false])
    }
  }
}
