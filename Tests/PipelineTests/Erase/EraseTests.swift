import Foundation
import Records
import Store
import Support
import Testing

@testable import Pipeline

@Suite struct EraseTests {
  private func expectWhole(_ office: ErasingOffice) throws {
    let found = try Verify(store: office.store).perform()
    #expect(found.isWhole, "\(found.text(.english))")
  }

  // MARK: What goes

  @Test func nothingOfThePersonIsLeftInAnyFile() throws {
    // With a memory of the last linking, as large stores have one.
    let office = try StoreLinking.$fewestRemembered.withValue(1) { try ErasingOffice.lived() }
    #expect(office.scenario.outputs.contains("kontor.sqlite.link"))
    // Each word is somewhere before, so that the test can fail.
    let before = try office.remnants()
    for word in ErasingOffice.words {
      #expect(before.contains { $0.hasSuffix(": " + word) }, "\(word) is nowhere")
    }
    let outcome = try office.erase()
    #expect(try office.remnants() == [])
    #expect(outcome.isCompact)
    #expect(!office.scenario.outputs.contains("kontor.sqlite.link"))
    try expectWhole(office)
    #expect(try office.scenario.store { try $0.search("Siebenlist").count } == 2)
    try office.scenario.run()
    #expect(try office.remnants() == [])
    try expectWhole(office)
  }

