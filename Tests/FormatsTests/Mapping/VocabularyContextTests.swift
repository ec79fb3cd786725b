import Formats
import Records
import Testing

@Suite struct VocabularyContextTests {
  private func targets(_ columns: [String]) -> [String: String] {
    FieldVocabulary.targets(of: columns).mapValues(\.text)
  }

  @Test func nameBesideAGivenNameIsTheFamilyName() {
    #expect(targets(["Vorname", "Name"])["Name"] == "family")
    #expect(targets(["Name", "Ort"])["Name"] == "full_name")
    let all = ["full_name", "first_name", "middle_name", "surname"]
    #expect(targets(all)["full_name"] == nil)
    #expect(FieldVocabulary.restatedNames(in: all) == ["full_name"])
  }

  @Test func wholeNameBesideGivenAndFamilyNameMayHoldTheMiddleNames() {
    let columns = ["full_name", "first_and_surname", "first_name", "surname"]
    #expect(targets(columns)["full_name"] == "full_name")
    #expect(targets(columns)["first_and_surname"] == nil)
    #expect(FieldVocabulary.restatedNames(in: columns) == ["first_and_surname"])
  }

  @Test func occupationWithoutAnOrganizationStaysAColumnOfItsOwn() {
    #expect(targets(["Name", "Beruf"])["Beruf"] == nil)
    #expect(targets(["Name", "Firma", "Beruf"])["Beruf"] == "position")
  }

  @Test func addressBesideAPlaceIsTheStreet() {
    #expect(targets(["Name", "Adresse", "PLZ", "Ort"])["Adresse"] == "street")
    #expect(targets(["Name", "Adresse"])["Adresse"] == "full_address")
    #expect(targets(["street", "address", "zip"])["address"] == "address_addition")
  }

  @Test func outlooksOrtIsNoPlace() {
    let found = targets(["Ort", "Ort geschäftlich", "Straße geschäftlich", "Ort privat"])
    #expect(found["Ort"] == nil)
    #expect(found["Ort privat"] == "home.place")
  }

  @Test func geburtstagBesideABirthYearIsADay() {
    #expect(targets(["Geburtsjahr", "Geburtstag"])["Geburtstag"] == nil)
    #expect(targets(["Geburtstag"])["Geburtstag"] == "birth_date")
  }

  @Test func fieldThatOccursOnceIsTakenFromTheFirstColumn() {
    let found = targets(["Firma", "Unternehmen", "Tel", "Telefon"])
    #expect(found == ["Firma": "organization", "Tel": "phone", "Telefon": "phone"])
  }
}
