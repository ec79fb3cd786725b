import Foundation
import Records
import Support
import Testing

@testable import Pipeline

@Suite struct SourceReadingTests {
  /// The pipeline's only source read to its end.
  private func read(_ pipeline: String, _ files: [String: String]) throws -> [ReadBatch] {
    let scenario = try Scenario("sources: [\(pipeline)]", files)
    let plan = try SourcePlan(scenario.file)
    let source = plan.sources[0]
    var reading = try SourceReading(
      source.definition, files: source.files.map(\.located), country: "DE")
    var batches: [ReadBatch] = []
    for file in source.files { try reading.read(file.located) { batches.append($0) } }
    return batches
  }

  @Test func rowsBecomeRecordsWithTheirPlaces() throws {
    let batches = try read(
      "{ name: s, file: a.csv, map: { nr: key, n: family } }", ["a.csv": "nr;n\n7;Trautmann\n"])
    let row = try #require(batches.first?.rows.first)
    #expect(row.record.source == "s")
    #expect(row.record.key == "7")
    #expect(row.record.location == Location(file: "a.csv", line: 2, ordinal: 1))
    #expect(row.raw.values.map(\.text) == ["7", "Trautmann"])
  }

  @Test func longFilesComeInSeveralBatches() throws {
    let rows = (1...2500).map { "\($0);Name\($0)\n" }.joined()
    let batches = try read(
      "{ name: s, file: a.csv, map: { nr: key, n: family } }", ["a.csv": "nr;n\n" + rows])
    #expect(batches.map(\.rows.count).reduce(0, +) == 2500)
    #expect(batches.count == 3)
    #expect(batches.map(\.bytesRead) == batches.map(\.bytesRead).sorted())
    #expect(batches.last?.bytesRead == rows.utf8.count + 5)
  }

  @Test func rowWithoutContactDataIsSetAside() throws {
    let batches = try read(
      "{ name: s, file: a.csv, map: { nr: key, n: family } }", ["a.csv": "nr;n\n1;n/a\n2;Quast\n"])
    #expect(batches.flatMap(\.rows).map(\.record.key) == ["2"])
    #expect(batches.flatMap(\.rejected).map(\.problem.action) == [.setAside])
  }

  @Test func constantsAndRolesAreValuesOfEveryRecord() throws {
    let batches = try read(
      "{ name: s, file: a.csv, roles: [press], constants: { country: AT }, "
        + "map: { n: family, o: place } }", ["a.csv": "n;o\nQuast;Wien\n"])
    let record = try #require(batches.first?.rows.first?.record)
    #expect(record.first(.role)?.value.text == "press")
    guard case .address(let address)? = record.first(.address)?.value else {
      Issue.record("no address")
      return
    }
    #expect(address.country == "AT")
  }

  @Test func filesOfOneSourceAreOfOneFormat() throws {
    let stop = #expect(throws: PipelineError.self) {
      try read(
        "{ name: s, file: [a.csv, b.vcf], map: { n: family } }",
        ["a.csv": "n;m\nQuast;x\n", "b.vcf": "BEGIN:VCARD\nVERSION:3.0\nN:Ohm;;;;\nEND:VCARD\n"])
    }
    #expect(stop?.description.contains("make them two sources") == true)
  }

  @Test func xmlWithoutRecordSaysWhatIsMissing() throws {
    let stop = #expect(throws: PipelineError.self) {
      try read("{ name: s, file: a.xml }", ["a.xml": "<a><b>Quast</b></a>"])
    }
    #expect(stop?.description.contains("\"record\"") == true)
    #expect(stop?.description.contains("Quast") == false)
  }

  // MARK: Keys

  private static let row = "Anna Quast;0731 99998;Ulm\n"

  @Test func keyOfARowDoesNotDependOnWhichFilesAreReadAtATime() throws {
    let scenario = try Scenario(
      "sources: [{ name: s, file: '*.csv', map: { name: full_name, tel: phone, ort: place } }]",
      ["a.csv": "name;tel;ort\n" + Self.row, "b.csv": "name;tel;ort\n" + Self.row])
    try scenario.run()
    let before = try scenario.contacts()
    #expect(before.count == 2)
    for (name, added) in [("b.csv", "Ida Ohm;;Bonn\n"), ("a.csv", "Otto Wenz;;Kiel\n")] {
      try scenario.work.write(name, "name;tel;ort\n" + Self.row + added)
      try scenario.run()
      let after = try scenario.contacts()
      for (key, contact) in before { #expect(after[key] == contact) }
    }
    #expect(try scenario.contacts().count == 4)
    let fresh = try Scenario(
      "sources: [{ name: s, file: '*.csv', map: { name: full_name, tel: phone, ort: place } }]",
      [
        "a.csv": try scenario.work.text("a.csv"), "b.csv": try scenario.work.text("b.csv"),
      ])
    try fresh.run()
    #expect(try fresh.contacts().keys.sorted() == scenario.contacts().keys.sorted())
  }

  @Test func keyThatAnotherFileHasAlreadyIsCompletedAndTold() throws {
    let scenario = try Scenario(
      "sources: [{ name: s, file: '*.csv', map: { nr: key, n: family } }]",
      ["a.csv": "nr;n\n4;Quast\n", "b.csv": "nr;n\n4;Wenz\n"])
    try scenario.run()
    #expect(try scenario.contacts().keys.sorted() == ["s:4", "s:4#2"])
    #expect(try scenario.work.text("out/report.json").contains("repeated-key"))
  }

  @Test func correctedRowTakesTheKeyOfTheOneSetAside() throws {
    let pipeline = """
      sources: [{ name: s, file: [a.csv, fixed.csv], map: { nr: key, n: full_name, o: place } }]
      limits: { rejected: 100% }
      """
    let scenario = try Scenario(
      pipeline.replacingOccurrences(of: ", fixed.csv", with: ""),
      ["a.csv": "nr;n;o\n4;;\n5;Otto Wenz;Ulm\n"])
    try scenario.run()
    #expect(try scenario.contacts().keys.sorted() == ["s:5"])
    try scenario.work.write("pipeline.yaml", pipeline)
    try scenario.work.write(
      "fixed.csv",
      "kontor_source,kontor_file,kontor_line,kontor_reason,nr,n,o\ns,a.csv,2,x,4,Ida Ohm,Bonn\n")
    try scenario.run()
    #expect(try scenario.contacts().keys.sorted() == ["s:4", "s:5"])
    let contact = try scenario.contacts()["s:4"]
    try scenario.work.write("a.csv", "nr;n;o\n4;Ida Ohm;Bonn\n5;Otto Wenz;Ulm\n")
    try scenario.run()
    #expect(try scenario.contacts()["s:4"] == contact)
  }

  @Test func keyIsFreeAgainInTheSameFile() throws {
    let batches = try read(
      "{ name: s, file: a.csv, map: { nr: key, n: family } }", ["a.csv": "nr;n\n4;\n4;Quast\n"])
    #expect(batches.flatMap(\.rows).map(\.record.key) == ["4"])
    #expect(batches.flatMap(\.problems).allSatisfy { $0.code != "repeated-key" })
  }

  @Test(arguments: ["BDAY:1980-02-01", "CATEGORIES:Presse", "X-JABBER:ida@chat.example"])
  func cardOfOneReadablePropertyIsAContact(line: String) throws {
    let batches = try read(
      "{ name: s, file: a.vcf }", ["a.vcf": "BEGIN:VCARD\nVERSION:3.0\n\(line)\nEND:VCARD\n"])
    #expect(batches.flatMap(\.rows).count == 1)
  }
}
