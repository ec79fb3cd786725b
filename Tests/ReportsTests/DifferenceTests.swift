import Reports
import Testing

@Suite struct DifferenceTests {
  private func marked(_ cells: [[String]]) -> [[String]] {
    let difference = Difference(cells: cells)
    return cells.map { values in
      values.flatMap { difference.pieces(of: $0) }.filter(\.isMarked).map(\.text)
    }
  }

  @Test func ofTwoDifferingWordsBothAreMarked() {
    #expect(marked([["Sabine Meyer"], ["Sabine Meier"]]) == [["Meyer"], ["Meier"]])
  }

  @Test func ofFourWordsOnlyTheOddOneIsMarked() {
    let cells = [["Lindenstr. 4"], ["Lindenstr. 4"], ["Lindenstr. 4a"], ["Lindenstr. 4"]]
    #expect(marked(cells) == [[], [], ["4a"], []])
  }

  @Test func caseAndPunctuationDoNotDiffer() {
    #expect(marked([["MEYER, Sabine"], ["Meyer Sabine"]]) == [[], []])
  }

  @Test func aSingleValueIsNeverMarked() {
    #expect(marked([["Meyer"]]) == [[]])
    #expect(marked([]) == [])
  }

  @Test func theAdditionalNumberIsMarked() {
    #expect(marked([["+491", "+492"], ["+491"]]) == [["+492"], []])
  }

  @Test(arguments: ["", " ", "a", " a, b;c ", "Dr. Hans von der Heide", "\u{301}e", "👩‍👩‍👧"])
  func thePiecesMakeTheValue(value: String) {
    let pieces = Difference(cells: [[value], ["x"]]).pieces(of: value)
    #expect(pieces.map(\.text).joined() == value)
  }
}
