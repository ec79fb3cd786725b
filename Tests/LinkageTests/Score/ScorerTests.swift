import Testing

@testable import Linkage

@Suite struct ScorerTests {
  private let comparer = Sample.comparer(Sample.crowd(60))

  @Test func scoreIsSymmetricAndBoundedByLeast() {
    let scorers = Scorers(.shipped, comparer: comparer)
    for left in comparer.columns.rows.prefix(20) {
      for right in comparer.columns.rows {
        let score = scorers.score(left, right, atLeast: -100)
        #expect(score == scorers.score(right, left, atLeast: -100))
        guard let score else { continue }
        #expect((scorers.score(left, right, atLeast: 0) != nil) == (score >= 0))
      }
    }
  }

  @Test func sumOfPowers() {
    #expect(abs(log2OfSum(0, 0, 1) - 2) < 1e-5)
    #expect(log2OfSum(5, -60, -80) == 5)
  }
}
