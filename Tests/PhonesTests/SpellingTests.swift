import Testing

@testable import Phones

@Suite struct SpellingTests {
  @Test(arguments: [
    ("030 123456", "030123456", false), ("+49 (0) 30/12 34-56", "49030123456", true),
    ("Tel.: 030.123456 ", "030123456", false), ("(+49) 30 123456.", "4930123456", true),
    ("030\u{A0}123\u{2013}456", "030123456", false), ("[030] 123456;,\t", "030123456", false),
    ("123", "123", false), ("+ 123", "123", true),
  ])
  func digitsOfSpelling(text: String, digits: String, hasPlus: Bool) {
    var spelling = Spelling()
    let isRead = spelling.read(text)
    #expect(isRead)
    #expect(spelling.digits == digits.utf8.map { $0 - 0x30 })
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
    var spelling = Spelling()
    let isRead = spelling.read(text)
    #expect(!isRead)
  }

  @Test func nothingStaysFromTheSpellingBefore() {
    var spelling = Spelling()
    let first = spelling.read("+49 30 123456")
    #expect(first)
    let second = spelling.read("040 1")
    #expect(second)
    #expect(spelling.digits == [0, 4, 0, 1])
    #expect(!spelling.hasPlus)
  }
}
