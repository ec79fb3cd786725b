import Records
import Testing

@testable import Store

@Suite("StoreReader: contacts")
struct StoreReaderContactsTests {
  private let store: ContactStore

  /// Four records: the first two one contact, the third another, the fourth in none.
  init() throws {
    store = try ContactStore()
    try store.run(pipeline: "test", startedAt: "2026-01-01") { session in
      var records = (1...4).map { sampleRecord("\($0)", line: $0 + 1) }
      for (index, result) in try session.load(records).enumerated() {
        records[index].id = result.id
      }
      _ = try session.save(sampleContact(1, of: Array(records[0...1])), status: .merged)
      _ = try session.save(sampleContact(2, of: [records[2]]), status: .review)
    }
  }

  @Test func recordsComeBySourceAndKey() throws {
    #expect(try store.read { try $0.recordsByKey() } == [1, 2, 3, 4])
  }

  @Test func contactsAreFoundByRecordAndBySourceKey() throws {
    try store.read { reader throws in
      #expect(try reader.contact(ofRecord: 2) == 1)
      #expect(try reader.contact(ofRecord: 4) == nil)
      #expect(try reader.contact(source: "erp", key: "3") == 2)
      #expect(try reader.contact(source: "crm", key: "3") == nil)
      #expect(try reader.members(of: 1) == [1, 2])
      #expect(try reader.contactsOfRecords().map(\.record) == [1, 2, 3])
    }
  }

  @Test func aChainOfMergesIsFollowedToItsEnd() throws {
    try store.run(pipeline: "test", startedAt: "2026-01-02") { session in
      let record = try #require(try session.reader.record(4))
      _ = try session.save(sampleContact(3, of: [record]), status: .single)
      try session.retire(3, mergedInto: 2)
      try session.retire(2, mergedInto: 1)
    }
    #expect(try store.read { try $0.resolve(3) } == 1)
  }

  @Test func aRingOfMergesEnds() throws {
    try store.run(pipeline: "test", startedAt: "2026-01-02") { session in
      try session.connection.execute(
        "UPDATE contacts SET retired_run = 1, merged_into = 3 - id")
    }
    #expect(try store.read { try $0.resolve(1) } == nil)
  }
}
