import Records
import Store
import Support
import Testing

@testable import Pipeline

@Suite struct WaitingDecisionsTests {
  private func office() throws -> Office {
    let office = try Office()
    try office.scenario.run()
    return office
  }

  private func id(_ name: String, _ office: Office) throws -> RecordID {
    try office.scenario.store { try #require(try StoreName.record(name, $0)) }
  }

  private func join(_ one: String, _ other: String, in office: Office) throws {
    let desk = try ReviewDesk(store: office.store)
    try desk.join(one, other, reason: "asked", author: "Uta")
    try desk.close()
  }

  @Test func whatIsTakenDownHoldsOnceItIsWorkedIn() throws {
    let office = try office()
    try join("erp:2", "erp:3", in: office)
    #expect(try office.contact(of: "erp:3") != office.contact(of: "erp:2"))
    #expect(try Decisions(store: office.store).list().text(.english).contains("to be worked in"))
    let outcome = try #require(try office.decide.workIn())
    #expect(outcome.changes.count(.merged) == 1)
    #expect(try office.contact(of: "erp:3") == office.contact(of: "erp:2"))
    // Author, reason and time stay those of the person.
    let kept = try #require(try Decisions(store: office.store).list().decisions.first)
    #expect(kept.occasion == Occasion(author: "Uta", reason: "asked"))
    #expect(try office.decide.workIn() == nil)
  }

  @Test func aRunOfThePipelineWorksItIn() throws {
    let office = try office()
    try join("erp:2", "erp:3", in: office)
    #expect(try !office.scenario.run().isUnchanged)
    #expect(try office.contact(of: "erp:3") == office.contact(of: "erp:2"))
    #expect(try office.scenario.run().isUnchanged)
  }

  @Test func aDryRunLeavesItWaiting() throws {
    let office = try office()
    try join("erp:2", "erp:3", in: office)
    try office.scenario.run(isDryRun: true)
    #expect(try office.scenario.store { try $0.waitingDecisionCount() } == 1)
  }

  @Test func whatIsTakenBackBeforeNeverHolds() throws {
    let office = try office()
    try join("erp:2", "erp:3", in: office)
    let desk = try ReviewDesk(store: office.store)
    #expect(try desk.withdraw(action: 1, author: "Uta") == 1)
    try desk.close()
    #expect(try office.decide.workIn() == nil)
    #expect(try office.scenario.run().isUnchanged)
    #expect(try office.contact(of: "erp:3") != office.contact(of: "erp:2"))
  }

  @Test func whatIsTakenBackAfterwardsHoldsUntilThatIsWorkedIn() throws {
    let office = try office()
    try join("erp:2", "erp:3", in: office)
    _ = try office.decide.workIn()
    let desk = try ReviewDesk(store: office.store)
    #expect(try desk.withdraw(action: 1, author: "Konrad") == 1)
    #expect(try desk.withdraw(action: 1, author: "Konrad") == 0)
    try desk.close()
    #expect(try office.contact(of: "erp:3") == office.contact(of: "erp:2"))
    #expect(try office.decide.workIn()?.changes.count(.split) == 1)
    #expect(try office.contact(of: "erp:3") != office.contact(of: "erp:2"))
    let gone = try #require(try Decisions(store: office.store).list(.all).decisions.first)
    #expect(gone.withdrawal?.author == "Konrad")
  }

  @Test func theLastWordOnAPairHolds() throws {
    let office = try office()
    let pair = (try id("erp:2", office), try id("erp:3", office))
    let store = try ContactStore(path: office.store, create: false)
    for kind in [DecisionKind.same, .household] {
      _ = try store.takeDown(Occasion(author: "Uta"), at: "2026-01-01T00:00:00Z") {
        try $0.decide(kind, pair.0, pair.1)
      }
    }
    try store.close()
    _ = try office.decide.workIn()
    let standing = try Decisions(store: office.store).list()
    #expect(standing.decisions.map(\.kind) == [.household] && standing.conflicts.isEmpty)
  }

  @Test func anyOtherDecisionWorksThemInToo() throws {
    let office = try office()
    try join("erp:2", "erp:3", in: office)
    _ = try office.decide.decide("erp:1", "news:7", .different)
    #expect(try office.contact(of: "erp:3") == office.contact(of: "erp:2"))
    #expect(try office.scenario.store { try $0.waitingDecisionCount() } == 0)
  }

  @Test func undoTakesBackWhatWasWorkedIn() throws {
    let office = try office()
    try join("erp:2", "erp:3", in: office)
    let run = try #require(try office.decide.workIn()?.changes.runs.first?.id)
    _ = try Undo(store: office.store, author: "Uta").perform("\(run)")
    #expect(try office.contact(of: "erp:3") != office.contact(of: "erp:2"))
    #expect(try Decisions(store: office.store).list().decisions.isEmpty)
  }
}
