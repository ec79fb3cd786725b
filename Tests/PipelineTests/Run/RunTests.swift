import Foundation
import Records
import Support
import Testing

@testable import Pipeline

@Suite struct RunTests {
  private static let pipeline = """
    name: test
    sources:
      - name: erp
        file: erp.csv
        priority: 10
        map: { nr: key, vorname: given, nachname: family, plz: postal_code, ort: place, email: email }
      - name: cards
        file: cards.vcf
    """
  private static let header = "nr;vorname;nachname;plz;ort;email\n"
  private static let rows = [
    "1;Alwine;Trautmann;01099;Dresden;alwine@trautmann.example\n",
    "2;Bruno;Eickhoff;10115;Berlin;bruno@eickhoff.example\n",
    "3;Cosima;Ziegenbalg;04109;Leipzig;\n",
  ]
  private static let cards = """
    BEGIN:VCARD\r
    VERSION:3.0\r
    UID:c1\r
    N:Trautmann;Alwine;;;\r
    EMAIL:alwine@trautmann.example\r
    ADR:;;;Dresden;;01099;\r
    END:VCARD\r

    """

  private func scenario() throws -> Scenario {
    try Scenario(
      Self.pipeline, ["erp.csv": Self.header + Self.rows.joined(), "cards.vcf": Self.cards])
  }

  // MARK: Again

  @Test func unchangedFilesChangeNothingAndTheRunSaysSo() throws {
    let scenario = try scenario()
    #expect(try !scenario.run().isUnchanged)
    let before = try scenario.snapshot()
    let (digest, counts) = try (scenario.digest(), scenario.counts())
    let again = try scenario.run()
    #expect(again.isUnchanged)
    #expect(again.summary.contains("nothing"), "\(again.summary)")
    #expect(try scenario.digest() == digest)
    let now = try scenario.counts()
    #expect(now == counts)
    var after = try scenario.snapshot()
    after["kontor.sqlite"] = before["kontor.sqlite"]
    #expect(after == before)
  }

  @Test func aFileThatHidesItsChangeIsReadWhenAllAre() throws {
    let scenario = try scenario()
    try scenario.run()
    let path = scenario.work.path("erp.csv")
    var status = stat()
    #expect(stat(path, &status) == 0)
    // Written in place: size, time and inode stay.
    let text = try scenario.work.text("erp.csv").replacingOccurrences(of: "Berlin", with: "Bremen")
    let file = try #require(FileHandle(forWritingAtPath: path))
    try file.write(contentsOf: Data(text.utf8))
    try file.close()
    #expect(utimensat(AT_FDCWD, path, [status.st_atim, status.st_mtim], 0) == 0)
    func run(readsAll: Bool) throws -> RunOutcome {
      try Run(file: scenario.file, options: RunOptions(language: .english, readsAll: readsAll))
        .perform(progress: Progress(mode: .silent, language: .english))
    }
    #expect(try run(readsAll: false).isUnchanged)
    let all = try run(readsAll: true)
    #expect(!all.isUnchanged)
    #expect(try scenario.work.text("out/contacts.csv").contains("Bremen"))
    #expect(try run(readsAll: true).isUnchanged)
  }

  @Test func changedRowUpdatesItsRecordAndKeepsTheContact() throws {
    let scenario = try scenario()
    try scenario.run()
    let before = try scenario.contacts()
    let moved = "3;Cosima;Ziegenbalg;99423;Weimar;cosima@ziegenbalg.example\n"
    try scenario.work.write("erp.csv", Self.header + Self.rows[0] + Self.rows[1] + moved)
    #expect(try !scenario.run().isUnchanged)
    #expect(try scenario.contacts() == before)
    let row = try scenario.rows("contacts.csv").first { $0["contact_id"] == before["erp:3"] }
    #expect(row?["place"] == "Weimar")
    #expect(row?["email"] == "cosima@ziegenbalg.example")
  }

  @Test func removedRowIsWithdrawnAndItsNumberIsNotGivenAgain() throws {
    let scenario = try scenario()
    try scenario.run()
    let gone = try #require(try scenario.contacts()["erp:3"])
    try scenario.work.write("erp.csv", Self.header + Self.rows[0] + Self.rows[1])
    try scenario.run()
    #expect(try scenario.contacts()["erp:3"] == nil)
    #expect(try scenario.rows("contacts.csv").allSatisfy { $0["contact_id"] != gone })
    #expect(try scenario.counts()["records"] == 3)
    let new = "4;Detlef;Ohlendorf;24103;Kiel;\n"
    try scenario.work.write("erp.csv", Self.header + Self.rows[0] + Self.rows[1] + new)
    try scenario.run()
    #expect(try scenario.contacts()["erp:4"] != gone)
  }

