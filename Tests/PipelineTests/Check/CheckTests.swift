import Foundation
import Records
import Support
import Testing

@testable import Pipeline

@Suite struct CheckTests {
  private static let pipeline = """
    sources:
      - name: list
        file: list.csv
        map: { nr: key, nachname: family }
        ignore: [intern]
      - name: cards
        file: cards.vcf
    activities:
      - name: calls
        file: calls.csv
        link: { name: wer }
    """
  private static let files = [
    "list.csv": "nr;nachname;vorname;Farbe;intern\n1;Trautmann;Alwine;blau;x\n2;zu;wenig\n",
    "cards.vcf": "BEGIN:VCARD\nVERSION:3.0\nN:Eickhoff;Bruno;;;\nX-SHOE:42\nEND:VCARD\n",
    "calls.csv": "wer;was\nAlwine Trautmann;Anruf\nBruno Eickhoff;Besuch\n",
  ]

  private func check(_ scenario: Scenario) throws -> String {
    try Check(file: scenario.file).text(.english)
  }

  @Test func tellsWhatEachSourceHoldsAndWritesNothing() throws {
    let scenario = try Scenario(Self.pipeline, Self.files)
    let text = try check(scenario)
    #expect(text.contains("list: list.csv (CSV, utf-8)"))
    #expect(text.contains("1 record, 1 would be set aside"))
    #expect(text.contains("cards: cards.vcf (vCard, utf-8)"))
    #expect(text.contains("calls: 2 rows"))
    #expect(text.hasSuffix("pipeline.yaml: valid"))
    #expect(scenario.outputs == [])
  }

  @Test func columnsMappedToNoFieldAreListedWithASuggestion() throws {
    let text = try check(Scenario(Self.pipeline, Self.files))
    #expect(text.contains("mapped to no field, are kept: vorname, Farbe"))
    #expect(text.contains("perhaps: vorname: given"))
    #expect(text.contains("X-SHOE"))
    #expect(!text.contains("intern"))
  }

  @Test func mappedElementThatNeverComesIsTold() throws {
    let scenario = try Scenario(
      "sources: [{ name: x, file: x.xml, record: p, map: { n: family, m: email } }]",
      ["x.xml": "<a><p><n>Trautmann</n></p></a>"])
    #expect(try check(scenario).contains("mapped, but never met: m"))
  }

  @Test func noValueOfAContactIsTold() throws {
    let text = try check(Scenario(Self.pipeline, Self.files))
    for value in ["Trautmann", "Alwine", "Eickhoff", "Bruno", "blau", "Anruf"] {
      #expect(!text.contains(value), "\(value)")
    }
  }

  @Test(arguments: [
    ("nachname: family", "nahname: family"), ("name: wer", "name: wem"), ("list.csv", "lost.csv"),
  ])
  func whatStopsARunStopsTheCheck(right: String, wrong: String) throws {
    let scenario = try Scenario(
      Self.pipeline.replacingOccurrences(of: right, with: wrong), Self.files)
    #expect(throws: PipelineError.self) { try check(scenario) }
    #expect(scenario.stop() != nil)
  }

  @Test func columnsOfARejectedFileAreNotTold() throws {
    let scenario = try Scenario(
      "sources: [{ name: s, file: [a.csv, fixed.csv], map: { name: full_name, ort: place } }]",
      [
        "a.csv": "name;ort;frei\nIda Ohm;Ulm;x\n",
        "fixed.csv": "kontor_source,kontor_file,kontor_line,kontor_reason,name,ort,frei\n"
          + "s,a.csv,2,x,Otto Quast,Ulm,y\n",
      ])
    let text = try check(scenario)
    #expect(text.contains("are kept: frei\n"))
  }

  @Test func whatIsNoPropertyOfACardIsNotTold() throws {
    let card =
      "BEGIN:VCARD\nVERSION:3.0\nFN:Ida Ohm\nEickhoff Bruno: wohnt hier\nX-A:1\nEND:VCARD\n"
    let text = try check(Scenario("sources: [{ name: s, file: a.vcf }]", ["a.vcf": card]))
    #expect(text.contains("are kept: property 1, X-A"))
    #expect(!text.uppercased().contains("EICKHOFF"))
  }
}
