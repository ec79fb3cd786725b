import Linkage
import Records
import Store
import Support
import Testing

@testable import Pipeline

@Suite struct ModelChoiceTests {
  private func steps(_ scenario: Scenario) throws -> [String: Double] {
    var weights: [String: Double] = [:]
    try scenario.store { reader in
      for status in [PairScore.Status.merged, .review] {
        try reader.forEachPair(status) { pair in
          let keys = try [pair.left, pair.right].map { try reader.record($0)?.key ?? "" }
          weights[keys.sorted().joined(separator: " ")] = pair.weightInBits
        }
      }
    }
    return weights
  }

  @Test func theFirstRunTrainsAndLaterOnesKeepTheModel() throws {
    let scenario = try ModelSample.scenario()
    try scenario.run()
    let first = try #require(try scenario.store { try $0.currentModel() })
    let before = try steps(scenario)
    try scenario.work.write("erp.csv", ModelSample.rows(90))
    try scenario.run()
    let second = try #require(try scenario.store { try $0.currentModel() })
    #expect(first == second)
    let after = try steps(scenario)
    #expect(after.count > before.count)
    for (pair, weight) in before { #expect(after[pair] == weight, "\(pair)") }
  }

  @Test func theReportNamesTheModel() throws {
    let scenario = try ModelSample.scenario()
    try scenario.run()
    let id = try #require(try scenario.store { try $0.currentModel()?.hash })
    #expect(try scenario.work.text("out/report.json").contains(id))
    #expect(try scenario.work.text("out/report.html").contains("people 1 (\(id))"))
  }

  @Test func aStoreThatDoubledIsSaidToNeedAnotherModel() throws {
    let scenario = try ModelSample.scenario(20)
    try scenario.run()
    #expect(try scenario.work.text("out/report.json").contains("\"outgrown\": false"))
    try scenario.work.write("erp.csv", ModelSample.rows(90))
    try scenario.run()
    #expect(try scenario.work.text("out/report.json").contains("\"outgrown\": true"))
  }

  @Test func thePipelinesModelTakesThePlaceOfTheStores() throws {
    let other = try #require(try ModelSample.model(90))
    let scenario = try ModelSample.scenario()
    try scenario.run()
    try scenario.work.write("model.json", ModelDocument(other).text)
    try scenario.work.write(
      "pipeline.yaml",
      ModelSample.pipeline.replacing("at: balanced", with: "at: balanced, model: model.json"))
    try scenario.run()
    #expect(try scenario.store { try $0.currentModel()?.hash } == other.id)
    let digest = try scenario.digest()
    #expect(try scenario.run().isUnchanged)
    #expect(try scenario.digest() == digest)
  }

  @Test func aMissingModelStopsTheRunBeforeAnythingIsWritten() throws {
    let scenario = try Scenario(
      ModelSample.pipeline.replacing("at: balanced", with: "model: none.json"),
      ["erp.csv": ModelSample.rows(3)])
    #expect(scenario.stop()?.contains("none.json: can't be read: no such file") == true)
    #expect(!scenario.outputs.contains("kontor.sqlite"))
  }

  @Test func aDryRunLeavesNoModel() throws {
    let scenario = try ModelSample.scenario(20)
    try scenario.run()
    let model = try scenario.store { try $0.currentModel() }
    try scenario.work.write("erp.csv", ModelSample.rows(30))
    try scenario.run(isDryRun: true)
    #expect(try scenario.store { try $0.currentModel() } == model)
  }
}
