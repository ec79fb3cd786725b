import Records
import Testing

@testable import Survivorship

@Suite struct ShapeTests {
  private func covers(_ full: FieldValue, _ part: FieldValue) -> Bool {
    Shape(full).covers(Shape(part))
  }

  @Test func anInitialAgreesWithItsFullName() {
    let hans = name("Hans Peter", "Heide", particle: "von der", suffix: "jun.")
    for part in [
      name("H.", "Heide"), name("Hans", "HEIDE"), name("", "Heide"), name("H. P.", "Heide"),
      name("Hans", "Heide", middle: "P.", particle: "von der"), name("Peter", "Heide"),
    ] {
      #expect(covers(hans, part))
    }
    for other in [
      name("Heinz", "Heide"), name("Hans", "Heide", particle: "von"), name("Hans", "Meyer"),
      name("Hans", "Heide", suffix: "sen."), name("Peter Hans", "Heide"),
    ] {
      #expect(!covers(hans, other))
    }
  }

  @Test func aDoubleNameIsAnotherName() {
    #expect(!covers(name("Eva", "Meyer-Schmidt"), name("Eva", "Meyer")))
  }

  @Test func aShorterAddressAgreesWithTheFullOne() {
    let full = address("Hauptstraße", "12a", "60311", "Frankfurt am Main")
    for part in [
      address("", "", "60311", "Frankfurt"), address("HAUPTSTRASSE", "", "60311", ""),
      address("Hauptstraße", "12 A", "60311", "Frankfurt/Main", country: ""),
    ] {
      #expect(covers(full, part))
    }
    for other in [
      address("Hauptstraße", "12b", "60311", "Frankfurt am Main"), address("", "", "", "Frankfurt"),
      address("", "", "60311", "Frankfurt", country: "AT"),
    ] {
      #expect(!covers(full, other))
    }
  }

  @Test func aMisspelledAddressIsAVariant() {
    let right = Shape(address("Hauptstraße", "12", "01067", "Dresden"))
    for wrong in [
      address("Haupstraße", "12", "01067", "Dresden"),
      address("Hauptstraße", "12", "01067", "Dreden"),
      address("Hauptstraße", "12", "01068", "Dresden"), address("Hauptstraße", "12", "", "Dresden"),
    ] {
      #expect(Shape(wrong).isVariant(of: right) && right.isVariant(of: Shape(wrong)))
    }
    for other in [
      address("Hauptstraße", "13", "01067", "Dresden"),
      address("Hauptstraße", "12", "04109", "Leipzig"),
      address("Nebenstraße", "12", "01067", "Dresden"), address("", "12", "01067", "Dresden"),
    ] {
      #expect(!Shape(other).isVariant(of: right))
    }
  }

  @Test func aPartialDateAgrees() {
    #expect(covers(birthDate(1960, 4, 3), birthDate(0, 4, 3)))
    #expect(covers(birthDate(1960, 4, 3), birthDate(1960, 0, 0)))
    #expect(!covers(birthDate(1960, 4, 3), birthDate(1960, 3, 4)))
    #expect(!covers(birthDate(1960, 0, 0), birthDate(1960, 4, 3)))
  }

  @Test func aTitleAndALegalFormMayBeMissing() {
    #expect(covers(text(.title, "Prof. Dr."), text(.title, "Dr.")))
    #expect(!covers(text(.title, "Dr."), text(.title, "Prof.")))
    #expect(covers(organization("Müller", "GmbH"), organization("MUELLER")))
    #expect(!covers(organization("Müller", "GmbH"), organization("Müller", "KG")))
  }

  @Test func differentKindsNeverCover() {
    #expect(!covers(name("Hans", "Meyer"), text(.title, "Dr.")))
    #expect(!covers(phone("+49351"), phone("+49351")))
  }
}
