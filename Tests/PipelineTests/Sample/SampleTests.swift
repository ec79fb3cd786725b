import Foundation
import Records
import Support
import Testing

@testable import Pipeline

@Suite struct SampleTests {
  private func sampled(_ size: Int = 30) throws -> Scenario {
    let scenario = try ModelSample.scenario()
    try scenario.run()
    let count = try Sample(store: scenario.work.path("out/kontor.sqlite"), size: size)
      .write(to: scenario.work.path("out/sample.csv"), language: .english)
    #expect(try scenario.rows("sample.csv").count == count)
    return scenario
  }

  @Test func recordsStandSideBySideWithAnEmptyJudgement() throws {
    let scenario = try sampled()
    let rows = try scenario.rows("sample.csv")
    #expect(!rows.isEmpty && rows.count <= 30)
    for row in rows {
      #expect((row["same"] ?? "").isEmpty)
      #expect(row["name_a"]?.isEmpty == false && row["name_b"]?.isEmpty == false)
      #expect(row["record_a"] != row["record_b"])
    }
  }

  @Test func everyDrawWritesTheSameBytes() throws {
    let scenarios = try [sampled(), sampled()]
    let bytes = try scenarios.map { try $0.work.bytes("out/sample.csv") }
    #expect(bytes[0] == bytes[1])
  }

  @Test func theFileIsItsOwnersAlone() throws {
    let scenario = try sampled()
    let path = scenario.work.path("out/sample.csv")
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test func aStoreWithoutPairsIsTold() throws {
    let scenario = try Scenario(ModelSample.pipeline, ["erp.csv": ModelSample.rows(0)])
    try scenario.run()
    #expect(throws: PipelineError.self) {
      try Sample(store: scenario.work.path("out/kontor.sqlite"))
        .write(to: scenario.work.path("sample.csv"), language: .english)
    }
  }
}
