import Records
import Testing

@testable import Store

@Suite("StoreReader: records")
struct StoreReaderRecordsTests {
  @Test func recordsComeInTheOrderAskedFor() throws {
    let store = try ContactStore()
    try store.load((1...3).map { sampleRecord("\($0)", line: $0 + 1) })
    #expect(try store.read { try $0.records([3, 1, 99, 2, 1]) }.map(\.id) == [3, 1, 2, 1])
  }

  @Test func bodyMayReadWhileRecordsAreStreamed() throws {
    let store = try ContactStore()
    try store.load((1...3).map { sampleRecord("\($0)", line: $0 + 1) })
    try store.read { reader in
      var keys: [String] = []
      try reader.forEachRecord { record throws in
        #expect(try reader.record(4 - record.id) != nil)
        #expect(try reader.rawRecord(record.id)?.values.first?.text == record.key)
        keys.append(record.key)
      }
      #expect(keys == ["1", "2", "3"])
    }
  }

  @Test func aBodyThatThrowsEndsTheStreamAndItCanBeginAgain() throws {
    struct Stop: Error {}
    let store = try ContactStore()
    try store.load((1...3).map { sampleRecord("\($0)", line: $0 + 1) })
    try store.read { reader in
      #expect(throws: Stop.self) { try reader.forEachRecord { _ in throw Stop() } }
      var count = 0
      try reader.forEachRecord { _ in count += 1 }
      #expect(count == 3)
    }
  }

  @Test func objectionsAreThoseOfLiveAndWithdrawnRecords() throws {
    func consent(_ key: String, _ state: Consent.State) -> Record {
      var record = sampleRecord(key, line: 2)
      record.values = [
        FieldValue(.consent, .consent(Consent(channel: .email, state: state)), raw: "")
      ]
      return record
    }
    let store = try ContactStore()
    try store.load([consent("1", .denied), consent("2", .granted), consent("3", .denied)])
    try store.load([consent("1", .denied), consent("2", .granted)])
    try store.read { reader in
      var found: [String: Bool] = [:]
      try reader.forEachObjection { record, isWithdrawn in found[record.key] = isWithdrawn }
      #expect(found == ["1": false, "3": true])
    }
  }
}
