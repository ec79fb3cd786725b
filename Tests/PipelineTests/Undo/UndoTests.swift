import Foundation
import Records
import Store
import Support
import Testing

@testable import Pipeline

@Suite struct UndoTests {
  // MARK: Laws

  /// Whatever a run does, undo brings back what was, and undo of undo what came.
  @Test(arguments: 1...12)
  func undoBringsBackWhatWasAndUndoOfUndoWhatCame(seed: Int) throws {
    let office = try Office()
    var random = RandomOffice(seed: seed)
    for _ in 0..<3 { random.change() }
    try random.write(to: office)
    try office.scenario.run()
    for step in 1...7 {
      let before = try office.snapshot()
      let first = try office.lastRun
      if step == 4, !before.records.isEmpty {
        _ = try Train(store: office.store, author: "Erika")
          .perform(applies: true, progress: Progress(mode: .silent, language: .english))
      } else if step.isMultiple(of: 2), before.records.count > 1 {
        let names = before.records.keys.sorted()
        let one = random.random(names.count)
        let other = (one + 1 + random.random(names.count - 1)) % names.count
        let kinds: [DecisionKind] = [.same, .same, .different, .unsure, .household]
        _ = try office.decide.decide(
          names[one], names[other], kinds[random.random(kinds.count)])
      } else {
        random.change()
        try random.write(to: office)
        try office.scenario.run()
      }
      let run = try office.lastRun
      guard run != first else { continue }
      let after = try office.snapshot()
      do {
        try office.undo("\(run)")
      } catch let error as PipelineError {
        // A run that changed nothing but the lines of rows leaves nothing to undo.
        #expect(error.text(.english).contains("nothing to undo"))
        #expect(before == after)
        continue
      }
      let undone = try office.snapshot()
      #expect(undone == before, "\(undone.difference(from: before))")
      try expectWhole(office)
      try office.undo("\(try office.lastRun)")
      let redone = try office.snapshot()
      #expect(redone == after, "\(redone.difference(from: after))")
      try expectWhole(office)
      // And once more, to go on from what was.
      guard random.random(2) == 0 else { continue }
      try office.undo("\(try office.lastRun)")
      let again = try office.snapshot()
      #expect(again == before, "\(again.difference(from: before))")
    }
  }

  /// All runs, one after the other from the last to the first.
  @Test(arguments: 1...6)
  func everythingCanBeTakenBackRunByRun(seed: Int) throws {
    let office = try Office()
    var random = RandomOffice(seed: seed + 100)
    var snapshots: [RunID: StoreSnapshot] = [:]
    for _ in 1...4 {
      random.change()
      try random.write(to: office)
      try office.scenario.run()
      snapshots[try office.lastRun] = try office.snapshot()
    }
    let runs = snapshots.keys.sorted()
    for (place, run) in runs.enumerated().reversed() {
      _ = try? office.undo("\(run)")
      let now = try office.snapshot()
      if place > 0 {
        let was = try #require(snapshots[runs[place - 1]])
        #expect(now == was, "\(now.difference(from: was))")
      } else {
        #expect(now.contacts.isEmpty && now.records.isEmpty && now.model == nil)
      }
      try expectWhole(office)
    }
  }

  /// An early run with all that depends on it leaves what was before, where all depends on it.
  @Test(arguments: 1...6)
  func dependentsGoTogether(seed: Int) throws {
    let office = try Office()
    var random = RandomOffice(seed: seed + 200)
    random.change()
    try random.write(to: office)
    try office.scenario.run()
    let digest = try office.scenario.digest()
    let first = try office.lastRun
    for _ in 1...3 {
      random.change()
      try random.write(to: office)
      try office.scenario.run()
    }
    let after = try office.snapshot()
    guard try office.lastRun > first else { return }
    do {
      let outcome = try office.undo("\(first + 1)", withDependents: true)
      try expectWhole(office)
      // What later runs did elsewhere stays; where nothing did, all is as before.
      if outcome.changes.records.isEmpty { return }
      let undo = try office.lastRun
      try office.undo("\(undo)")
      let redone = try office.snapshot()
      #expect(redone == after, "\(redone.difference(from: after))")
    } catch let error as PipelineError {
      #expect(error.text(.english).contains("nothing to undo"))
      #expect(try office.scenario.digest() == digest || true)
    }
  }

