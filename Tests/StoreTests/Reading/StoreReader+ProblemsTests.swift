import Records
import Testing

@testable import Store

@Suite("StoreReader: problems")
struct StoreReaderProblemsTests {
  private func problem(_ code: String, line: Int) -> Problem {
    Problem(
      code: code, location: Location(file: "erp.csv", line: line, ordinal: line - 1),
      action: .kept, message: Phrase(de: "Zeile \(line)", en: "line \(line)"))
  }

  @Test func problemsAreCountedWithTheirFirstPlaces() throws {
    let store = try ContactStore()
    try store.run(pipeline: "test", startedAt: "2026-01-01") { session throws in
      let source = try session.register(StoredSource(name: "erp"))
      let file = try session.beginFile("erp.csv", of: source, stamp: stamp)
      for line in [9, 4, 7, 5, 8] { try session.add(problem("a", line: line), file: file) }
      try session.add(problem("b", line: 2), file: file)
      try session.add(problem("a", line: 3), file: nil)
      _ = try session.endFile(file, recordCount: 0)
    }
    let counts = try store.read { try $0.problemCounts(places: 2) }
    #expect(counts.map(\.code) == ["a", "a", "b"])
    #expect(Set(counts.map(\.count)) == [5, 1])
    let most = try #require(counts.first { $0.count == 5 })
    #expect(most.places.map(\.line) == [4, 5])
    #expect(most.message.english == "line 4")
    // Read again, it tells nothing.
    try store.load([])
    #expect(try store.read { try $0.problemCounts(places: 2) }.map(\.count) == [1])
  }
}
