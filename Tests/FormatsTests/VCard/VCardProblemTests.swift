import Records
import Testing

@testable import Formats

@Suite struct VCardProblemTests {
  private static let place = Location(file: "a.vcf", line: 3, ordinal: 2)

  @Test(arguments: [
    (VCardProblem.empty, Problem.Action.setAside), (.tooLarge, .setAside), (.noEnd, .repaired),
    (.unknownCharset, .repaired), (.groupWithAddress, .repaired), (.group, .skipped),
    (.garbage, .skipped), (.noCard, .skipped),
    (.lineWithoutColon, .skipped), (.lineTooLong, .skipped),
  ])
  func actions(kind: VCardProblem, action: Problem.Action) {
    let problem = kind.problem(at: Self.place, field: "TEL")
    #expect(problem.code == kind.rawValue && problem.code.hasPrefix("vcard-"))
    #expect(problem.action == action && problem.field == "TEL" && problem.location == Self.place)
    #expect(problem.message(.german) != problem.message(.english))
  }
}
