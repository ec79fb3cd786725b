import Foundation
import Linkage
import Records
import Store
import Support
import Testing

@testable import Pipeline

@Suite struct DecisionCheckTests {
  private let silent = Progress(mode: .silent, language: .english)

  private func decided() throws -> Scenario {
    let scenario = try ModelSample.scenario(60)
    try scenario.run()
    let store = scenario.work.path("out/kontor.sqlite")
    let rows =
      stride(from: 0, to: 60, by: 3).map { "same,erp:a\($0),erp:b\($0)\n" }
      + (1..<20).map { "different,erp:a\($0),erp:a\($0 + 21)\n" }
    let path = try scenario.work.write(
      "filled.csv", "decision,record_a,record_b\n" + rows.joined())
    _ = try Decide(store: store, author: "Erika", progress: silent).decide(from: path)
    return scenario
  }

  @Test func decisionsAreLearnedFromOnlyWhenAsked() throws {
    let scenario = try decided()
    let train = Train(store: scenario.work.path("out/kontor.sqlite"), author: "Erika")
    let plain = try train.perform(applies: false, progress: silent)
    #expect(plain.check == nil)
    let learned = try train.perform(
      applies: false, learnsFromDecisions: true, progress: silent)
    let check = try #require(learned.check)
    #expect(check.rows.map(\.cut) == ["safe", "balanced"])
    for row in check.rows {
      let before = try #require(row.before)
      // Half is held back; all of it is judged by both models.
      #expect((10...30).contains(row.after.right + row.after.wrong))
      #expect(before.right + before.wrong == row.after.right + row.after.wrong)
    }
    let text = learned.text(.english)
    #expect(text.contains("decisions held back") && text.contains("right"))
    #expect(learned.text(.german).contains("zurückgehaltene Entscheidungen"))
    let json = try JSONSerialization.jsonObject(with: Data(learned.json(.english).utf8))
    #expect(((json as? [String: Any])?["held_back_decisions"] as? [Any])?.count == 2)
  }

  @Test func whatIsLearnedCanBeAdoptedAndUndone() throws {
    let scenario = try decided()
    let store = scenario.work.path("out/kontor.sqlite")
    let before = try scenario.store { try StoreSnapshot($0) }
    _ = try Train(store: store, author: "Erika")
      .perform(applies: true, learnsFromDecisions: true, progress: silent)
    #expect(try scenario.store { try $0.currentModel()?.hash } != before.model)
    _ = try Undo(store: store, author: "Erika").perform("3")
    let undone = try scenario.store { try StoreSnapshot($0) }
    #expect(undone == before, "\(undone.difference(from: before))")
  }

  @Test func withoutDecisionsThereIsNothingToLearnFrom() throws {
    let scenario = try ModelSample.scenario(20)
    try scenario.run()
    let train = Train(store: scenario.work.path("out/kontor.sqlite"), author: "Erika")
    #expect(throws: PipelineError.self) {
      try train.perform(applies: false, learnsFromDecisions: true, progress: silent)
    }
  }
}
