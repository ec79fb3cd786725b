import Records
import Testing

@testable import Formats

@Suite struct XMLProblemTests {
  private static let place = Location(file: "erp.xml", line: 3, ordinal: 2)

  @Test(arguments: [
    ("xml-damaged-text", Problem.Action.repaired), ("xml-value-too-long", .skipped),
    ("xml-too-many-repeats", .skipped), ("xml-record-too-large", .setAside),
    ("xml-encoding-declared-wrongly", .repaired), ("xml-no-record", .skipped),
    ("xml-cut-off", .setAside), ("xml-malformed", .setAside),
  ])
  func actions(code: String, action: Problem.Action) {
    let problem = xmlProblem(code, Self.place, recordPath: "Kunde")
    #expect(problem.code == code && problem.action == action && problem.location == Self.place)
    #expect(problem.message(.german) != problem.message(.english))
  }

  @Test func missingRecordIsNamed() {
    let problem = xmlProblem("xml-no-record", Self.place, recordPath: "Kunde")
    #expect(problem.message(.english).contains("Kunde"))
  }
}
