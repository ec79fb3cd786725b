internal import Testing

@testable import Normalization

@Suite struct NormalizedRecordTests {
  @Test func recordSetAsideKeepsItsProblems() {
    let result = normalized(("note", "nichts"))
    #expect(result.record == nil && !result.problems.isEmpty)
  }
}
