import Foundation
import Records
import Store
import Support
import Testing

@testable import Pipeline

extension Office {
  var decide: Decide {
    Decide(
      store: store, author: "Erika", reason: "asked her",
      progress: Progress(mode: .silent, language: .english))
  }

  func contact(of record: String) throws -> ContactID? { try snapshot().contacts[record] }
}

@Suite struct DecideTests {
  private func office() throws -> Office {
    let office = try Office()
    try office.scenario.run()
    return office
  }

  // MARK: Pairs

  @Test func sameJoinsAtOnceAndStaysOverReimports() throws {
    let office = try office()
    let outcome = try office.decide.decide("erp:2", "erp:3", .same)
    #expect(try office.contact(of: "erp:3") == 2)
    #expect(outcome.changes.count(.merged) == 1)
    #expect(outcome.made.map(\.occasion.author) == ["Erika"])
    // The next run, and one on other rows, keep it.
    try office.scenario.run()
    #expect(try office.contact(of: "erp:3") == 2)
    try office.write(
      erp: Office.erp.replacingOccurrences(of: "0351 4466880", with: "0351 4466881"))
    try office.scenario.run()
    #expect(try office.contact(of: "erp:3") == 2)
    let list = try Decisions(store: office.store).list(.stale)
    #expect(list.decisions.map(\.id) == [1])
    #expect(list.text(.english).contains("stale: a record has changed since"))
  }

  @Test func differentPartsAtOnceAndIsNotAskedAgain() throws {
    let office = try office()
    let outcome = try office.decide.decide("erp:1", "news:7", .different)
    #expect(outcome.changes.count(.split) == 1)
    let contacts = try office.snapshot().contacts
    #expect(contacts["erp:1"] != contacts["news:7"])
    try office.scenario.run()
    #expect(try office.scenario.rows("review.csv").isEmpty)
    #expect(try office.snapshot().contacts == contacts)
  }

  @Test func relationsAreKeptBetweenTheTwoContacts() throws {
    let office = try office()
    _ = try office.decide.decide("1", "3", .sharedMailbox)
    let shown = try Show(store: office.store).contact("1")
    #expect(shown.relations.contains { $0.kind == .sharedMailbox && $0.other == 3 })
    #expect(shown.text(.english).contains("Erika"))
  }

  @Test func contactsAreDecidedByTheirStrongestPair() throws {
    let office = try office()
    let outcome = try office.decide.decide("1", "2", .unsure)
    let made = try #require(outcome.made.first)
    #expect(["erp:1", "news:7"].contains(made.left.name) && made.right?.name == "erp:2")
    #expect(outcome.text(.english).contains(made.left.name))
    #expect(outcome.changes.contacts.isEmpty)
  }

  @Test func explainNamesWhatWasDecided() throws {
    let office = try office()
    _ = try office.decide.decide("erp:2", "erp:3", .same)
    let text = try Explain(store: office.store).explanation(of: "erp:2", and: "erp:3")
      .text(.english)
    #expect(text.contains("same") && text.contains("Erika"))
  }

  @Test func aNewWordTakesThePlaceOfTheOneBefore() throws {
    let office = try office()
    _ = try office.decide.decide("erp:2", "erp:3", .same)
    _ = try office.decide.decide("erp:3", "erp:2", .household)
    let standing = try Decisions(store: office.store).list()
    #expect(standing.decisions.map(\.kind) == [.household])
    #expect(standing.conflicts.isEmpty)
    #expect(try office.contact(of: "erp:3") != 2)
    #expect(try Decisions(store: office.store).list(.all).decisions.count == 2)
  }

  @Test func decisionIsWithdrawnWithWhatFollowed() throws {
    let office = try office()
    let before = try office.scenario.digest()
    _ = try office.decide.decide("erp:2", "erp:3", .same)
    let outcome = try office.decide.withdraw([1])
    #expect(outcome.changes.count(.split) == 1)
    #expect(try office.scenario.digest() == before)
    #expect(try Decisions(store: office.store).list().decisions.isEmpty)
    #expect(throws: PipelineError.self) { try office.decide.withdraw([1]) }
    #expect(throws: PipelineError.self) { try office.decide.withdraw([9]) }
  }

  @Test func decisionIsUndoneAndRedone() throws {
    let office = try office()
    let before = try office.snapshot()
    _ = try office.decide.decide("erp:2", "erp:3", .same)
    let after = try office.snapshot()
    try office.undo("2")
    #expect(try office.snapshot() == before)
    #expect(try Decisions(store: office.store).list().decisions.isEmpty)
    try office.scenario.run()
    #expect(try office.contact(of: "erp:3") == 3)
    let undone = try Runs(store: office.store).list(limit: 9).runs.first {
      $0.name == "kontor undo 2"
    }
    try office.undo("\(try #require(undone).id)")
    let redone = try office.snapshot()
    #expect(redone == after, "\(redone.difference(from: after))")
    #expect(try Decisions(store: office.store).list().decisions.map(\.id) == [1])
  }

