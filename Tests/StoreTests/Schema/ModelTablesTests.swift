import Testing

@testable import Store

@Suite struct ModelTablesTests {
  @Test func aDocumentThatIsNoJSONIsRefused() throws {
    let store = try ContactStore()
    #expect(throws: StoreError.self) {
      try store.run(pipeline: "demo", startedAt: "2026-01-01") {
        try $0.adopt(StoredModel(hash: "h", name: "n", version: 1, document: "no JSON"))
      }
    }
  }
}
