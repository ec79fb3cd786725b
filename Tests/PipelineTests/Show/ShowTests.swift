import Foundation
import Records
import Support
import Testing

@testable import Pipeline

@Suite struct ShowTests {
  private func office() throws -> Office {
    let office = try Office()
    try office.scenario.run()
    return office
  }

  @Test func everyValueHasItsPlaceItsRuleAndWhatLost() throws {
    let work = try office()
    let shown = try Show(store: work.store).contact("1")
    #expect(shown.id == 1 && shown.way.isEmpty)
    let name = try #require(shown.values.first { $0.value.attribute == .name })
    #expect(name.value.value.text == "Hannelore Meyer")
    #expect(name.origin.name == "erp:1" && name.origin.file == "erp.csv" && name.origin.line == 2)
    #expect(name.rule == .sourcePriority)
    #expect(name.lost.map(\.value.value.text) == ["Hannelore Meier"])
    #expect(name.lost.map(\.origin.name) == ["news:7"])
    #expect(shown.records.map(\.name) == ["erp:1", "news:7"])
    #expect(shown.permissions.contains { $0.channel == .email })
    #expect(shown.activities.map(\.date) == ["2026-02-02"])
  }

  @Test func relationsNameTheOther() throws {
    let work = try office()
    let shown = try Show(store: work.store).contact("erp:2")
    #expect(shown.relations.map(\.kind) == [.household])
    #expect(shown.relations.map(\.name) == ["Uta Siebenlist"])
  }

  @Test(arguments: ["1", "erp:1", "news:7"])
  func contactIsFoundByNumberAndByItsRecords(name: String) throws {
    let work = try office()
    #expect(try Show(store: work.store).contact(name).id == 1)
  }

  @Test func formerNumberLeadsToTheContactAndSaysSo() throws {
    let office = try office()
    // Konrad's row becomes one more of Hannelore.
    let rows = Office.erp.split(separator: "\n").map(String.init)
    let again = rows[0].replacingOccurrences(of: "1;Hann", with: "2;Hann")
    try office.write(erp: [rows[0], again, rows[2], ""].joined(separator: "\n"))
    try office.scenario.run()
    let shown = try Show(store: office.store).contact("2")
    #expect(shown.id == 1)
    #expect(shown.way == [ShownContact.Step(contact: 2, run: 2, into: 1)])
    #expect(shown.text(.english).contains("contact 2: merged into 1 in run 2"))
    #expect(shown.text(.german).contains("Kontakt 2: in Lauf 2 in 1 aufgegangen"))
  }

  @Test func withdrawnContactIsShownAsItWasLast() throws {
    let office = try office()
    try office.write(erp: Office.erp.split(separator: "\n")[0] + "\n")
    try office.scenario.run()
    for name in ["2", "erp:2"] {
      let shown = try Show(store: office.store).contact(name)
      #expect(shown.withdrawnRun == 2)
      #expect(shown.name == "Konrad Siebenlist")
      #expect(shown.records.map(\.isWithdrawn) == [true])
      #expect(shown.text(.english).contains("withdrawn in run 2"))
    }
  }

  @Test func textNamesAllParts() throws {
    let work = try office()
    let shown = try Show(store: work.store).contact("1")
    let text = shown.text(.english)
    for word in [
      "contact 1  Hannelore Meyer", "from 2 records", "lost: Hannelore Meier", "erp:1 (erp.csv:2)",
      "Permissions", "Activities",
    ] { #expect(text.contains(word), "\(word)\n\(text)") }
    #expect(shown.text(.german).contains("unterlegen: Hannelore Meier"))
    let json = try JSONSerialization.jsonObject(with: Data(shown.json(.english).utf8))
    #expect((json as? [String: Any])?["contact"] as? Int == 1)
  }

  @Test(arguments: ["99", "erp:99", "x"])
  func whatNamesNothingIsRefused(name: String) throws {
    let work = try office()
    #expect(throws: PipelineError.self) { try Show(store: work.store).contact(name) }
  }
}
