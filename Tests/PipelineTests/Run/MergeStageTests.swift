import Foundation
import Store
import Support
import Testing

@testable import Pipeline

/// Contacts over several runs: their numbers stay with them.
@Suite struct MergeStageTests {
  private static let pipeline = """
    sources:
      - name: s
        file: s.csv
        map: { nr: key, vorname: given, nachname: family, email: email, mobil: mobile, geboren: birth_date }
    match: { at: balanced }
    """
  private static let header = "nr;vorname;nachname;email;mobil;geboren\n"
  private static let first = "1;Hannelore;Meyer;hm@post.example;;03.04.1961\n"
  private static let second = "2;Konrad;Siebenlist;;0171 3920031;01.01.1950\n"
  private static let same = "3;Hannelore;Meyer;hm@post.example;;03.04.1961\n"

  private func scenario(_ rows: String...) throws -> Scenario {
    let scenario = try Scenario(Self.pipeline, ["s.csv": Self.header + rows.joined()])
    try scenario.run()
    return scenario
  }

  private func rerun(_ scenario: Scenario, _ rows: String...) throws {
    try scenario.work.write("s.csv", Self.header + rows.joined())
    try scenario.run()
  }

  @Test func newRecordJoinsItsContact() throws {
    let scenario = try scenario(Self.first, Self.second)
    let before = try scenario.contacts()
    try rerun(scenario, Self.first, Self.second, Self.same)
    let after = try scenario.contacts()
    #expect(after["s:1"] == before["s:1"])
    #expect(after["s:3"] == before["s:1"])
    #expect(after["s:2"] == before["s:2"])
  }

  @Test func contactsThatBecomeOneKeepTheOlderNumberAndTheYoungerIsFoundThere() throws {
    let other = Self.same.replacingOccurrences(of: "Hannelore;Meyer", with: "Uta;Fremdling")
      .replacingOccurrences(of: "hm@post", with: "uf@post").replacingOccurrences(
        of: "1961", with: "1988")
    let scenario = try scenario(Self.first, Self.second, other)
    let before = try scenario.contacts()
    #expect(before["s:3"] != before["s:1"])
    try rerun(scenario, Self.first, Self.second, Self.same)
    let after = try scenario.contacts()
    #expect(after["s:3"] == before["s:1"])
    let old = try #require(before["s:3"].flatMap { Int64($0) })
    let now = try scenario.store { try $0.resolve(old) }
    #expect(now.map(String.init) == before["s:1"])
  }

  @Test func partThatLeavesGetsANewNumber() throws {
    let scenario = try scenario(Self.first, Self.second, Self.same)
    let before = try scenario.contacts()
    let other = Self.same.replacingOccurrences(of: "Hannelore;Meyer", with: "Uta;Fremdling")
      .replacingOccurrences(of: "hm@post", with: "uf@post").replacingOccurrences(
        of: "1961", with: "1988")
    try rerun(scenario, Self.first, Self.second, other)
    let after = try scenario.contacts()
    #expect(after["s:1"] == before["s:1"])
    #expect(!before.values.contains(after["s:3"] ?? ""))
  }

  @Test func statusOfAClusterStandsBesideItsRecords() throws {
    let scenario = try scenario(Self.first, Self.second, Self.same)
    let status = try scenario.rows("clusters.csv").map { ($0["record_key"], $0["status"]) }
    #expect(status.map { $0.1 } == ["merged", "single", "merged"])
  }

  // MARK: Objections

  private static let consents = """
    sources:
      - { name: erp, file: erp.csv, map: { nr: key, vor: given, nach: family, mail: email, geb: birth_date, ok: consent_state } }
      - { name: news, file: news.csv, map: { nr: key, vor: given, nach: family, mail: email, geb: birth_date, aus: consent_withdrawn_at } }
    """
  private static let erp = """
    nr;vor;nach;mail;geb;ok
    1;Hannelore;Meyer;hm@post.example;03.04.1961;ja
    2;Konrad;Siebenlist;ks@post.example;01.01.1950;ja

    """
  private static let newsHeader = "nr;vor;nach;mail;geb;aus\n"

  private func mayEmail(_ scenario: Scenario) throws -> [String] {
    try scenario.rows("contacts.csv").filter { $0["may_email"] == "yes" }
      .compactMap { $0["family"] ?? $0["family_name"] }.sorted()
  }

  @Test func anObjectionReachesAnotherContactAndStaysWhenItsRowIsGone() throws {
    let scenario = try Scenario(
      Self.consents,
      [
        "erp.csv": Self.erp,
        "news.csv": Self.newsHeader + "7;Uta;Fremdling;hm@post.example;05.06.1988;telefonisch\n",
      ])
    try scenario.run()
    let contacts = try scenario.contacts()
    #expect(contacts["erp:1"] != contacts["news:7"])
    #expect(try mayEmail(scenario) == ["Siebenlist"])
    try scenario.work.write("news.csv", Self.newsHeader)
    try scenario.run()
    #expect(try mayEmail(scenario) == ["Siebenlist"])
  }
}