  @Test func rowsThatWereAwayForARunReturnToTheirContacts() throws {
    let scenario = try scenario()
    try scenario.run()
    let before = try scenario.contacts()
    // An export that failed: the header alone, and no cards at all.
    try scenario.work.write("erp.csv", Self.header)
    try scenario.work.write("cards.vcf", "")
    try scenario.run()
    #expect(try scenario.contacts().isEmpty)
    try scenario.work.write("erp.csv", Self.header + Self.rows.joined())
    try scenario.work.write("cards.vcf", Self.cards)
    try scenario.run()
    #expect(try scenario.contacts() == before)
  }

  @Test func movedRowsAreTheSameRecords() throws {
    let scenario = try scenario()
    try scenario.run()
    let before = try scenario.contacts()
    try scenario.work.write("erp.csv", Self.header + Self.rows.reversed().joined())
    try scenario.run()
    #expect(try scenario.contacts() == before)
  }

  @Test func missingOutputIsWrittenAgain() throws {
    let scenario = try scenario()
    try scenario.run()
    let before = try scenario.work.bytes("out/contacts.csv")
    try FileManager.default.removeItem(atPath: scenario.work.path("out/contacts.csv"))
    try scenario.run()
    #expect(try scenario.work.bytes("out/contacts.csv") == before)
  }

  @Test func sameInputGivesTheSameBytes() throws {
    let scenario = try scenario()
    try scenario.run()
    var first = try scenario.snapshot()
    try FileManager.default.removeItem(atPath: scenario.work.path("out"))
    try scenario.run()
    var second = try scenario.snapshot()
    // The store's list of runs has their times.
    first["kontor.sqlite"] = nil
    second["kontor.sqlite"] = nil
    #expect(first == second)
  }

  // MARK: Dry

  @Test func dryRunWritesTheReportAlone() throws {
    let scenario = try scenario()
    try scenario.run(isDryRun: true)
    #expect(scenario.outputs == ["report.html", "report.json"])
  }

