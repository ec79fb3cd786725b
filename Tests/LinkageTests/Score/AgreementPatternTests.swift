import Testing

@testable import Linkage

@Suite struct AgreementPatternTests {
  @Test func patternHoldsEachLevelInItsPlace() {
    let comparer = Sample.comparer(Sample.crowd(20))
    let scorer = Scorers(.shipped, comparer: comparer).persons
    let rows = comparer.columns.rows
    let levels = scorer.agreements(rows[0], rows[1])
    var agreements = Agreements(repeating: .missing)
    for (comparison, level) in zip(scorer.comparisons, levels) {
      agreements[Int(comparison.rawValue)] = level
    }
    let pattern = scorer.pattern(agreements, of: rows[0], rows[1])
    #expect(levels.indices.map(pattern.level(at:)) == levels.map { Int($0.level) })
    var told: [[Int]] = []
    pattern.forEachLevel { told.append([$0, $1]) }
    #expect(told == levels.indices.map { [$0, Int(levels[$0].level)] }.filter { $0[1] != 0 })
  }

  @Test func patternsOfAllPartsAreCounted() {
    var pattern = AgreementPattern()
    pattern.levels = 0x21
    let counts = PatternCounts([[pattern, pattern], [AgreementPattern(), pattern]])
    #expect(counts.patterns == [AgreementPattern(), pattern] && counts.counts == [1, 3])
  }
}
