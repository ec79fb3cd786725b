import Testing

@testable import Linkage

@Suite struct ScorersTests {
  @Test func recordsOfTwoKindsAreNeverScored() {
    let comparer = Sample.comparer([
      Sample.person("1", "A", "Kranz"), Sample.organization("2", "Kranz"),
    ])
    let rows = comparer.columns.rows
    #expect(Scorers(.shipped, comparer: comparer).score(rows[0], rows[1], atLeast: -1000) == nil)
  }
}
