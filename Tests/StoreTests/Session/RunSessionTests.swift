import Records
import Testing

@testable import Store

@Suite("RunSession")
struct RunSessionTests {
  private let store: ContactStore

  init() throws { store = try ContactStore() }

  @Test func runsAreListedNewestFirstWithWhatTheyReport() throws {
    try store.run(pipeline: "demo", startedAt: "2026-01-01T10:00:00Z") { session in
      session.finish(at: "2026-01-01T10:00:05Z", counts: ["records": 3, "\"odd\"\n": 1])
    }
    try store.run(pipeline: "weekly", startedAt: "2026-01-02T10:00:00Z") { _ in }
    let runs = try store.read { try $0.runs() }
    #expect(runs.map(\.id) == [2, 1])
    #expect(runs.map(\.pipeline) == ["weekly", "demo"])
    #expect(runs.map(\.finishedAt) == ["2026-01-02T10:00:00Z", "2026-01-01T10:00:05Z"])
    #expect(runs.last?.counts == ["records": 3, "\"odd\"\n": 1])
    #expect(try store.read { try $0.runs(limit: 1) }.count == 1)
  }

  @Test func aDiscardedRunWasNever() throws {
    let answer = try store.run(pipeline: "test", startedAt: "2026-01-01") { session in
      try session.load([sampleRecord("1")])
      session.discard()
      return 42
    }
    #expect(answer == 42)
    #expect(try store.read { try $0.runs() } == [])
    #expect(try store.read { try $0.counts() }["records"] == 0)
  }

  @Test func theFirstRunMakesItsIndexesAtTheEnd() throws {
    func indexes() throws -> [String] {
      try store.read { reader in
        var names: [String] = []
        try reader.connection.statement("SELECT name FROM sqlite_master WHERE type = 'index'")
          .forEach { names.append($0.text(0)) }
        return names.sorted()
      }
    }
    let before = try indexes()
    try store.run(pipeline: "test", startedAt: "2026-01-01") { #expect($0.isFirst) }
    #expect(try indexes() == before)
    try store.run(pipeline: "test", startedAt: "2026-01-02") { #expect(!$0.isFirst) }
  }

  @Test func aPhraseIsStoredOnce() throws {
    try store.run(pipeline: "test", startedAt: "2026-01-01") { session in
      let one = try session.phraseID(Phrase(de: "eins", en: "one"))
      let other = try session.phraseID(Phrase(de: "eins", en: "uno"))
      session.phrases = [:]
      #expect(try session.phraseID(Phrase(de: "eins", en: "one")) == one)
      #expect(other != one)
    }
  }
}
