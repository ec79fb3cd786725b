internal import Records
internal import Testing

@testable import Normalization

@Suite struct PersonNameNormalizerTests {
  private func combined(_ given: String, _ family: String) -> ParsedName {
    PersonNameNormalizer.combined(
      given: PersonNameNormalizer.given(given), family: PersonNameNormalizer.family(family))
  }

  @Test(arguments: [
    ("Hans", "Müller", PersonName(given: "Hans", family: "Müller")),
    ("HANS-PETER", "MÜLLER", PersonName(given: "Hans-Peter", family: "Müller")),
    ("Hans", "von der Heide", PersonName(given: "Hans", particle: "von der", family: "Heide")),
    ("Hans von der", "Heide", PersonName(given: "Hans", particle: "von der", family: "Heide")),
    ("Hans P.", "Huber", PersonName(given: "Hans", middle: "P.", family: "Huber")),
    ("Köhler", "J.", PersonName(given: "J.", family: "Köhler")),
    ("Hans", "Huber jun.", PersonName(given: "Hans", family: "Huber", suffix: "jun.")),
    ("Hans", "Van Nguyen", PersonName(given: "Hans", particle: "Van", family: "Nguyen")),
    ("Eva", "Huber - Meier", PersonName(given: "Eva", family: "Huber-Meier")),
  ])
  func columnsTogether(given: String, family: String, name: PersonName) {
    #expect(combined(given, family).name == name)
  }

  @Test func couplesInTheGivenColumn() {
    for given in ["Hans und Erika", "Hans u. Erika", "Hans & Erika", "Hans/Erika", "Hans+Erika"] {
      let parsed = combined(given, "Müller")
      #expect(parsed.isHousehold)
      #expect(parsed.name == PersonName(given: "Hans und Erika", family: "Müller"))
    }
  }

  @Test func titlesAndSalutationsInColumns() {
    let parsed = combined("Herr Dr. Hans", "Dr. Huber")
    #expect(parsed.salutation?.text == "Herr")
    #expect(parsed.name == PersonName(given: "Hans", family: "Huber"))
    #expect(combined("Hans", "Huber, Dr.").title == "Dr.")
  }

  @Test func familyColumnAloneIsReadWholeOnlyWithEvidence() {
    #expect(
      PersonNameNormalizer.familyAlone("Heide, Hans").name
        == PersonName(given: "Hans", family: "Heide"))
    #expect(PersonNameNormalizer.familyAlone("Ruiz Zafón").name == PersonName(family: "Ruiz Zafón"))
    #expect(PersonNameNormalizer.familyAlone("Fam. Huber").isHousehold)
  }
}
