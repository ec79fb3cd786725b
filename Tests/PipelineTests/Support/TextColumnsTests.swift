import Testing

@testable import Pipeline

@Suite struct TextColumnsTests {
  @Test func columnsAreAlignedToTheLeftWithoutBlanksAtTheEnd() {
    #expect(
      textColumns([["a", "bb", "c"], ["aaa", "b"], []], indent: 2) == "  a    bb  c\n  aaa  b\n")
    #expect(textColumns([]) == "")
  }

  @Test(arguments: [
    ("plain Ümläut", "plain Ümläut"), ("two\nlines", "two lines"),
    ("a\u{1B}[31mred", "a\u{FFFD}[31mred"),
    ("\u{202E}evil", "\u{FFFD}evil"), ("\u{9B}x", "\u{FFFD}x"),
  ])
  func noValueSteersATerminal(text: String, shown: String) {
    #expect(shownOnALine(text) == shown)
  }
}
