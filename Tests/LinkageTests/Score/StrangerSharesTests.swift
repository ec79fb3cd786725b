import Testing

@testable import Linkage

@Suite struct StrangerSharesTests {
  @Test func sharesAddUpToOneAndFollowTheData() {
    let givens = [
      "Anna", "Bernd", "Clara", "Dirk", "Emma", "Frank", "Greta", "Horst", "Ida", "Jens",
    ]
    let records = (0..<300).map { index in
      Sample.person("\(index)", givens[index % 10], Self.family(index))
    }
    let comparer = Sample.comparer(records)
    let scorers = Scorers(.shipped, comparer: comparer)
    let bounds = ScoreBounds(.shipped, scorers, RowGists(comparer, on: SerialExecutor()))
    let fitted = StrangerShares(
      scorer: scorers.persons, bounds: bounds,
      records: comparer.columns.rows.indices.map { UInt32($0) }
    )
    .fitted(ShippedWeights.persons, on: SerialExecutor())
    for table in fitted.tables { #expect(abs(table.levels.reduce(0) { $0 + $1.u } - 1) < 0.02) }
    let given = fitted.tables.first { $0.comparison == .given }
    // One of ten given names each.
    #expect((given?.levels.first?.u ?? 0) > 0.05)
  }

  /// A name of four letters' pairs that follows from the number.
  private static func family(_ index: Int) -> String {
    let letters = ["bu", "do", "fa", "gi", "ke", "lu", "mo", "na", "ri", "te"]
    let places: [Int] = [index % 7, index / 7 % 10, index % 9, index / 30]
    return places.map { letters[$0] }.joined()
  }
}
