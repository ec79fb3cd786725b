import Testing

@testable import Phones

@Suite struct DigitPatternTests {
  @Test func instructionsOfAPattern() throws {
    let pattern = try #require(DigitPattern("1(?:2|[3-5])\\d?"))
    #expect(
      pattern.instructions == [
        .digit(0b10), .split(2, 4), .digit(0b100), .jump(5), .digit(0b111000), .split(6, 7),
        .digit(0x3FF), .match,
      ])
  }

  @Test(arguments: ["", "\\d{9}", "[\\d]{2,4}", "(1|2)?", "8(?:1|(?:2|3)4){2}5"])
  func knownSigns(pattern: String) {
    #expect(DigitPattern(pattern) != nil)
  }

  @Test(arguments: [
    "a", "1+", "1*", ".", "[12", "(1", "1)", "(?=1)", "1{", "1{2", "1{3,2}", "1{2,}", "1{99}",
    "[2-1]", "\\w", "[^1]", "^1$", "1{", "[",
  ])
  func unknownSignsGiveNothing(pattern: String) {
    #expect(DigitPattern(pattern) == nil)
  }

  @Test func everyPatternOfGermanSpeakingCountriesIsKnown() {
    for country in PhoneMetadata.linked where ["DE", "AT", "CH"].contains(country.region) {
      for (type, description) in country.types {
        #expect(DigitPattern(description.pattern) != nil, "\(country.region) \(type)")
      }
    }
  }
}
