import Testing

@testable import Store

@Suite("RunSession+Outputs")
struct RunSessionOutputsTests {
  @Test func filesOfEarlierRunsAreNamedOnce() throws {
    let store = try ContactStore()
    func write(_ names: [String], in folder: String = "/out") throws -> [String] {
      try store.run(pipeline: "p", startedAt: "2026-01-01") {
        try $0.setOutputs(names, in: folder)
      }
    }
    #expect(try write(["a.csv", "b.csv"]) == [])
    #expect(try write(["a.csv"], in: "/other") == [])
    #expect(try write(["b.csv", "c.csv"]) == ["a.csv"])
    #expect(try write(["b.csv", "c.csv"]) == [])
    #expect(try write([]) == ["b.csv", "c.csv"])
  }

  @Test func filesOfARunThatIsNotKeptAreNotNoted() throws {
    let store = try ContactStore()
    try store.run(pipeline: "p", startedAt: "2026-01-01", keeping: false) {
      _ = try $0.setOutputs(["a.csv"], in: "/out")
    }
    let former = try store.run(pipeline: "p", startedAt: "2026-01-01") {
      try $0.setOutputs([], in: "/out")
    }
    #expect(former == [])
  }
}
