import Testing

@testable import Linkage

@Suite struct ScoreBoundTests {
  private let comparer = VariedSample.comparer(60)

  /// The agreements of all pairs, each loss within what the glance says of it.
  @Test func noComparisonLosesLessThanAtAGlance() {
    let scorers = Scorers(.shipped, comparer: comparer)
    let gists = RowGists(comparer, on: SerialExecutor())
    let bound = ScoreBound(ShippedWeights.persons, scorers.persons, gists)
    let rows = comparer.columns.rows
    for left in 0..<60 {
      for right in 0..<60 {
        let glance = bound.glance(gists.rows.base + left, gists.rows.base + right, bound: -1000)
        let total = scorers.persons.score(rows[left], rows[right], atLeast: -1000)
        guard let glance, let total else {
          Issue.record("\(left) \(right)")
          continue
        }
        #expect(min(glance.sum.x, glance.sum.y, glance.sum.z) >= total - 0.01)
      }
    }
  }

  @Test func agreementsGiveTheScoreOfComparing() {
    let scorers = Scorers(.shipped, comparer: comparer)
    let gists = RowGists(comparer, on: SerialExecutor())
    let bound = ScoreBound(ShippedWeights.persons, scorers.persons, gists)
    let rows = comparer.columns.rows
    for (left, right) in zip(0..<59, 1..<60) {
      guard
        let glance = bound.glance(gists.rows.base + left, gists.rows.base + right, bound: -1000),
        let found = bound.agreements(rows[left], rows[right], glance, bound: -1000)
      else { continue }
      let score = scorers.persons.score(found, of: rows[left], rows[right])
      #expect(score == scorers.persons.score(rows[left], rows[right], atLeast: -1000))
    }
  }
}
