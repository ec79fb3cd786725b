import Testing

@testable import Store

@Suite("SearchQuery")
struct SearchQueryTests {
  @Test(
    arguments: [
      ("Hans Meyer", #""Hans"* AND "Meyer"*"#), ("  ", nil),
      ("müller", #"("müller"* OR "mueller"*)"#),
      (#"a"bcd"#, #""a" AND "bcd"*"#), ("Li", #""Li""#), ("--", nil),
    ] as [(String, String?)])
  func queryOfText(text: String, query: String?) {
    #expect(searchQuery(text) == query)
  }

  @Test(
    arguments: [
      ("Hans Li", #"{name organization} : ("Hans" AND "Li")"#), (" ", nil),
      ("müller", #"{name organization} : (("müller" OR "mueller"))"#),
    ] as [(String, String?)])
  func queryOfAName(text: String, query: String?) {
    #expect(searchQuery(named: text) == query)
  }

  @Test(
    arguments: [
      ("+49 (0) 4841 / 555017", ["494841555017"]), ("0049 4841-555017", ["494841555017"]),
      ("+49 48", ["4948"]), ("0049 4841", ["494841"]), ("12345", []), ("Weg 123456", []),
      ("1+234567", []), ("", []),
    ] as [(String, [String])])
  func numbersWithTheirCallingCode(text: String, numbers: [String]) {
    #expect(telephoneNumbers(text) == numbers)
  }

  @Test(arguments: ["04841 555017", "04841/555017", "(0)4841 555 017", "04841\u{A0}555-017"])
  func numbersOfAnyCountry(text: String) {
    let numbers = telephoneNumbers(text)
    #expect(numbers.contains("494841555017") && numbers.contains("434841555017"))
    #expect(numbers.contains("3904841555017") && numbers.contains("4234841555017"))
    #expect(Set(numbers).count == numbers.count)
  }

  @Test func numbersWithoutTheirZero() {
    let numbers = telephoneNumbers("4841 555017")
    #expect(numbers.contains("494841555017") && numbers.contains("4841555017"))
  }

  @Test(
    arguments: [
      ("Moorweg 5", true, "Moorweg"), ("Moorweg 12a", true, "Moorweg"), ("Moorweg", true, nil),
      ("Hans K", true, nil), ("Hans K", false, "Hans"), ("K 103", true, nil), ("5", false, nil),
      ("Kiel 24103", true, nil), ("030 231 2560", true, nil), ("", false, nil),
    ] as [(String, Bool, String?)])
  func slightWordsAreLeftOut(text: String, isFound: Bool, rest: String?) {
    #expect(searchTextWithoutSlightWords(text, isFound: isFound) == rest)
  }
}
