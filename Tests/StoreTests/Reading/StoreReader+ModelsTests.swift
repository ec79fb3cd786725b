import Testing

@testable import Store

@Suite("StoreReader: models")
struct StoreReaderModelsTests {
  @Test func aDocumentComesBackAsItWas() throws {
    let store = try ContactStore()
    let document = "{\"name\":\"Müller & \\\"Söhne\\\"\",\"m\":1e-06}"
    try store.run(pipeline: "demo", startedAt: "2026-01-01") {
      try $0.adopt(StoredModel(hash: "h", name: "Ü", version: 3, document: document))
    }
    let model = try store.read { try $0.currentModel() }
    #expect(model?.document == document && model?.name == "Ü" && model?.version == 3)
  }
}