  @Test func dormantDecisionWaitsForItsRecord() throws {
    let office = try office()
    _ = try office.decide.decide("erp:2", "erp:3", .same)
    try office.write(
      erp: Office.erp.split(separator: "\n").prefix(2).joined(separator: "\n") + "\n")
    try office.scenario.run()
    #expect(try Decisions(store: office.store).list().text(.english).contains("dormant"))
    try office.write(erp: Office.erp)
    try office.scenario.run()
    #expect(try office.contact(of: "erp:3") == 2)
  }

  @Test func chainThatMeetsADifferentIsAConflict() throws {
    let office = try office()
    _ = try office.decide.decide("erp:1", "erp:2", .same)
    _ = try office.decide.decide("erp:2", "erp:3", .same)
    let outcome = try office.decide.decide("erp:1", "erp:3", .different)
    #expect(outcome.conflicts.count == 1)
    let list = try Decisions(store: office.store).list(.conflicting)
    #expect(list.conflicts.map(\.refused) == [1] && list.conflicts.map(\.holding) == [[3]])
    #expect(list.decisions.map(\.id) == [1, 3])
    #expect(list.text(.english).contains("conflict: decision 1 has no effect, for 3 holds"))
    #expect(list.text(.german).contains("Widerspruch"))
    let contacts = try office.snapshot().contacts
    #expect(contacts["erp:2"] == contacts["erp:3"] && contacts["erp:1"] != contacts["erp:3"])
  }

  @Test(arguments: [("erp:1", "erp:1"), ("1", "news:7x"), ("99", "1"), ("2", "erp:2"), ("1", "1")])
  func whatIsNoPairIsRefused(left: String, right: String) throws {
    let office = try office()
    #expect(throws: PipelineError.self) { try office.decide.decide(left, right, .same) }
    #expect(try office.lastRun == 1)
  }

  // MARK: Values

  @Test func chosenValueHoldsWithARuleOfItsOwn() throws {
    let office = try office()
    let outcome = try office.decide.choose("1", field: "name", value: "Hannelore Meier")
    #expect(outcome.changes.count(.changed) == 1)
    func name() throws -> ShownContact.Value? {
      try Show(store: office.store).contact("1").values.first { $0.value.attribute == .name }
    }
    #expect(try name()?.value.value.text == "Hannelore Meier")
    #expect(try name()?.rule == .decision)
    #expect(try name()?.lost.map(\.value.value.text) == ["Hannelore Meyer"])
    try office.scenario.run()
    #expect(try office.scenario.work.text("out/contacts.csv").contains("Meier"))
    #expect(try office.scenario.work.text("out/contacts.jsonl").contains("\"decision\""))
    // Another choice takes its place.
    _ = try office.decide.choose("erp:1", field: "name", value: "hannelore meyer")
    #expect(try name()?.value.value.text == "Hannelore Meyer")
    #expect(try Decisions(store: office.store).list().decisions.count == 1)
  }

  @Test func choiceFollowsItsRecordAndTheLaterOfTwoHolds() throws {
    let office = try office()
    _ = try office.decide.choose("2", field: "name", value: "Konrad Siebenlist")
    _ = try office.decide.choose("3", field: "name", value: "Uta Siebenlist")
    _ = try office.decide.decide("2", "3", .same)
    let shown = try Show(store: office.store).contact("2")
    #expect(shown.name == "Uta Siebenlist")
    let list = try Decisions(store: office.store).list(.conflicting)
    #expect(list.conflicts.map(\.refused) == [1] && list.conflicts.map(\.holding) == [[2]])
    _ = try office.decide.withdraw([3])
    #expect(try Show(store: office.store).contact("2").name == "Konrad Siebenlist")
  }

  @Test(arguments: [
    ("name", "Nobody"), ("surname", "Meyer"), ("status", "blocked"), ("email", ""),
    ("extra.nope", "x"),
  ])
  func whatIsNoValueIsRefusedWithoutNamingOne(field: String, value: String) throws {
    let office = try office()
    do {
      _ = try office.decide.choose("1", field: field, value: value)
      Issue.record("chosen")
    } catch let error as PipelineError {
      #expect(!error.text(.english).contains("Meyer") && !error.text(.english).contains("Nobody"))
    }
  }

  // MARK: Splitting

  @Test func splitPartsRecordsForGood() throws {
    let office = try office()
    let outcome = try office.decide.split("1", records: ["news:7"])
    #expect(outcome.made.map(\.kind) == [.different])
    #expect(try office.contact(of: "news:7") != 1)
    try office.scenario.run()
    #expect(try office.contact(of: "news:7") != 1)
    #expect(throws: PipelineError.self) {
      try office.decide.split("2", records: ["erp:2"])
    }
    #expect(throws: PipelineError.self) { try office.decide.split("2", records: ["erp:3"]) }
  }

  @Test func storeStaysWhole() throws {
    let office = try office()
    _ = try office.decide.decide("erp:2", "erp:3", .same)
    _ = try office.decide.split("1", records: ["news:7"])
    _ = try office.decide.choose("2", field: "name", value: "Uta Siebenlist")
    let found = try Verify(store: office.store).perform()
    #expect(found.damage == [] && found.contradictions == [:])
  }
}
