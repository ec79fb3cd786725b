import Testing

@testable import Linkage

@Suite struct AddressComparisonTests {
  private let home = Sample.person(
    "1", street: "Hauptstraße", number: "12a", code: "01067", place: "Dresden")

  @Test(arguments: [
    ("Haupt Strasse", "12 A", "01067", "Dresden", AddressLevel.equal),
    ("Hauptstr", "12a", "01069", "Dresden-Neustadt", .equal),
    ("Haubtstraße", "12a", "01067", "Dresden", .nearlyEqual),
    ("Hauptstraße", "", "01067", "Dresden", .street),
    ("", "", "01067", "Dresden", .samePlaceNoStreet),
    ("Hauptstraße", "99", "01067", "Dresden", .otherNumber),
    ("Seeweg", "1", "01067", "Dresden", .samePlace), ("Seeweg", "1", "01445", "Radebeul", .nearby),
    ("Seeweg", "1", "80331", "München", .elsewhere),
  ])
  func levelOfAddresses(
    street: String, number: String, code: String, place: String, level: AddressLevel
  ) {
    let other = Sample.person("2", street: street, number: number, code: code, place: place)
    #expect(Sample.level(.address, home, other) == level.rawValue)
  }
}
