import Testing

@testable import Phones

@Suite struct SpellingTests {
  @Test(arguments: [
    ("030 123456", "030123456", false), ("+49 (0) 30/12 34-56", "49030123456", true),
    ("Tel.: 030.123456 ", "030123456", false), ("(+49) 30 123456.", "4930123456", true),
    ("030\u{A0}123\u{2013}456", "030123456", false), ("[030] 123456;,\t", "030123456", false),
    ("123", "123", false), ("+ 123", "123", true),
  ])
  func digitsOfSpelling(text: String, digits: String, hasPlus: Bool) throws {
    let spelling = try #require(Spelling(text))
    #expect(spelling.digits.text == digits)
    #expect(spelling.hasPlus == hasPlus)
  }

  @Test(arguments: [
    "", "12", "Tel.", "030 123456 DW 2", "030 123456 ext. 2", "030,123456", "030 123456#",
    "030\t123456", "030 +123456", "++49 30 123456", "(0)30 ~ 123456", "030 123456x2",
    "\u{FF0B}49 30 123456", "Büro 030 123456", ";phone-context=+49 030 123456", "\u{664}\u{664}123",
    "030 123\u{20AC}456", "030 123456\u{2026}", "030*123456",
    "12345678901234567890123456789012345678901",
    "030 1234\u{C2}", "123\u{E2}", "030\u{200B}123456",
  ])
  func leftToTheLibrary(text: String) {
    #expect(Spelling(text) == nil)
  }
}
