import Testing

@testable import Linkage

@Suite struct AgreementPatternTests {
  @Test func patternHoldsEachLevelInItsPlace() {
    let comparer = Sample.comparer(Sample.crowd(20))
    let scorer = Scorers(.shipped, comparer: comparer).persons
    let rows = comparer.columns.rows
    let pattern = AgreementPattern(rows[0], rows[1], by: scorer)
    let levels = scorer.agreements(rows[0], rows[1]).map { Int($0.level) }
    #expect(levels.indices.map(pattern.level(at:)) == levels)
  }

  @Test func countsOfPartsAreAdded() {
    let comparer = Sample.comparer(Sample.crowd(5))
    let scorer = Scorers(.shipped, comparer: comparer).persons
    let pattern = AgreementPattern(comparer.columns.rows[0], comparer.columns.rows[1], by: scorer)
    let counts = PatternCounts([[pattern: 2], [pattern: 3]])
    #expect(counts.patterns == [pattern] && counts.counts == [5])
  }
}
