import Records
import Testing

@testable import Pipeline

@Suite struct PersonTraitsTests {
  private func traits(
    _ given: String, _ family: String, email: String = "", born: PartialDate = PartialDate()
  ) -> PersonTraits {
    PersonTraits(
      [
        FieldValue(.name, .name(PersonName(given: given, family: family)), raw: ""),
        FieldValue(.birthDate, .date(born), raw: ""),
      ] + (email.isEmpty ? [] : [FieldValue(.email, .text(email), raw: email)]), .person)
  }

  /// Who was erased is known by these forever: another form would know nobody again.
  @Test func formsAreAsTheyWereEver() {
    let key = HashKey(secret: [7])
    let person = traits(
      "Jörg-Peter", "Müller-Groß", email: "J@X.example",
      born: PartialDate(year: 1980, month: 2, day: 3))
    #expect(person.names == ["joerg muellergross"])
    #expect(
      person.personHashes(key) == [
        key.hash("birth", "joerg muellergross", "1980-02-03"),
        key.hash("email", "joerg muellergross", "j@x.example"),
      ])
    #expect(person.traitHashes(key) == [key.hash("email", "j@x.example")])
    #expect(
      key.hash("birth", "joerg muellergross", "1980-02-03") == "ab2fa0a418b6fa93efe5f35f8612fb99")
  }

  @Test func namesAreKnownHoweverTheyAreWritten() {
    let name = traits("Jörg", "Groß").names
    for (given, family) in [("JOERG Peter", "Gross"), ("Groß", "Jörg"), ("Jo\u{308}rg", "GROSS")] {
      #expect(traits(given, family).names == name)
    }
    #expect(traits("Jens", "Groß").names != name && traits("Jörg", "").names.isEmpty)
  }

  @Test func whomAFirmsRowNamesIsNotTheFirm() {
    let values = [
      FieldValue(
        .organization, .organization(OrganizationName(text: "Groß GmbH", core: "Groß")), raw: ""),
      FieldValue(.name, .name(PersonName(given: "Jörg", family: "Groß")), raw: ""),
    ]
    #expect(PersonTraits(values, .organization).names == ["=gross"])
    #expect(PersonTraits(values, .contactPerson).names == ["gross joerg"])
  }

  @Test func aYearAloneIsNoBirthDate() {
    #expect(traits("A", "B", born: PartialDate(year: 1980)).births.isEmpty)
  }

  @Test(arguments: [
    ("vertritt Jörg Groß", true), ("Groß, Joerg (alt)", true), ("an J@X.example, bitte", true),
    ("Jörg Klein", false), ("Großmann, Jörg", false), ("", false),
  ])
  func mentions(text: String, areThere: Bool) {
    #expect(traits("Jörg", "Groß", email: "j@x.example").areMentioned(in: text) == areThere)
  }
}
