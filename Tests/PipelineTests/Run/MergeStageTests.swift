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
}
