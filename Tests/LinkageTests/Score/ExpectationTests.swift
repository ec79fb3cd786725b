import Records
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

@Suite struct LabelledExpectationTests {
  private func pattern(_ left: Record, _ right: Record) -> AgreementPattern {
    let comparer = Sample.comparer([left, right])
    return Scorers(.shipped, comparer: comparer).persons
      .pattern(of: comparer.columns.rows[0], comparer.columns.rows[1])
  }

  /// The share of the first level of a comparison among matches.
  private func share(_ model: KindModel, _ comparison: Comparison) -> Double {
    model.tables.first { $0.comparison == comparison }?.levels.first?.m ?? 0
  }

  @Test func whatPeopleSaidMovesTheSharesAndNotTheirNumber() {
    let one = Sample.person("a", "Alma", "Quast", email: "a@web.example")
    let other = Sample.person("b", "Alma", "Quast", email: "b@web.example")
    let labels = PatternCounts([Array(repeating: pattern(one, other), count: 500)])
    func fit(_ labelled: (matches: PatternCounts, others: PatternCounts)) -> KindModel {
      Expectation(counted: PatternCounts([]), records: 1000, scale: 1, labelled: labelled)
        .fit(ShippedWeights.persons, on: SerialExecutor()).model
    }
    let none = PatternCounts([])
    let before = fit((none, none))
    let same = fit((labels, none))
    // Another mailbox is no rarity among matches any more, the same name all the more certain.
    #expect(share(same, .email) < share(before, .email))
    #expect(share(same, .given) > share(before, .given))
    #expect(same.partners.matches == before.partners.matches)
    // Of other pairs the matches learn nothing.
    #expect(share(fit((none, labels)), .email) == share(before, .email))
  }
}
