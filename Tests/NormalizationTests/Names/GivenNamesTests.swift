internal import Testing

@testable import Normalization

@Suite struct GivenNamesTests {
  @Test func commonNamesOfAllOriginsAreKnown() {
    for name in [
      "Hans", "ERIKA", "Jörg", "Günther", "Ayşe", "Hans-Peter", "Anna-Lena", "Grażyna", "Zoë",
    ] {
      #expect(GivenNames.contains(name))
    }
    for name in ["Müller", "Meier-Hans", "", "Hu"] { #expect(!GivenNames.contains(name)) }
  }

  @Test func surnamesThatAreGivenNamesTooProveNothing() {
    #expect(GivenNames.contains("Werner") && !GivenNames.containsOnlyGiven("Werner"))
    #expect(GivenNames.containsOnlyGiven("Erika"))
  }
}
