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
}
