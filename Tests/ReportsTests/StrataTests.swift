import Reports
import Testing

@Suite struct StrataTests {
  private let weights = (0..<1_000).map { ($0 * 7919) % 400 }

  private func sample(of order: [Int], size: Int) -> [Stratum<Int>] {
    sampleStrata(
      of: order, bounds: [10, 20], size: size, weight: { Double(weights[$0]) / 10 },
      identity: { UInt64($0) })
  }

  @Test func theSampleDoesNotDependOnTheOrder() {
    let forward = sample(of: Array(0..<1_000), size: 12)
    let backward = sample(of: (0..<1_000).reversed(), size: 12)
    #expect(forward.map(\.sample) == backward.map(\.sample))
  }

  @Test func everyElementIsCountedInItsBand() {
    let strata = sample(of: Array(0..<1_000), size: 12)
    #expect(strata.map(\.total).reduce(0, +) == 1_000)
    #expect(strata.map(\.sample.count) == [12, 12, 12])
    #expect(strata[0].lower == nil)
    #expect(strata[0].upper == 10)
    #expect(strata[2].upper == nil)
    for stratum in strata {
      for element in stratum.sample {
        let weight = Double(weights[element]) / 10
        #expect(weight >= stratum.lower ?? -.infinity)
        #expect(weight < stratum.upper ?? .infinity)
      }
    }
  }

  @Test func aSmallerSampleIsTheBeginningOfALargerOne() {
    let small = sample(of: Array(0..<1_000), size: 5)
    let large = sample(of: Array(0..<1_000), size: 50)
    for (few, many) in zip(small, large) { #expect(Array(many.sample.prefix(5)) == few.sample) }
  }

  @Test func aBandWithoutElementsIsLeftOut() {
    let strata = sampleStrata(
      of: [1.0, 30.0], bounds: [10, 20], size: 3, weight: { $0 }, identity: { UInt64($0) })
    #expect(strata.map(\.sample) == [[1], [30]])
  }

  @Test func noSampleStillCounts() {
    #expect(sample(of: Array(0..<1_000), size: 0).map(\.sample.count) == [0, 0, 0])
    #expect(sample(of: [], size: 5).isEmpty)
  }
}
