import Records
import Testing

@testable import Survivorship

@Suite struct CompletenessTests {
  @Test(arguments: [
    (name("Hans", "Meyer"), name("H.", "Meyer")), (name("H.", "Meyer"), name("", "Meyer")),
    (name("Hans", "Heide", particle: "von der"), name("Hans", "Heide")),
    (name("Eva", "Meyer-Schmidt"), name("Eva", "Meyer")),
    (
      address("Hauptstraße", "12", "01067", "Dresden"),
      address("Hauptstraße", "", "01067", "Dresden")
    ),
    (address("", "", "01067", "Dresden"), address("", "", "", "Dresden")),
    (organization("Meyer", "GmbH"), organization("Meyer")),
    (birthDate(1960, 4, 3), birthDate(1960, 0, 0)),
    (phone("+4935112345", extension: "23"), phone("+4935112345")),
    (text(.title, "Prof. Dr."), text(.title, "Dr.")),
  ])
  func oneSaysMoreThanTheOther(full: FieldValue, part: FieldValue) {
    #expect(full.completeness > part.completeness)
  }

  @Test func aPOBoxStandsForStreetAndNumber() {
    let box = Address(poBox: "1234", postalCode: "01001", place: "Dresden")
    let field = FieldValue(.address, .address(box), raw: "")
    #expect(field.completeness == address("Hauptstraße", "12", "01067", "Dresden").completeness)
  }

  @Test(arguments: [
    ("Meyer", true), ("MEYER", false), ("meyer", false), ("", false), ("1A", false),
  ])
  func mixedCase(text: String, isMixed: Bool) {
    #expect(hasMixedCase(text) == isMixed)
  }

  @Test(arguments: [("Müller", 1), ("Mueller", 0), ("", 0), ("Ärger–ß", 3)])
  func specialLetters(text: String, count: Int) {
    #expect(countOfSpecialLetters(text) == count)
  }
}
