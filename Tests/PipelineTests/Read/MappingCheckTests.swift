import Foundation
import Records
import Support
import Testing

@testable import Pipeline

@Suite struct MappingCheckTests {
  private static let pipeline = """
    sources:
      - name: list
        file: list.csv
        map:
          nr: key
          Vornam: given
          nachnahme: family
      - name: other
        file: o*.csv
        map: { name: full_name, Ortt: place }
    activities:
      - name: calls
        file: calls.csv
        date: Datumm
        link: { email: Mailadresse }
    """
  private static let files = [
    "list.csv": "nr;Vorname;Nachname\n1;Alwine;Trautmann\n",
    "o1.csv": "Name;Ort;PLZ\nBruno Eickhoff;Kiel;24103\n",
    "calls.csv": "Datum;E-Mail;Notiz\n2024-01-01;b@eickhoff.example;x\n",
  ]

  private func lines(_ scenario: Scenario) -> [String] {
    (scenario.stop() ?? "").split(separator: "\n").map { line in
      String(line[(line.range(of: "pipeline.yaml:")?.lowerBound ?? line.startIndex)...])
    }
  }

  @Test func everyMissingColumnIsToldAtOnceWithItsPlace() throws {
    let scenario = try Scenario(Self.pipeline, Self.files)
    let told = lines(scenario)
    #expect(
      told == [
        "pipeline.yaml:6:7: list.csv: no column \"Vornam\": did you mean \"Vorname\"?",
        "pipeline.yaml:7:7: list.csv: no column \"nachnahme\": did you mean \"Nachname\"?",
        "pipeline.yaml:10:29: o1.csv: no column \"Ortt\": did you mean \"Ort\"?",
        "pipeline.yaml:14:11: calls.csv: no column \"Datumm\": did you mean \"Datum\"?",
        "pipeline.yaml:15:20: calls.csv: no column \"Mailadresse\": "
          + "there is Datum, E-Mail, Notiz",
      ])
    #expect(scenario.outputs == [])
    let check = #expect(throws: PipelineError.self) { try Check(file: scenario.file) }
    #expect(check?.description.split(separator: "\n").count == 5)
  }

  @Test func tableOfHistoryNeedsALink() throws {
    let pipeline = """
      sources: [{ name: o, file: o1.csv, map: { Name: full_name } }]
      activities: [{ name: calls, file: calls.csv }]
      """
    #expect(
      lines(try Scenario(pipeline, Self.files)) == [
        "pipeline.yaml:2:14: \"link\" is missing: which columns name the contact"
      ])
  }

  @Test func everyMissingFileIsToldAtOnceWithItsPlace() throws {
    let scenario = try Scenario(
      Self.pipeline, ["list.csv": "nr;Vornam;nachnahme\n1;Alwine;Trautmann\n"])
    let told = lines(scenario)
    #expect(told.count == 2)
    #expect(told.first?.hasPrefix("pipeline.yaml:9:11: ") == true)
    #expect(told.last?.hasPrefix("pipeline.yaml:13:11: ") == true)
    #expect(told.allSatisfy { $0.contains("no such file for source") })
  }

  @Test(arguments: [
    "Firma;Eickhoff AG;Ulm\nFirma;Quast GmbH;Bonn\nPrivat;Ida Ohm;Kiel\n",
    "Ort;Eickhoff\nPLZ;Quast\n", "Eickhoff;Ulm\nQuast;Bonn\n",
  ])
  func cellsOfAnUncertainHeaderAreNeverTold(table: String) throws {
    for name in ["Eickhof", "Nachname", "column 9"] {
      let scenario = try Scenario(
        "sources: [{ name: s, file: t.csv, map: { \"\(name)\": family } }]", ["t.csv": table])
      let told = try #require(scenario.stop())
      #expect(told.contains("no column \"\(name)\""))
      for value in ["Eickhoff", "Quast", "Ulm", "Bonn"] { #expect(!told.contains(value)) }
    }
  }

  @Test func columnsMayBeNamedByNumberWhereNoRowNamesThem() throws {
    let scenario = try Scenario(
      "sources: [{ name: s, file: t.csv, map: { column 2: organization, column 3: place } }]",
      ["t.csv": "Firma;Eickhoff AG;Ulm\nFirma;Quast GmbH;Bonn\nPrivat;Ohm GmbH;Kiel\n"])
    try scenario.run()
    #expect(try scenario.counts()["records"] == 3)
  }

  @Test func emptyTableIsCountedAndTheRunGoesOn() throws {
    let scenario = try Scenario(
      "sources: [{ name: s, file: [a.csv, b.csv], map: { name: full_name } }]",
      ["a.csv": "", "b.csv": "name\nIda Ohm\n"])
    try scenario.run()
    #expect(try scenario.counts()["records"] == 1)
    #expect(try scenario.work.text("out/report.json").contains("csv-empty"))
  }
}
