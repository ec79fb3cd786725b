import Linkage
import Store
import Support
import Testing

@testable import Pipeline

@Suite struct ModelReportTests {
  @Test func theDocumentIsTheStoresModelAndCanBeUsed() throws {
    let scenario = try ModelSample.scenario()
    try scenario.run()
    let report = try ModelReport(store: scenario.work.path("out/kontor.sqlite"))
    try report.write(to: scenario.work.path("model.json"))
    let named = try NamedModel.read(file: scenario.work.path("model.json"))
    #expect(try scenario.store { try $0.currentModel()?.named() } == named)
    #expect(try scenario.work.text("model.json") == report.json)
  }

  @Test func aStoreWithoutAModelIsTold() throws {
    let scenario = try Scenario(ModelSample.pipeline, ["erp.csv": ModelSample.rows(0)])
    try scenario.run()
    #expect(throws: PipelineError.self) {
      try ModelReport(store: scenario.work.path("out/kontor.sqlite"))
    }
  }

  @Test func aMissingStoreIsTold() throws {
    #expect(throws: PipelineError.self) { try ModelReport(store: "/nowhere/kontor.sqlite") }
  }
}
