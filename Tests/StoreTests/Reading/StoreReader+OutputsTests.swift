import Records
import Testing

@testable import Store

@Suite("StoreReader: outputs")
struct StoreReaderOutputsTests {
  @Test func outputsAreListedByFolder() throws {
    let store = try ContactStore()
    try store.run(pipeline: "test", startedAt: "") { session in
      _ = try session.setOutputs(["b.csv", "a.csv"], in: "/two")
      _ = try session.setOutputs(["c.csv"], in: "/one")
    }
    try store.read { reader throws in
      let outputs = try reader.outputs()
      #expect(outputs.map(\.folder) == ["/one", "/two"])
      #expect(outputs.map(\.names) == [["c.csv"], ["a.csv", "b.csv"]])
    }
  }

  @Test func contradictionsAreCounted() throws {
    let store = try ContactStore()
    func contradictions() throws -> [String: Int] { try store.read { try $0.contradictions() } }
    #expect(try contradictions().isEmpty)
    try store.load([sampleRecord("1")])
    #expect(try contradictions() == ["live-records-without-contact": 1])
    try store.run(pipeline: "test", startedAt: "") { session in
      let records = try session.reader.records([1])
      _ = try session.save(sampleContact(session.newContactID(), of: records), status: .single)
    }
    #expect(try contradictions().isEmpty)
    try store.run(pipeline: "test", startedAt: "") { try $0.withdraw(1) }
    #expect(try contradictions() == ["withdrawn-records-in-contacts": 1])
  }
}
