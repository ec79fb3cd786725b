import Testing

@testable import Linkage

@Suite struct ShippedWeightsTests {
  @Test func eachColumnOfEachTableAddsUpToOne() {
    for kind in [ShippedWeights.persons, ShippedWeights.organizations] {
      for table in kind.tables {
        let sums = table.levels.reduce(SIMD4<Double>()) { $0 + $1.shares }
        for sort in 0..<4 { #expect(abs(sums[sort] - 1) < 0.02, "\(table.comparison) \(sort)") }
      }
    }
  }

  @Test func firstLevelSpeaksForAMatch() {
    for kind in [ShippedWeights.persons, ShippedWeights.organizations] {
      #expect(kind.tables.allSatisfy { ($0.levels.first?.m ?? 0) > ($0.levels.first?.u ?? 1) })
    }
  }
}
