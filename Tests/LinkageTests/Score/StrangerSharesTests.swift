import Testing

@testable import Linkage

@Suite struct StrangerSharesTests {
  @Test func sharesAddUpToOneAndFollowTheData() {
    let comparer = Sample.comparer(Sample.crowd(300))
    let scorer = Scorers(.shipped, comparer: comparer).persons
    let fitted = StrangerShares(
      scorer: scorer, records: comparer.columns.rows.indices.map { UInt32($0) }
    )
    .fitted(ShippedWeights.persons, on: SerialExecutor())
    for table in fitted.tables { #expect(abs(table.levels.reduce(0) { $0 + $1.u } - 1) < 0.02) }
    let given = fitted.tables.first { $0.comparison == .given }
    // One of ten given names each.
    #expect((given?.levels.first?.u ?? 0) > 0.05)
  }
}
