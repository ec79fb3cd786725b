import Testing

@testable import Records

@Suite struct ProblemTests {
  @Test func textSaysWhereWhatAndWhatWasDone() {
    var problem = Problem(
      code: "too-few-fields", location: Location(file: "erp.csv", line: 1042, ordinal: 1041),
      action: .setAside,
      message: Phrase(de: "7 Felder statt 9", en: "7 fields, the header has 9"))
    #expect(problem.text(.english) == "erp.csv:1042: 7 fields, the header has 9: row set aside")
    #expect(problem.text(.german) == "erp.csv:1042: 7 Felder statt 9: Zeile ausgesondert")
    problem.field = "E-Mail"
    #expect(problem.text(.english).hasPrefix("erp.csv:1042: E-Mail: "))
  }
}
