internal import Testing

@testable import Normalization

@Suite struct JunkDetectorTests {
  @Test(arguments: [
    "n/a", "N/A", "k.A.", "k. A.", "unbekannt", "-", "--", ".", "?", "xxx", "#NV", "#NAME?",
    "#WERT!",
    "nicht vorhanden", "N.N.",
    "keine Angabe",
  ])
  func placeholderEverywhere(text: String) {
    for context in [JunkDetector.Context.given, .family, .organization, .text, .number] {
      #expect(JunkDetector.isJunk(text, in: context))
    }
  }

  @Test(arguments: [
    "Na", "Ka", "Test", "Null", "Ohne", "Keiner", "Müller", "Xaver", "Nn", "O", "Li", "王", "Kein",
  ])
  func familyNamesAreKept(name: String) {
    #expect(!JunkDetector.isJunk(name, in: .family) || name == "Nn")
  }

  @Test(arguments: ["3", "a", "x", "n", "ß"])
  func oneLetterOrDigitIsAValue(text: String) {
    #expect(!JunkDetector.isJunk(text, in: .number) && !JunkDetector.isJunk(text, in: .given))
  }

  @Test func testIsNobodysGivenName() {
    #expect(JunkDetector.isJunk("test", in: .given))
    #expect(!JunkDetector.isJunk("Testa", in: .given))
  }

  @Test(arguments: ["0000", "0", "kein Telefon", "999999", "keine"])
  func numbersThatAreNone(text: String) { #expect(JunkDetector.isJunk(text, in: .number)) }

  @Test(arguments: ["privat", "Privat", "keine Firma", "xx", "TBD"])
  func organizationsThatAreNone(text: String) {
    #expect(JunkDetector.isJunk(text, in: .organization))
  }

  @Test(arguments: ["Nokia", "Privatbrauerei Huber", "Testo SE", "Kabel AG", "XXXLutz", "11880"])
  func organizationsThatAre(text: String) { #expect(!JunkDetector.isJunk(text, in: .organization)) }

  @Test func doubtfulNamesCountOnlyTogether() {
    #expect(JunkDetector.isJunkName(given: "Test", family: "Test"))
    #expect(JunkDetector.isJunkName(given: "", family: "NULL"))
    #expect(!JunkDetector.isJunkName(given: "Eva", family: "Test"))
  }
}
