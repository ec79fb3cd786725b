internal import Testing

@testable import Normalization

@Suite struct CountryNormalizerTests {
  @Test(arguments: [
    ("D", "DE"), ("DE", "DE"), ("BRD", "DE"), ("Deutschland", "DE"), ("germany", "DE"),
    ("GER", "DE"), ("A", "AT"), ("AUT", "AT"),
    ("Österreich", "AT"), ("OESTERREICH", "AT"), ("CH", "CH"), ("Suisse", "CH"), ("FL", "LI"),
    ("UK", "GB"), ("Polska", "PL"),
    ("Česká republika", "CZ"), ("Kenia", "KE"), ("Kenya", "KE"), ("USA", "US"),
  ])
  func codeOfCountry(text: String, code: String) {
    #expect(CountryNormalizer.code(of: text) == code)
    #expect(CountryNormalizer.code(of: code) == code)
  }

  @Test(arguments: ["", "Bayern", "XX", "12", "Stuttgart"])
  func noCountry(text: String) { #expect(CountryNormalizer.code(of: text) == nil) }
}