  @Test func dryRunLeavesAStoreAndItsOutputsAsTheyWere() throws {
    let scenario = try scenario()
    try scenario.run()
    var before = try scenario.snapshot()
    let (digest, counts) = try (scenario.digest(), scenario.counts())
    try scenario.work.write("erp.csv", Self.header + Self.rows[0])
    try scenario.run(isDryRun: true)
    var after = try scenario.snapshot()
    #expect(after["report.json"] != before["report.json"])
    #expect(try scenario.digest() == digest)
    #expect(try scenario.counts() == counts)
    for name in ["report.html", "report.json"] {
      before[name] = nil
      after[name] = nil
    }
    // The store too is the same to the byte.
    #expect(after.keys.sorted() == before.keys.sorted())
    for (name, bytes) in before { #expect(after[name] == bytes, "\(name)") }
  }

  // MARK: Wrong input

  @Test(arguments: [
    (
      "nachname: family", "nahname: family",
      "erp.csv: no column \"nahname\": did you mean \"nachname\"?"
    ),
    ("file: erp.csv", "file: err.csv", "err.csv: no such file for source \"erp\""),
    ("nr: key", "nr: kee", "no field \"kee\": did you mean \"key\"?"),
    ("sources:", "sources: [", "not YAML"),
  ])
  func mistakeStopsWithNothingWritten(right: String, wrong: String, message: String) throws {
    let scenario = try scenario()
    try scenario.work.write(
      "pipeline.yaml", Self.pipeline.replacingOccurrences(of: right, with: wrong))
    let stop = scenario.stop()
    #expect(stop?.contains(message) == true, "\(stop ?? "did not stop")")
    #expect(!Repository.names(in: scenario.work.path).contains("out"))
  }

  @Test func missingPipelineFileStops() throws {
    var scenario = try scenario()
    scenario.pipeline = "other.yaml"
    #expect(scenario.stop()?.hasSuffix("other.yaml: can't be read: no such file") == true)
  }

  @Test(arguments: [
    "<!DOCTYPE a [<!ENTITY b \"c\">]><a><p nr='1'><n>&b;</n></p></a>",
    "<a><p nr='1'><n>Trautmann</n></p><p nr='2'><n>Eickhoff</p></a>",
  ])
  func badXMLAmidTheRunLeavesEverythingAsItWas(xml: String) throws {
    let scenario = try scenario()
    try scenario.run()
    let before = try scenario.snapshot()
    let digest = try scenario.digest()
    // The first source has changed and is read before the second fails.
    try scenario.work.write("erp.csv", Self.header + Self.rows[2])
    try scenario.work.write("erp.xml", xml)
    try scenario.work.write(
      "pipeline.yaml",
      Self.pipeline
        + "\n  - { name: x, file: erp.xml, record: p, map: { \"@nr\": key, n: family } }\n")
    #expect(scenario.stop() != nil)
    #expect(try scenario.digest() == digest)
    var after = try scenario.snapshot()
    after["kontor.sqlite"] = before["kontor.sqlite"]
    #expect(after == before)
  }

  @Test func fileThatCannotBeWrittenLeavesEverythingAsItWas() throws {
    let scenario = try scenario()
    try scenario.run()
    let before = try scenario.snapshot()
    let digest = try scenario.digest()
    // A folder where the file begins: it can't be opened, whoever runs the tests.
    try FileManager.default.createDirectory(
      atPath: scenario.work.path("out/.kontor-new/contacts.jsonl"),
      withIntermediateDirectories: true)
    try scenario.work.write("erp.csv", Self.header + Self.rows[2])
    #expect(scenario.stop()?.contains("contacts.jsonl: can't be written: this is a folder") == true)
    try FileManager.default.removeItem(atPath: scenario.work.path("out/.kontor-new"))
    #expect(try scenario.digest() == digest)
    var after = try scenario.snapshot()
    after["kontor.sqlite"] = before["kontor.sqlite"]
    #expect(after == before)
  }

  @Test func fileThatCannotTakeItsNameLeavesEverythingAsItWas() throws {
    let scenario = try scenario()
    try scenario.run()
    let digest = try scenario.digest()
    // A folder with something in it has the file's name.
    try FileManager.default.removeItem(atPath: scenario.work.path("out/crossref.csv"))
    try scenario.work.write("out/crossref.csv/mine", "mine")
    let before = try scenario.work.bytes("out/contacts.csv")
    try scenario.work.write("erp.csv", Self.header + Self.rows[2])
    #expect(scenario.stop() != nil)
    let now = try scenario.digest()
    let after = try scenario.work.bytes("out/contacts.csv")
    #expect(now == digest)
    #expect(after == before)
  }

  @Test func fileThatIsCutOffGivesWhatItHolds() throws {
    let scenario = try Scenario(
      "sources: [{ name: x, file: x.xml, record: p, map: { \"@nr\": key, n: family } }]",
      ["x.xml": "<a><p nr='1'><n>Trautmann</n></p><p nr='2'><n>Eick"])
    try scenario.run()
    #expect(try scenario.contacts().keys.contains("x:1"))
    #expect(try scenario.work.text("out/report.json").contains("xml-cut-off"))
  }

  @Test func runThatDiedBeforeItsFilesHadTheirNamesIsMadeGood() throws {
    let scenario = try scenario()
    try scenario.run()
    let whole = try scenario.work.bytes("out/contacts.csv")
    // As if it had been killed between the store's transaction and the renaming.
    try scenario.work.write("out/.kontor-new/contacts.csv", "new")
    try scenario.work.write("out/contacts.csv", "old")
    #expect(scenario.stop(isDryRun: true) == nil)
    #expect(try !scenario.run().isUnchanged)
    #expect(try scenario.work.bytes("out/contacts.csv") == whole)
    #expect(!scenario.outputs.contains(".kontor-new"))
    #expect(try scenario.run().isUnchanged)
  }

  @Test func outputNoLongerAskedForIsRemovedAndOthersFilesAreNot() throws {
    let scenario = try scenario()
    try scenario.work.write("out/mine.csv", "mine")
    try scenario.run()
    try scenario.work.write("pipeline.yaml", Self.pipeline + "\nwrite: [contacts.vcf]\n")
    try scenario.run()
    #expect(
      scenario.outputs == [
        "clusters.csv", "contacts.vcf", "kontor.sqlite", "mine.csv", "report.html", "report.json",
        "review.csv",
      ])
  }

  @Test func fileThatNoRunWroteIsNotRemoved() throws {
    let scenario = try scenario()
    try scenario.work.write("out/contacts.csv", "mine")
    try scenario.work.write("pipeline.yaml", Self.pipeline + "\nwrite: [contacts.vcf]\n")
    try scenario.run()
    #expect(try scenario.work.text("out/contacts.csv") == "mine")
  }

  @Test func firstRunThatFailsLeavesNoStore() throws {
    let scenario = try scenario()
    try scenario.work.write(
      "pipeline.yaml",
      Self.pipeline + "\n  - { name: x, file: erp.xml, record: p, map: { n: family } }\n")
    try scenario.work.write("erp.xml", "<a><p><n>Trautmann</p></a>")
    #expect(scenario.stop() != nil)
    #expect(!Repository.names(in: scenario.work.path).contains("out"))
  }

