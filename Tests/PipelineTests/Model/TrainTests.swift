import Linkage
import Records
import Store
import Support
import Testing

@testable import Pipeline

@Suite struct TrainTests {
  @discardableResult
  private func train(_ scenario: Scenario, applies: Bool = false) throws -> Training {
    try Train(store: scenario.work.path("out/kontor.sqlite"), author: "Erika")
      .perform(applies: applies, progress: Progress(mode: .silent, language: .english))
  }

  private func grown() throws -> Scenario {
    let scenario = try ModelSample.scenario(20)
    try scenario.run()
    try scenario.work.write("erp.csv", ModelSample.rows(120))
    try scenario.run()
    return scenario
  }

  @Test func aProposalChangesNothing() throws {
    let scenario = try grown()
    let before = try scenario.digest()
    let model = try scenario.store { try $0.currentModel() }
    let training = try train(scenario)
    #expect(!training.isApplied)
    #expect(training.before?.title == "people 1" && training.after.title == "people 2")
    #expect(try scenario.digest() == before)
    #expect(try scenario.store { try $0.currentModel() } == model)
    #expect(try scenario.store { try $0.runs().count } == 2)
  }

  @Test func theModelIsAdoptedWithTheContactsThatFollow() throws {
    let scenario = try grown()
    let training = try train(scenario, applies: true)
    #expect(training.isApplied)
    #expect(try scenario.store { try $0.currentModel()?.hash } == training.after.id)
    #expect(try scenario.store { try $0.runs().first?.pipeline } == "kontor train")
    #expect(try train(scenario).change.isNothing)
    #expect(training.after.provenance.author == "Erika")
    // A store filled at once by the same model says the same.
    let fresh = try Scenario(
      ModelSample.pipeline.replacing("at: balanced", with: "at: balanced, model: model.json"),
      ["erp.csv": ModelSample.rows(120), "model.json": ModelDocument(training.after).text])
    try fresh.run()
    #expect(try fresh.digest() == scenario.digest())
  }

  @Test func theNextRunWritesTheOutputsAnewAndTheOneAfterNothing() throws {
    let scenario = try grown()
    try train(scenario, applies: true)
    let digest = try scenario.digest()
    #expect(try !scenario.run().isUnchanged)
    #expect(try scenario.digest() == digest)
    #expect(try scenario.work.text("out/report.json").contains("people 2"))
    #expect(try scenario.run().isUnchanged)
  }

  @Test func aStoreWithoutRecordsIsTold() throws {
    let scenario = try Scenario(ModelSample.pipeline, ["erp.csv": ModelSample.rows(0)])
    try scenario.run()
    #expect(throws: PipelineError.self) { try train(scenario) }
  }

  @Test func anObjectionOfAnotherContactStays() throws {
    let pipeline = """
      sources:
        - { name: erp, file: erp.csv, map: { nr: key, vor: given, nach: family, mail: email, ok: consent_state } }
        - { name: news, file: news.csv, map: { nr: key, vor: given, nach: family, mail: email, aus: consent_withdrawn_at } }
      """
    let scenario = try Scenario(
      pipeline,
      [
        "erp.csv": "nr;vor;nach;mail;ok\n1;Hannelore;Meyer;hm@post.example;ja\n",
        "news.csv": "nr;vor;nach;mail;aus\n7;Uta;Fremdling;hm@post.example;telefonisch\n",
      ])
    try scenario.run()
    func permissions() throws -> [[Bool]] {
      try scenario.store { reader in
        try [Int64(1), 2].map { try reader.contact($0)?.contact.permissions.map(\.isAllowed) ?? [] }
      }
    }
    let before = try permissions()
    #expect(before.allSatisfy { !$0.isEmpty })
    try train(scenario, applies: true)
    #expect(try permissions() == before)
  }

  @Test func aModelOfTheSameRecordsIsSaidToWeighTheSame() throws {
    let scenario = try ModelSample.scenario(20)
    try scenario.run()
    let training = try train(scenario)
    #expect(training.before?.id == training.after.id)
    #expect(training.text(.english).contains("weighs like the present one"))
  }
}
