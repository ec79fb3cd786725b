import Records
import Testing

@testable import Store

@Suite("StoreReader: pairs and events")
struct StoreReaderLinksTests {
  @Test func pairsOfAContactAreThoseBetweenItsMembers() throws {
    let store = try ContactStore()
    try store.run(pipeline: "test", startedAt: "2026-01-01") { session throws in
      var records = (1...3).map { sampleRecord("\($0)", line: $0 + 1) }
      for (index, result) in try session.load(records).enumerated() {
        records[index].id = result.id
      }
      _ = try session.save(sampleContact(1, of: Array(records[0...1])), status: .merged)
      let inside = PairScore(left: 1, right: 2, weightInBits: 9, status: .merged, steps: [])
      try session.save(inside)
      try session.save(PairScore(left: 2, right: 3, weightInBits: 1, status: .review, steps: []))
      #expect(try session.reader.pairs(of: 1) == [inside])
    }
  }

  @Test func theBeforeImageOfAChangeIsTheWholeContact() throws {
    let store = try ContactStore()
    var record = sampleRecord("1")
    record.id = 1
    try store.load([record])
    let first = sampleContact(1, of: [record])
    var second = first
    second.values.removeLast()
    try store.run(pipeline: "test", startedAt: "2026-01-02") {
      _ = try $0.save(first, status: .single)
    }
    try store.run(pipeline: "test", startedAt: "2026-01-03") {
      _ = try $0.save(second, status: .single)
    }
    let events = try store.read { try $0.events(of: 1) }
    #expect(events.map(\.kind) == [.created, .changed])
    #expect(events.map(\.run) == [2, 3])
    #expect(events.first?.before == nil)
    #expect(events.last?.before?.values == first.values)
    #expect(events.last?.before?.permissions == first.permissions)
    #expect(events.last?.before?.records == [1])
  }
}
