import Testing

@testable import Linkage

@Suite struct ExpectationTests {
  @Test func withoutPatternsTheShippedSharesStay() {
    let fit = Expectation(counted: PatternCounts([]), records: 1000, scale: 1).fit(
      ShippedWeights.persons, on: SerialExecutor())
    #expect(fit.isConverged)
    for (new, old) in zip(fit.model.tables, ShippedWeights.persons.tables) {
      for (l, r) in zip(new.levels, old.levels) { #expect(abs(l.m - r.m) < 1e-9) }
    }
  }

  @Test func conflictLimitsNameLevelsThatExist() {
    for comparison in Comparison.allCases {
      guard let limit = comparison.conflictLimit else { continue }
      #expect(limit.levels < comparison.levels.count && limit.share < 1)
    }
  }
}
