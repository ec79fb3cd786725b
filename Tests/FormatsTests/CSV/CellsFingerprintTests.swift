import Testing

@testable import Formats

@Suite struct CellsFingerprintTests {
  private func print(_ cells: [(String, String)]) -> String {
    cellsFingerprint(of: cells.map { (column: $0.0, text: $0.1) })
  }

  @Test func orderOfColumnsAndEmptyCellsDoNotCount() {
    #expect(print([("a", "1"), ("b", "x")]) == print([("b", "x"), ("c", ""), ("a", "1")]))
    #expect(print([]) == print([("a", ""), ("b", "  ")]))
    #expect(print([]).count == 16)
  }

  @Test(arguments: [
    ("01099", "1099"), (" x ", "x"), ("01.02.2020", "1.2.2020"), ("a\r\nb", "a\nb"), ("0", "0"),
    ("007 0", "7 0"),
  ])
  func whatASpreadsheetDropsDoesNotCount(text: String, altered: String) {
    #expect(print([("a", text)]) == print([("a", altered)]))
  }

  @Test(arguments: [
    ("\"Trautmann", "Trautmann"), ("zu wenig", "zuwenig"), ("100", "1"), ("1.10", "1.1"), ("0", ""),
    ("a@b,example", "a@b.example"),
  ])
  func correctionCounts(text: String, corrected: String) {
    #expect(print([("a", text)]) != print([("a", corrected)]))
  }

  @Test func valueMovedToAnotherColumnIsACorrection() {
    #expect(print([("a", "x"), ("b", "y")]) != print([("b", "x"), ("c", "y")]))
    #expect(print([("a", "x"), ("b", "y")]) != print([("a", "y"), ("b", "x")]))
  }

  @Test func columnThatComesTwiceIsOneCellOfTwoLines() {
    #expect(print([("TEL", "1"), ("TEL", "2")]) == print([("TEL", "1\n2")]))
  }
}