  @Test func inputIsNeverOverwritten() throws {
    let work = try Workdir()
    let text = "family\nTrautmann\n"
    try work.write("contacts.csv", text)
    try work.write(
      "p.yaml", "output: .\nsources: [{ name: s, file: contacts.csv, map: { family: family } }]")
    let file = try PipelineFile.read(work.path("p.yaml"))
    _ = try? Run(file: file).perform(progress: Progress(mode: .silent, language: .english))
    let now = try work.text("contacts.csv")
    #expect(now == text)
  }

  // MARK: Rows set aside

  @Test func shareOfRowsSetAsideIsJudged() throws {
    let scenario = try scenario()
    #expect(try !scenario.run().isOverLimit)
    try scenario.work.write("erp.csv", Self.header + Self.rows.joined() + "4;zu wenig\n")
    let outcome = try scenario.run()
    #expect(outcome.isOverLimit)
    #expect(scenario.outputs.contains("rejected.csv"))
    try FileManager.default.removeItem(atPath: scenario.work.path("out"))
    #expect(try scenario.run().isOverLimit)
    try scenario.work.write("pipeline.yaml", Self.pipeline + "\nlimits: { rejected: 20% }\n")
    #expect(try !scenario.run().isOverLimit)
  }

  @Test func correctedRowsAreReadAgain() throws {
    let scenario = try scenario()
    try scenario.work.write(
      "erp.csv",
      Self.header + Self.rows[0] + "8;zu wenig\n9;Egon;Quastel;zu;viel;x;y;z\n10;auch wenig\n")
    try scenario.run()
    #expect(try scenario.rows("contacts.csv").count == 1)
    var rejected = try scenario.work.text("out/rejected.csv")
    // The columns stand in the source's own order.
    #expect(rejected.contains(",nr,vorname,nachname,plz,ort,email,"))
    rejected = rejected.replacingOccurrences(of: ",8,zu wenig,,", with: ",8,Ferdinand,Gans,")
      .replacingOccurrences(of: ",zu,viel,x,y,z\n", with: ",06108,Halle,e@quastel.example,,\n")
    try scenario.work.write("corrected.csv", rejected)
    try scenario.work.write(
      "pipeline.yaml",
      Self.pipeline.replacingOccurrences(
        of: "file: erp.csv", with: "file: [erp.csv, corrected.csv]"))
    try scenario.run()
    let contacts = try scenario.contacts()
    #expect(contacts["erp:8"] != nil)
    // What nobody has corrected is not read with its values in wrong columns.
    #expect(contacts["erp:10"] == nil)
    #expect(try scenario.work.text("out/report.json").contains("not-corrected"))
    let row = try scenario.rows("contacts.csv").first { $0["contact_id"] == contacts["erp:9"] }
    #expect(row?["place"] == "Halle")
    #expect(row?["email"] == "e@quastel.example")
    #expect(try scenario.rows("contacts.csv").count == 3)
  }

  @Test func correctedRowsOfASourceWithItsOwnDialectAreReadAgain() throws {
    let scenario = try Scenario(
      """
      sources:
        - name: s
          file: s.csv
          csv: { delimiter: "|", encoding: windows-1252, header: false, skip: 1 }
          map: { column 1: key, column 2: given, column 3: family }
      """, ["s.csv": "Export\n1|Alwine|Trautmann\n2|Bruno|Eickhoff\n3|Cosima\n"])
    try scenario.run()
    let rejected = try scenario.work.text("out/rejected.csv")
      .replacingOccurrences(of: ",3,Cosima,", with: ",3,Cosima,Müller")
    try scenario.work.write("corrected.csv", rejected)
    try scenario.work.write(
      "pipeline.yaml",
      try scenario.work.text("pipeline.yaml").replacingOccurrences(
        of: "file: s.csv", with: "file: [s.csv, corrected.csv]"))
    try scenario.run()
    #expect(try scenario.rows("contacts.csv").map { $0["family"] }.contains("Müller"))
  }

  // MARK: Files

  @Test func everythingWrittenIsForTheOwnerAlone() throws {
    let scenario = try scenario()
    try scenario.run()
    func mode(_ path: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
    #expect(try mode(scenario.work.path("out")) == 0o700)
    #expect(scenario.outputs.count > 7)
    for name in scenario.outputs {
      #expect(try mode(scenario.work.path("out/" + name)) == 0o600, "\(name)")
    }
  }
}
