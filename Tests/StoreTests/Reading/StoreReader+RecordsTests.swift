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
}
