import Records
import Testing

@testable import Survivorship

@Suite struct HouseholdLetterTests {
  @Test(arguments: [
    ([], ""), (["A"], "A"), (["A", "B"], "A und B"), (["A", "B", "C"], "A, B und C"),
  ])
  func listInWords(texts: [String], words: String) {
    #expect(list(texts, .german) == words)
  }

  @Test func aFirmsLetterNamesTheFirmNotItsMail() {
    let merger = Merger(rules: SurvivorshipRules(), priorities: [:])
    let home = address("Hauptstraße", "12", "01067", "Dresden")
    let nameless = merger.contact(
      id: 1, from: [record(1, kind: .organization, email("info@b.example"), home)])
    var letter = HouseholdLetter([nameless], .german)
    #expect(letter.lines().isEmpty)
    #expect(letter.leftOut == [.noName: 1])
  }

  @Test func theLetterGoesHomeWithoutTheFirmsName() {
    let merger = Merger(rules: SurvivorshipRules(), priorities: [:])
    let values = [name("Hans", "Meyer"), organization("Beispiel", "GmbH")]
    for (label, firm) in [(ValueLabel.home, ""), (.work, "Beispiel GmbH")] {
      let home = address("Hauptstraße", "12", "01067", "Dresden", label: label)
      let contact = merger.contact(
        id: 1, from: [record(1, kind: .contactPerson, values: values + [home])])
      var letter = HouseholdLetter([contact], .german)
      #expect(letter.lines().map(\.organization) == [firm])
    }
  }
}
