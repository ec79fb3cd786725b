internal import Testing

@testable import Normalization

@Suite struct PostalCodeNormalizerTests {
  @Test(arguments: [
    ("70567", "70567", ""), ("D-70567", "70567", "DE"), ("D 70567", "70567", "DE"),
    ("A-4655", "4655", "AT"),
    ("CH-8000", "8000", "CH"), ("01067.0", "01067", ""), ("1.067", "1067", ""),
    ("70 567", "70567", ""),
    ("1234 AB", "1234 AB", ""), ("sw1a 1aa", "SW1A 1AA", ""), ("", "", ""),
    ("F-67000", "67000", "FR"),
  ])
  func codeAndCountry(text: String, code: String, country: String) {
    let found = PostalCodeNormalizer.normalized(text)
    #expect(found.code == code)
    #expect(found.country == country)
    #expect(PostalCodeNormalizer.normalized(code).code == code)
  }

  @Test func placeBehindTheCode() {
    let found = PostalCodeNormalizer.normalized("70567 Stuttgart")
    #expect(found.code == "70567" && found.place == "Stuttgart")
  }

  @Test func zeroIsRestoredOnlyInCodesThatExist() {
    #expect(PostalCodeNormalizer.withLeadingZero("1067") == "01067")
    for code in ["8000", "7093", "5123", "0123", "10115", "106", "12a4", ""] {
      #expect(PostalCodeNormalizer.withLeadingZero(code) == nil)
    }
  }
}
