import Testing

@testable import Linkage

@Suite struct ExtraComparisonTests {
  private func comparer(_ values: [String]) -> PairComparer {
    Sample.comparer(values.enumerated().map { Sample.person("\($0)", "A", "B", extra: $1) })
  }

  @Test func columnOfManyValuesIsCompared() {
    let comparer = comparer(["m-1001", "m-1001", "m-1002", "x-7777", "y-8888", "z-9999", "q-5555"])
    let rows = comparer.columns.rows
    #expect(comparer.extra(0, rows[0], rows[1]).level == ExtraLevel.equal.rawValue)
    #expect(comparer.extra(0, rows[0], rows[2]).level == ExtraLevel.close.rawValue)
    #expect(comparer.extra(0, rows[0], rows[3]).level == ExtraLevel.different.rawValue)
  }

  @Test func columnOfFewValuesIsNot() {
    let comparer = comparer(["ja", "ja", "nein", "ja", "nein", "ja"])
    #expect(comparer.frequencies.comparedExtras.isEmpty)
  }
}
