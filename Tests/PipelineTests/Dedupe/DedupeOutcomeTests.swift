import Records
import Testing

@testable import Pipeline

@Suite struct DedupeOutcomeTests {
  private func outcome(rows: Int, setAside: Int) -> DedupeOutcome {
    let problems = (0..<setAside).map { index in
      Problem(
        code: "too-few-fields", location: Location(file: "t.csv", line: index + 2, ordinal: index),
        action: .setAside, message: Phrase(de: "2 Felder", en: "2 fields"))
    }
    return DedupeOutcome(
      rows: rows, contacts: 1, setAside: setAside, problems: problems, reviewPairs: 0,
      expectedPrecision: 1, expectedRecall: 1, folder: "out", unmappedColumns: ["column 2"])
  }

  @Test func countsAddUp() {
    let text = outcome(rows: 10, setAside: 7).text(.english)
    #expect(text.contains("duplicates   2"))
    #expect(text.contains("t.csv:2: 2 fields: row set aside"))
    #expect(text.contains("t.csv:6: ") && !text.contains("t.csv:7: "))
    #expect(text.contains("… and 2 more of these"))
    #expect(text.contains("mapped to no field: column 2"))
  }

  @Test(arguments: [(100, 1, false), (100, 2, true), (0, 0, false)])
  func shareSetAsideIsHeldAgainstTheLimit(rows: Int, setAside: Int, isOver: Bool) {
    #expect(outcome(rows: rows, setAside: setAside).isOver(limit: 0.01) == isOver)
  }
}