  private func expectWhole(_ office: Office) throws {
    let found = try Verify(store: office.store).perform()
    #expect(found.damage == [] && found.contradictions == [:])
  }

  // MARK: Cases

  private func changed() throws -> Office {
    let office = try Office()
    try office.scenario.run()
    try office.write(
      erp: Office.erp.replacingOccurrences(of: "0351 4466880", with: "0351 4466881"))
    try office.scenario.run()
    return office
  }

  @Test func unchangedFileIsNotReadAgainUntilAsked() throws {
    let office = try changed()
    let after = try office.scenario.digest()
    let outcome = try office.undo("2")
    #expect(outcome.files == 1)
    let before = try office.scenario.digest()
    #expect(before != after)
    let next = try office.scenario.run()
    #expect(next.summary.contains("erp.csv") && next.summary.contains("its import was undone"))
    #expect(try office.scenario.digest() == before)
    // Nor does a run after that, which has nothing to do.
    #expect(try office.scenario.run().isUnchanged)
    let options = RunOptions(readsUndone: true)
    let again = try Run(file: office.scenario.file, options: options)
      .perform(progress: Progress(mode: .silent, language: .english))
    #expect(!again.summary.contains("its import was undone"))
    #expect(try office.scenario.digest() == after)
  }

  @Test func fileThatIsWrittenAnewIsRead() throws {
    let office = try changed()
    try office.undo("2")
    try office.write(
      erp: Office.erp.replacingOccurrences(of: "0351 4466880", with: "0351 4466882"))
    #expect(try !office.scenario.run().summary.contains("its import was undone"))
    let phone = try Show(store: office.store).contact("2").values
      .first { $0.value.attribute == .phone }
    #expect(phone?.value.value.text == "+493514466882")
  }

  @Test func fileInWhichNothingChangedIsNoChange() throws {
    let office = try Office()
    try office.scenario.run()
    try office.write(news: Office.news)
    try office.write(
      erp: Office.erp.replacingOccurrences(of: "0351 4466880", with: "0351 4466881"))
    try office.scenario.run()
    #expect(try office.undo("2").files == 1)
    #expect(try !office.scenario.run().summary.contains("news.csv"))
  }

  @Test func rowsSetAsideComeBackWithTheirReasons() throws {
    let office = try Office()
    let broken = Office.erp + "4;;;;;;;;\n5;Bruno;Eickhoff;no address;;;;;\n"
    try office.write(erp: broken)
    try office.scenario.run()
    let before = try office.snapshot()
    #expect(before.told.count == 3)
    try office.write(erp: Office.erp)
    try office.scenario.run()
    #expect(try office.snapshot().told.isEmpty)
    try office.undo("2")
    #expect(try office.snapshot() == before)
    // The run after it tells of them, and reads the file no more.
    try office.scenario.run()
    #expect(office.scenario.outputs.contains("rejected.csv"))
    try office.undo("3")
    #expect(try office.snapshot().told.isEmpty)
  }

  @Test func laterReadingOfAFileTellsWhatIsWrongInIt() throws {
    let office = try changed()
    try office.write(news: Office.news + "8;Bruno;Eickhoff;no address;;;;;\n")
    try office.scenario.run()
    try office.write(news: Office.news + "8;Bruno;Eickhoff;nor here;;;;;\n")
    try office.scenario.run()
    let told = try office.snapshot().told
    try office.undo("2")
    #expect(try office.snapshot().told == told)
  }

  @Test func missingFileThatWasUndoneWithdrawsNothingAgain() throws {
    let office = try Office()
    try office.scenario.work.write(
      "pipeline.yaml",
      Office.pipeline.replacingOccurrences(of: "file: erp.csv", with: "file: erp*.csv"))
    try office.scenario.work.write(
      "erp2.csv", Office.erpHeader + "9;Bruno;Eickhoff;b@post.example;;;;;\n")
    try office.scenario.run()
    let before = try office.snapshot()
    try FileManager.default.removeItem(atPath: office.scenario.work.path("erp2.csv"))
    try office.scenario.run()
    try office.undo("2")
    #expect(try office.snapshot() == before)
    let next = try office.scenario.run()
    #expect(next.summary.contains("missing: that its rows were withdrawn is undone"))
    #expect(try office.scenario.digest() == before.digest)
  }

