import Foundation
import Records
import Support
import Testing

@testable import Pipeline

@Suite struct WriteStageTests {
  private static let pipeline = """
    sources: [{ name: s, file: s.csv, map: { family: family, given: given, street: street, postal_code: postal_code, place: place, email: email } }]
    """
  private static let rows = """
    given;family;street;postal_code;place;email
    Ottilie;Brandstetter;Kirchplatz 1;94032;Passau;o@post.example
    Severin;Brandstetter;Kirchplatz 1;94032;Passau;s@post.example
    Konrad;Siebenlist;;;;

    """
  private static let always = [
    "clusters.csv", "kontor.sqlite", "report.html", "report.json", "review.csv",
  ]

  private func scenario(_ setting: String = "") throws -> Scenario {
    try Scenario(setting + Self.pipeline, ["s.csv": Self.rows])
  }

  @Test(
    arguments: [
      ("write: []\n", []), ("write: [contacts.vcf]\n", ["contacts.vcf"]),
      ("write: [crossref.csv, households.csv]\n", ["crossref.csv", "households.csv"]),
      (
        "",
        ["contacts.csv", "contacts.jsonl", "contacts.vcf", "crossref.csv", "households.csv"]
      ),
    ] as [(String, [String])])
  func whatIsAskedForIsWritten(setting: String, names: [String]) throws {
    let scenario = try scenario(setting)
    try scenario.run()
    #expect(scenario.outputs == (Self.always + names).sorted())
  }

  @Test func versionOfTheCardsIsAsAsked() throws {
    let scenario = try scenario("vcard_version: \"3.0\"\n")
    try scenario.run()
    let cards = try scenario.work.text("out/contacts.vcf")
    #expect(cards.components(separatedBy: "VERSION:3.0\r\n").count == 4)
    #expect(!cards.contains("VERSION:4.0"))
  }

  @Test func everyContactIsInEveryFile() throws {
    let scenario = try scenario()
    try scenario.run()
    #expect(try scenario.rows("contacts.csv").map { $0["contact_id"] } == ["1", "2", "3"])
    let lines = try scenario.work.text("out/contacts.jsonl").split(separator: "\n")
    for (number, line) in lines.enumerated() {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      #expect(object?["contact_id"] as? Int == number + 1)
    }
    #expect(lines.count == 3)
    #expect(try scenario.rows("crossref.csv").count == 3)
  }

  @Test func householdHasOneLineAndNobodyWithoutAnAddress() throws {
    let scenario = try scenario()
    try scenario.run()
    let lines = try scenario.rows("households.csv")
    #expect(lines.count == 1)
    #expect(lines.first?["addressee"] == "Ottilie and Severin Brandstetter")
    #expect(lines.first?["contact_ids"] == "1 2")
  }

  @Test(arguments: [false, true])
  func whoGetsNoLetterIsCounted(isDryRun: Bool) throws {
    let scenario = try scenario()
    let outcome = try scenario.run(isDryRun: isDryRun)
    #expect(outcome.summary.contains("contacts without one: 1"))
    let report = try scenario.work.text("out/report.json")
    #expect(report.contains(#""code": "no_address""#))
  }

  @Test func oldListOfRowsSetAsideIsGoneWhenThereAreNone() throws {
    let scenario = try scenario()
    try scenario.work.write("s.csv", Self.rows + "zu;wenig\n")
    try scenario.run()
    #expect(scenario.outputs.contains("rejected.csv"))
    try scenario.work.write("s.csv", Self.rows.replacingOccurrences(of: "Konrad", with: "Kuno"))
    try scenario.run()
    #expect(!scenario.outputs.contains("rejected.csv"))
  }

  @Test func germanRunWritesGermanWords() throws {
    let scenario = try scenario()
    try scenario.run(language: .german)
    #expect(try scenario.work.text("out/contacts.csv").contains("keine Einwilligung bekannt"))
    #expect(
      try scenario.rows("households.csv").first?["addressee"] == "Ottilie und Severin Brandstetter")
    #expect(try scenario.work.text("out/report.html").contains("lang=\"de\""))
  }
}
