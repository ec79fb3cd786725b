import Records
import Testing

@testable import Store

@Suite("StoreReader: members")
struct StoreReaderMembersTests {
  @Test func onlyContactsOfSeveralRecordsAreGiven() throws {
    let store = try ContactStore()
    var records = ["1", "2", "3"].map { sampleRecord($0) }
    try store.run(pipeline: "demo", startedAt: "2026-01-01") { session in
      for (place, result) in try session.load(records).enumerated() {
        records[place].id = result.id
      }
      let pair = sampleContact(try session.newContactID(), of: [records[0], records[2]])
      _ = try session.save(pair, status: .merged)
      let single = sampleContact(try session.newContactID(), of: [records[1]])
      _ = try session.save(single, status: .single)
    }
    let numbers = records.map(\.id)
    #expect(try store.read { try $0.contactMembers() } == [[numbers[0], numbers[2]]])
  }

  @Test func hashesAreThoseOfSourceAndKey() throws {
    let store = try ContactStore()
    let other = try ContactStore()
    try store.run(pipeline: "demo", startedAt: "2026-01-01") {
      _ = try $0.load([sampleRecord("1"), sampleRecord("2")])
    }
    try other.run(pipeline: "demo", startedAt: "2026-01-01") {
      _ = try $0.load([sampleRecord("2"), sampleRecord("1")])
    }
    let one = try store.read { try $0.recordHashes() }
    let two = try other.read { try $0.recordHashes() }
    #expect(Set(one.values) == Set(two.values) && Set(one.values).count == 2)
  }
}
