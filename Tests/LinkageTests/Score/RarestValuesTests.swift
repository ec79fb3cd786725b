import Testing

@testable import Linkage

@Suite struct RarestValuesTests {
  @Test func noAgreementIsRarer() {
    let comparer = VariedSample.comparer(60)
    let rarest = RarestValues(comparer.frequencies)
    let rows = comparer.columns.rows
    for (kind, scorer) in [
      (RowKind.person, Scorers(.shipped, comparer: comparer).persons),
      (.organization, Scorers(.shipped, comparer: comparer).organizations),
    ] {
      let all = rows.filter { $0.kind == kind }
      for left in all {
        for right in all {
          for (comparison, found) in zip(scorer.comparisons, scorer.agreements(left, right))
          where found.level != 0 {
            #expect(-found.log2Frequency <= rarest.bits(of: comparison, level: found.level) + 0.001)
          }
        }
      }
    }
  }
}
