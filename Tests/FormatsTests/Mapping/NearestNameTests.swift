import Formats
import Testing

@Suite struct NearestNameTests {
  private let names = ["Nachname", "Vorname", "Straße", "PLZ", "E-Mail"]

  @Test(arguments: [
    ("Nachnahme", "Nachname"), ("vornmae", "Vorname"), ("Strase", "Straße"), ("email", "E-Mail"),
    ("PLZ ", "PLZ"), ("Vorname", "Vorname"),
  ])
  func nearNameIsFound(name: String, nearest: String) {
    #expect(nearestName(to: name, among: names) == nearest)
  }

  @Test func farNameIsNone() {
    #expect(nearestName(to: "Geburtsdatum", among: names) == nil)
    #expect(nearestName(to: "x", among: []) == nil)
  }

  @Test(arguments: [
    ("Frima", "Firma", true), ("Kundn", "Kunde", true), ("Persn", "Person", true),
    ("Strase", "Straße", true), ("Strasse", "Straße", true), ("@nr", "nr", true),
    ("Telefon2", "Telefon3", false), ("Telefon", "Telefon2", false), ("Ort", "Art", false),
    ("Telefax", "Telefon", false), ("Ort", "Ort", false),
  ])
  func oneLetterIsASlip(name: String, other: String, isSlip: Bool) {
    #expect(Formats.isSlip(name, of: other) == isSlip)
  }
}