  @Test func everythingIsCounted() throws {
    let office = try ErasingOffice.lived()
    let outcome = try office.erase()
    let counts = Dictionary(
      outcome.counts.map { ($0.what, $0.count) }, uniquingKeysWith: { first, _ in first })
    #expect(counts[.contacts] == 1 && counts[.records] == 2 && counts[.rawRows] == 2)
    #expect(counts[.formerRecords] == 1 && counts[.consents] == 1 && counts[.decisions] == 2)
    #expect(counts[.activities] == 1 && counts[.rejectedRows] == 1)
    let places = outcome.places.map { "\(($0.file as NSString).lastPathComponent):\($0.line)" }
    #expect(places == ["erp.csv:2", "news.csv:2", "calls.csv:3", "erp.csv:5"])
    #expect(outcome.mentions.isEmpty && outcome.mentioningRows.isEmpty)
    #expect(outcome.outputs.allSatisfy { $0.isDeleted })
    #expect(outcome.outputs.count { $0.path.hasSuffix("contacts.csv") } == 1)
    for language in [Language.german, .english] {
      let told = outcome.text(language) + outcome.json
      for word in ErasingOffice.words { #expect(!told.contains(word)) }
    }
  }

  @Test func dryRunChangesNothing() throws {
    let office = try ErasingOffice.lived()
    let digest = try office.scenario.digest()
    let files = office.scenario.outputs
    let outcome = try office.erase(isDryRun: true)
    #expect(outcome.run == nil && outcome.counts.contains { $0.what == .records && $0.count == 2 })
    #expect(try office.scenario.digest() == digest && office.scenario.outputs == files)
    #expect(!FileManager.default.fileExists(atPath: office.store + ".key"))
    #expect(try office.scenario.run().isUnchanged)
  }

  @Test func othersAreAsTheyWere() throws {
    let office = try ErasingOffice.lived()
    let before = try office.scenario.contacts()
    try office.erase()
    try office.scenario.run()
    let after = try office.scenario.contacts()
    #expect(after["erp:2"] == before["erp:2"] && after["erp:3"] == before["erp:3"])
    #expect(after.count == 2)
    let counts = try office.scenario.counts()
    #expect(counts["contacts"] == 2 && counts["activities"] == 1 && counts["rejected_rows"] == 0)
  }

  @Test func aMergedContactIsErasedWholeByEitherNumber() throws {
    let office = try ErasingOffice()
    try office.write(erp: ErasingOffice.hers + ErasingOffice.others)
    try office.scenario.work.write(
      "news.csv", ErasingOffice.newsHeader + "7;H.;Zwirnmann-Imkerverein;x@zwirnmann.example;;;\n")
    try office.scenario.run()
    let former = try #require(try office.scenario.contacts()["news:7"])
    let decide = Decide(
      store: office.store, author: "Erika", progress: Progress(mode: .silent, language: .english))
    _ = try decide.decide("erp:1", "news:7", .same)
    let living = try #require(try office.scenario.store { try $0.contact(source: "erp", key: "1") })
    #expect("\(living)" != former)
    try office.erase(former)
    #expect(try office.remnants() == [])
    for name in [former, "\(living)"] {
      let told = office.stop { try Show(store: office.store).contact(name) }
      #expect(
        told?.contains("erased on 20") == true && told?.hasSuffix(": request of 3 Nov") == true)
      #expect(office.stop { try History(store: office.store).contact(name) } == told)
      #expect(office.stop { try office.erase(name) } == told)
    }
    #expect(
      office.stop { try Show(store: office.store).contact("erp:1") }?.contains("nothing") == true)
    try expectWhole(office)
  }

  @Test func aWithdrawnContactIsErasedToo() throws {
    let office = try ErasingOffice()
    try office.scenario.run()
    let contact = try #require(try office.scenario.contacts()["erp:1"])
    try office.write(erp: ErasingOffice.others)
    try office.scenario.work.write("news.csv", ErasingOffice.newsHeader)
    try office.scenario.run()
    #expect(try !office.remnants().isEmpty)
    let outcome = try office.erase(contact)
    #expect(outcome.counts.contains { $0.what == .records && $0.count == 2 })
    #expect(try office.remnants() == [])
    try expectWhole(office)
  }

  @Test func othersWhoMentionThePersonAreNamedForChecking() throws {
    let office = try ErasingOffice()
    try office.write(
      erp: ErasingOffice.hers
        + "2;Konrad;Siebenlist;;;;24103;Kiel;Holm 7;vertritt Hannelore Zwirnmann\n")
    try office.scenario.work.write(
      "calls.csv",
      ErasingOffice.calls + "03.02.2026;;H_ZWIRNMANN@post.example; h.zwirnmann@post.example\n")
    try office.scenario.run()
    let outcome = try office.erase()
    #expect(outcome.mentions.map(\.name) == ["erp:2"])
    #expect(outcome.text(.english).contains("erp:2 (erp.csv:3)"))
    #expect(outcome.text(.german).contains("bitte prüfen"))
  }

  // MARK: Undo

  @Test func noUndoBringsAnybodyBack() throws {
    let office = try ErasingOffice.lived()
    let last = try office.scenario.store { try $0.runs(limit: 1).first?.id ?? 0 }
    let erasure = try #require(try office.erase().run)
    #expect(
      office.stop { try Undo(store: office.store, author: "Erika").perform("\(erasure)") }?
        .contains("can't be undone") == true)
    for run in (1...last).reversed() {
      _ = try? Undo(store: office.store, author: "Erika")
        .perform("\(run)", withDependents: true)
      #expect(try office.remnants() == [], "after run \(run)")
      try expectWhole(office)
    }
    // All is undone; doing it again brings back the others alone.
    let undoes = try office.scenario.store { try $0.runs(limit: 100) }.filter {
      $0.pipeline.hasPrefix("kontor undo")
    }
    for run in undoes {
      _ = try? Undo(store: office.store, author: "Erika")
        .perform("\(run.id)", withDependents: true)
      #expect(try office.remnants() == [])
      try expectWhole(office)
    }
    #expect(try office.scenario.counts()["contacts"] == 2)
  }

  /// The other part of a split has nothing to go back to.
  @Test func undoOfASplitLeavesTheOtherPartWhereItIs() throws {
    let office = try ErasingOffice()
    try office.scenario.run()
    let decide = Decide(
      store: office.store, author: "Erika", progress: Progress(mode: .silent, language: .english))
    _ = try decide.decide("erp:2", "erp:3", .same)
    _ = try decide.split("erp:2", records: ["erp:3"])
    let split = try office.scenario.store { try $0.runs(limit: 1).first?.id ?? 0 }
    try office.erase("erp:2")
    _ = try? Undo(store: office.store, author: "Erika").perform("\(split)", withDependents: true)
    try expectWhole(office)
    #expect(try office.remnants(of: ["Konrad", "k.siebenlist", "4466880"]) == [])
    #expect(try office.scenario.store { try $0.contact(source: "erp", key: "3") } != nil)
  }

  @Test func aRestoreBringsNobodyBack() throws {
    let office = try ErasingOffice.lived()
    let work = office.scenario.work
    let now = Date(timeIntervalSince1970: 1_795_000_000)
    let backup = try Backup(store: office.store).make(to: work.path("b.sqlite"), now: now)
    let contact = try #require(try office.scenario.contacts()["erp:1"])
    let outcome = try office.erase()
    #expect(outcome.copies.map(\.path) == [backup.path])
    #expect(outcome.text(.english).contains("b.sqlite (2026-11-18)"))
    let restored = try Restore(store: office.store).perform(from: backup.path, now: now)
    #expect(restored.erased == 1 && restored.text(.german).contains("wieder gelöscht"))
    #expect(try office.remnants() == [])
    #expect(
      office.stop { try Show(store: office.store).contact(contact) }?
        .hasSuffix("request of 3 Nov") == true)
    try office.scenario.run()
    #expect(try office.remnants() == [])
    #expect(try office.scenario.counts()["records"] == 2)
    try expectWhole(office)
    // What the restore put aside knows nothing of her either; the backup does.
    #expect(try office.erase("erp:2").copies.count == 2)
  }

  /// In the backup she was one with another.
  @Test func aRestoreErasesNobodyElse() throws {
    let office = try ErasingOffice()
    try office.scenario.run()
    let decide = Decide(
      store: office.store, author: "Erika", progress: Progress(mode: .silent, language: .english))
    _ = try decide.decide("erp:1", "erp:2", .same)
    let now = Date(timeIntervalSince1970: 1_795_000_000)
    let backup = try Backup(store: office.store).make(
      to: office.scenario.work.path("b.sqlite"), now: now)
    _ = try decide.split("erp:1", records: ["erp:2"])
    try office.erase()
    let restored = try Restore(store: office.store).perform(from: backup.path, now: now)
    #expect(restored.erased == 1)
    #expect(try office.remnants() == [])
    #expect(try office.scenario.store { try $0.search("Siebenlist").count } == 2)
    let found = try Verify(store: office.store).perform()
    #expect(found.damage == [] && found.contradictions == [:])
  }

  // MARK: Import

  @Test func theSameFilesDoNotBringAnybodyBack() throws {
    let office = try ErasingOffice.lived()
    try office.erase()
    // Written anew: every file is read.
    for name in ["erp.csv", "news.csv", "calls.csv"] {
      let bytes = try office.scenario.work.bytes(name)
      try office.scenario.work.write(name, String(decoding: bytes, as: UTF8.self) + "\n")
    }
    let outcome = try office.scenario.run()
    #expect(try office.remnants() == [])
    let counts = try office.scenario.counts()
    #expect(counts["records"] == 2 && counts["contacts"] == 2 && counts["rejected_rows"] == 0)
    let problems = try office.scenario.store { reader in
      var all: [Problem] = []
      try reader.forEachProblem { all.append($0) }
      return all.filter { $0.code == "erased-person" }
    }
    #expect(
      Set(problems.map { "\($0.location.file):\($0.location.line)" })
        == ["erp.csv:2", "erp.csv:5", "news.csv:2", "calls.csv:3"])
    for word in ErasingOffice.words { #expect(!outcome.summary.contains(word)) }
    try expectWhole(office)
  }

  @Test(arguments: [
    // Name and birth date.
    ("77;Hannelore;Zwirnmann;neu@anders.example;;03.04.1961;;Bonn;Neuer Weg 1;\n", 2, 0),
    ("77;HANNELORE Marie;ZWIRNMANN;;;3.4.1961;;;;\n", 2, 0),
    // Name and number, name and address.
    ("77;Hannelore;Zwirnmann;;+49 30 23125601;;;;;\n", 2, 0),
    ("77;Zwirnmann;Hannelore;H.Zwirnmann@post.example;;;;;;\n", 2, 0),
    // Her key.
    ("1;Hanni;Neuname;;;;;;Neuer Weg 1;\n", 2, 0),
    // An address or number alone may be another's.
    ("77;Emil;Neumann;h.zwirnmann@post.example;;;;;;\n", 2, 1),
    ("77;;;;030 23125601;;;Bonn;;\n", 2, 1),
    // A name alone is a namesake's.
    ("77;Hannelore;Zwirnmann;;;04.04.1961;;Bonn;Neuer Weg 1;\n", 3, 0),
  ])
  func whoIsWho(row: String, records: Int, held: Int) throws {
    let office = try ErasingOffice()
    try office.scenario.run()
    try office.erase()
    try office.write(erp: row + ErasingOffice.others)
    try office.scenario.run()
    #expect(try office.scenario.counts()["records"] == records)
    #expect(try office.scenario.store { try $0.heldRows().count } == held)
    try expectWhole(office)
  }

  @Test func whatIsHeldIsLetInByAPersonsWord() throws {
    let office = try ErasingOffice()
    try office.scenario.run()
    try office.erase()
    let row = "77;Emil;Neumann;h.zwirnmann@post.example;;;;Bonn;;\n"
    try office.write(erp: ErasingOffice.hers + row + ErasingOffice.others)
    try office.scenario.run()
    #expect(try office.remnants(of: ErasingOffice.words + ["Neumann"]) == [])
    let list = try ErasureList(store: office.store)
    #expect(list.held.map(\.location.line) == [3] && list.erased.count == 1)
    #expect(list.text(.english).contains("erp.csv:3") && list.text(.german).contains("gelöscht am"))
    let number = try #require(list.held.first?.number)
    let erase = Erase(store: office.store, author: "Erika", reason: "the son")
    #expect(office.stop { try erase.allow(number + 1) }?.contains("no row") == true)
    try erase.allow(number)
    try office.scenario.run()
    #expect(try office.scenario.counts()["records"] == 3)
    #expect(try office.scenario.store { try $0.heldRows() } == [])
    #expect(try office.scenario.rows("contacts.csv").count == 3)
    try office.scenario.work.write("erp.csv", "\n" + ErasingOffice.erpHeader + row)
    try office.scenario.run()
    #expect(try office.scenario.counts()["records"] == 1)
    try expectWhole(office)
  }

  @Test func rowsHeldInAFileThatLeftItWaitNoMore() throws {
    let office = try ErasingOffice()
    try office.scenario.run()
    try office.erase()
    try office.write(erp: "77;Emil;Neumann;h.zwirnmann@post.example;;;;;;\n" + ErasingOffice.others)
    try office.scenario.run()
    #expect(try office.scenario.store { try $0.heldRows().count } == 1)
    try office.write(erp: ErasingOffice.others)
    try office.scenario.run()
    #expect(try office.scenario.store { try $0.heldRows().count } == 0)
  }

  /// Who was in the store already is somebody else.
  @Test func aSharedAddressHoldsNobodyWhoWasThere() throws {
    let office = try ErasingOffice()
    try office.write(
      erp: ErasingOffice.hers
        + "2;Konrad;Siebenlist;h.zwirnmann@post.example;;;24103;Kiel;Holm 7;\n")
    try office.scenario.run()
    try office.erase()
    try office.write(
      erp: ErasingOffice.hers
        + "2;Konrad;Siebenlist;h.zwirnmann@post.example;;;24103;Kiel;Holm 9;\n")
    try office.scenario.run()
    #expect(try office.scenario.counts()["records"] == 1)
    // Nor are his calls hers.
    #expect(try office.scenario.counts()["activities"] == 2)
  }

  /// Father and son have one name and one line.
  @Test func whoWasSomebodyElseBeforeStays() throws {
    let office = try ErasingOffice()
    let son = "5;Hannelore;Zwirnmann;;030 23125601;09.09.1991;24103;Kiel;Holm 7;\n"
    try office.write(erp: ErasingOffice.hers + son)
    try office.scenario.run()
    let decide = Decide(
      store: office.store, author: "Erika", progress: Progress(mode: .silent, language: .english))
    _ = try? decide.decide("erp:1", "erp:5", .different)
    let outcome = try office.erase()
    #expect(outcome.mentions.map(\.name) == ["erp:5"])
    try office.write(
      erp: ErasingOffice.hers + son.replacingOccurrences(of: "Holm 7", with: "Holm 8"))
    try office.scenario.run()
    #expect(try office.scenario.counts()["records"] == 1)
  }

  /// A row of history that names an address of hers is about her, whomever it was linked to.
  @Test func rowsOfHistoryThatNameHerAddressGo() throws {
    let office = try ErasingOffice()
    try office.scenario.work.write(
      "calls.csv",
      ErasingOffice.calls + "03.02.2026;uta@heim.example;H.ZWIRNMANN@post.example\n"
        + "04.02.2026;uta@heim.example;von Hannelore Zwirnmann\n")
    try office.scenario.run()
    let outcome = try office.erase()
    #expect(outcome.mentioningRows.map(\.line) == [5])
    #expect(try office.scenario.counts()["activities"] == 2)
    try office.scenario.work.write(
      "calls.csv",
      ErasingOffice.calls + "03.02.2026;uta@heim.example;H.ZWIRNMANN@post.example\n"
        + "05.02.2026;h.zwirnmann@post.example;neu\n")
    try office.scenario.run()
    #expect(try office.scenario.counts()["activities"] == 1)
  }

  // MARK: The key

  @Test func withoutTheKeyNothingIsRead() throws {
    let office = try ErasingOffice()
    try office.scenario.run()
    try office.erase()
    let key = office.store + ".key"
    var status = stat()
    #expect(stat(key, &status) == 0 && status.st_mode & 0o777 == 0o600)
    let bytes = try #require(FileManager.default.contents(atPath: key))
    try FileManager.default.removeItem(atPath: key)
    #expect(office.scenario.stop()?.contains("kontor.sqlite.key: is missing") == true)
    #expect(office.stop { try office.erase("erp:2") }?.contains("is missing") == true)
    #expect(!FileManager.default.fileExists(atPath: key))
    try Data("abc\n".utf8).write(to: URL(fileURLWithPath: key))
    #expect(office.scenario.stop()?.contains("no readable key") == true)
    try Data((String(repeating: "0", count: 64) + "\n").utf8).write(to: URL(fileURLWithPath: key))
    #expect(office.scenario.stop()?.contains("another store's") == true)
    try bytes.write(to: URL(fileURLWithPath: key))
    #expect(office.scenario.stop() == nil)
    try office.erase("erp:2")
    #expect(FileManager.default.contents(atPath: key) == bytes)
  }
}
