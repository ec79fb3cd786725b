import Reports
import Testing

@Suite struct StrataTests {
  /// Identity and weight of a thousand merges.
  private let merges = (0..<1_000).map { (id: UInt64($0), weight: Double(($0 * 7919) % 400) / 10) }

  private func sample(_ merges: [(id: UInt64, weight: Double)], size: Int) -> [Stratum<Int>] {
    sampleStrata(
      of: merges.indices, bounds: [10, 20], size: size, weight: { merges[$0].weight },
      identity: { merges[$0].id })
  }

  @Test func theSampleDoesNotDependOnTheOrder() {
    let forward = sample(merges, size: 12).map { $0.sample.map { merges[$0].id } }
    let reversed = Array(merges.reversed())
    let backward = sample(reversed, size: 12).map { $0.sample.map { reversed[$0].id } }
    #expect(forward == backward)
  }

  @Test func everyMergeIsCountedInItsBand() {
    let strata = sample(merges, size: 12)
    #expect(strata.map(\.total).reduce(0, +) == 1_000)
    #expect(strata.map(\.sample.count) == [12, 12, 12])
    #expect(strata.map(\.lower) == [nil, 10, 20])
    #expect(strata.map(\.upper) == [10, 20, nil])
    for stratum in strata {
      for place in stratum.sample {
        #expect(merges[place].weight >= stratum.lower ?? -.infinity)
        #expect(merges[place].weight < stratum.upper ?? .infinity)
      }
    }
  }

  @Test func aSmallerSampleIsTheBeginningOfALargerOne() {
    for (few, many) in zip(sample(merges, size: 5), sample(merges, size: 50)) {
      #expect(Array(many.sample.prefix(5)) == few.sample)
    }
  }

  @Test func aBandWithoutMergesIsLeftOut() {
    let strata = sample([(7, 1), (8, 30)], size: 3)
    #expect(strata.map(\.sample) == [[0], [1]])
  }

  @Test func noSampleStillCounts() {
    #expect(sample(merges, size: 0).map(\.sample.count) == [0, 0, 0])
    #expect(sample([], size: 5).isEmpty)
  }
}
