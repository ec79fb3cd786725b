import Testing

@testable import Store

@Suite("RunSession: model")
struct RunSessionModelTests {
  private let store: ContactStore

  init() throws { store = try ContactStore() }

  private func model(_ version: Int) -> StoredModel {
    StoredModel(hash: "h\(version)", name: "demo", version: version, document: "{\"a\":1}")
  }

  @Test func theLastModelAdoptedIsCurrent() throws {
    #expect(try store.read { try $0.currentModel() } == nil)
    for version in 1...2 {
      try store.run(pipeline: "demo", startedAt: "2026-01-01") { try $0.adopt(model(version)) }
    }
    let current = try store.read { try $0.currentModel() }
    #expect(current?.hash == "h2" && current?.adoptedRun == 2)
    #expect(current?.document == "{\"a\":1}")
  }

  @Test func anUndoneRunLeavesTheModel() throws {
    try store.run(pipeline: "demo", startedAt: "2026-01-01", keeping: false) {
      try $0.adopt(model(1))
    }
    #expect(try store.read { try $0.currentModel() } == nil)
  }

  @Test func adoptingIsAChange() throws {
    try store.run(pipeline: "demo", startedAt: "2026-01-01") { session in
      try session.adopt(model(1))
      #expect(session.hasChanges)
    }
  }

  @Test func theLastSettingsCount() throws {
    #expect(try store.read { try $0.lastSettings() } == nil)
    try store.run(pipeline: "demo", startedAt: "2026-01-01") {
      try $0.keep(settings: "{\"at\":\"safe\"}")
    }
    try store.run(pipeline: "demo", startedAt: "2026-01-02") { _ in }
    #expect(try store.read { try $0.lastSettings() } == "{\"at\":\"safe\"}")
  }
}