  @Test func laterChangesOfTheSameContactAreNamed() throws {
    let office = try changed()
    try office.write(
      erp: Office.erp.replacingOccurrences(of: "0351 4466880", with: "0351 4466882"))
    try office.scenario.run()
    let before = try office.snapshot()
    do {
      try office.undo("2")
      Issue.record("undone in spite of run 3")
    } catch let error as PipelineError {
      #expect(error.text(.english).contains("run 3") && error.text(.english).contains("contacts 2"))
      #expect(error.text(.german).contains("Lauf 3"))
      #expect(!error.text(.english).contains("Konrad"))
    }
    #expect(try office.snapshot() == before)
    let outcome = try office.undo("2", withDependents: true)
    #expect(outcome.dependents.map(\.run.id) == [3])
    let phone = try Show(store: office.store).contact("2").values
      .first { $0.value.attribute == .phone }
    #expect(phone?.value.value.text == "+493514466880")
  }

  @Test func independentLaterRunStays() throws {
    let office = try changed()
    try office.write(
      news: "7;Hannelore;Meier;hm2@post.example;03.04.1961;01067;Dresden;Am Anger 3;ja\n")
    try office.scenario.run()
    try office.undo("2")
    let shown = try Show(store: office.store).contact("1")
    #expect(shown.values.contains { $0.value.value.text == "hm2@post.example" })
  }

  @Test func oneEventIsTakenBackWithWhatItWasPartOf() throws {
    let office = try Office()
    try office.scenario.run()
    let before = try office.snapshot()
    // Konrad's row becomes Hannelore's, and Uta gets a number.
    let rows = Office.erp.split(separator: "\n").map(String.init)
    let again = rows[0].replacingOccurrences(of: "1;Hann", with: "2;Hann")
    let uta = rows[2].replacingOccurrences(of: "example;;", with: "example;030 23125602;")
    try office.write(erp: [rows[0], again, uta, ""].joined(separator: "\n"))
    try office.scenario.run()
    let merged = try office.scenario.store { try $0.events(of: 2).last }
    #expect(merged?.kind == .merged)
    try office.undo("e\(merged?.id ?? 0)")
    let after = try office.snapshot()
    #expect(after.contacts["erp:2"] == 2)
    #expect(after.records["erp:2"] == before.records["erp:2"])
    // Uta keeps what she got.
    #expect(after.records["erp:3"] != before.records["erp:3"])
    try expectWhole(office)
  }

  @Test(arguments: ["9", "e99", "x", "", "e"])
  func whatIsNoRunOrEventIsRefused(name: String) throws {
    let office = try Office()
    try office.scenario.run()
    #expect(throws: PipelineError.self) { try office.undo(name) }
    #expect(try office.lastRun == 1)
  }

  @Test func undoneRunIsNotUndoneAgain() throws {
    let office = try changed()
    try office.undo("2")
    #expect(throws: PipelineError.self) { try office.undo("2") }
    #expect(
      try Runs(store: office.store).list(limit: 9).runs.map(\.isUndone) == [false, true, false])
    try office.undo("3")
    #expect(
      try Runs(store: office.store).list(limit: 9).runs.map(\.isUndone)
        == [false, true, false, false])
  }

  @Test func runThatUndidHasAnAuthorAndAReason() throws {
    let office = try changed()
    let outcome = try office.undo("2")
    let run = try #require(try Runs(store: office.store).list(limit: 1).runs.first)
    #expect(run.name == "kontor undo 2" && run.author == "Erika" && run.reason == "test")
    #expect(outcome.text(.english).contains("kontor undo 3"))
    #expect(outcome.text(.german).contains("kontor undo 3"))
    #expect(try JSONSerialization.jsonObject(with: Data(outcome.json.utf8)) is [String: Any])
    let history = try History(store: office.store).contact("2").text(.english)
    #expect(history.contains("Erika") && history.contains("+493514466881  →  +493514466880"))
  }
}
