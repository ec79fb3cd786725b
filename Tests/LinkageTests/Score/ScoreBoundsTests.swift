import Testing

@testable import Linkage

/// A glance only spares work: the scores that come out are those of comparing all.
@Suite struct ScoreBoundsTests {
  @Test(arguments: [(Float(-20), false), (-3, false), (-3, true), (6, true)])
  func pairsThatComeOutAreThoseThatScoreEnough(least: Float, extras: Bool) {
    let comparer = VariedSample.comparer(110, extras: extras)
    let scorers = Scorers(.shipped, comparer: comparer)
    let bounds = ScoreBounds(.shipped, scorers, RowGists(comparer, on: ReverseExecutor()))
    let rows = comparer.columns.rows
    let candidates = VariedSample.candidates(comparer)
    var seen = 0
    var found: [[Int]: Float] = [:]
    for part in candidates.parts {
      seen += bounds.forEachPair(of: part, in: candidates, atLeast: least) {
        left, right, score, _ in
        found[[left, right]] = score
      }
    }
    #expect(seen == 110 * 109)
    var expected: [[Int]: Float] = [:]
    for left in rows.indices {
      for right in left + 1..<rows.count {
        expected[[left, right]] = scorers.score(rows[left], rows[right], atLeast: least)
      }
    }
    #expect(!expected.isEmpty && expected.count < seen)
    #expect(found == expected)
  }

  @Test func whatAGlanceRulesOutScoresLess() {
    let comparer = VariedSample.comparer(60)
    let scorers = Scorers(.shipped, comparer: comparer)
    let bounds = ScoreBounds(.shipped, scorers, RowGists(comparer, on: SerialExecutor()))
    let rows = comparer.columns.rows
    var ruledOut = 0
    for left in rows.indices {
      for right in rows.indices where !bounds.mayScore(left, right, atLeast: 0) {
        ruledOut += 1
        #expect(scorers.score(rows[left], rows[right], atLeast: 0) == nil)
      }
    }
    #expect(ruledOut > 1000)
  }
}
