import Records
import Testing

@testable import Store

@Suite("StoreReader")
struct StoreReaderTests {
  @Test func anEmptyStoreAnswersEverything() throws {
    try ContactStore().read { reader throws in
      #expect(try reader.counts().values.allSatisfy { $0 == 0 })
      #expect(try reader.runs() == [])
      #expect(try reader.sources().isEmpty)
      #expect(try reader.contact(1) == nil)
      #expect(try reader.resolve(1) == nil)
      #expect(try reader.record(1) == nil)
      #expect(try reader.rawRecord(1) == nil)
      #expect(try reader.search("x") == [])
      #expect(try reader.contacts(limit: 10) == [])
      #expect(try reader.relations() == [])
      #expect(try reader.digest() == String(repeating: "0", count: 32))
    }
  }

  @Test func namesReadEarlierInARunDoNotHideNewOnes() throws {
    let store = try ContactStore()
    try store.run(pipeline: "test", startedAt: "2026-01-01") { session throws in
      for name in ["a", "b"] {
        let put = try session.load([sampleRecord("1")], path: "\(name).csv", source: name)
        let id = try #require(put.first).id
        let record = try #require(try session.reader.record(id))
        #expect(record.source == name)
        #expect(record.location.file == "\(name).csv")
      }
    }
  }

  @Test func damagedJSONStopsWithTheFileNamed() throws {
    let workspace = try Workspace()
    let store = try workspace.store()
    try store.load([sampleRecord("1")])
    try store.run(pipeline: "test", startedAt: "2026-01-02") { session in
      try session.connection.execute("UPDATE record_fields SET fields = '[{\"a\":\"geheim\"}]'")
    }
    #expect(throws: StoreError.damaged(path: workspace.path(), what: "JSON")) {
      try store.read { try $0.forEachRecord { _ in } }
    }
  }
}
