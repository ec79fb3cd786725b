import Testing

@testable import Linkage

@Suite struct WilsonIntervalTests {
  /// R. G. Newcombe, Two-sided confidence intervals for the single proportion, Statistics in
  /// Medicine 17 (1998), 857–872, table I, method 3.
  @Test(arguments: [
    (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611),
    (1, 29, 0.0061, 0.1718),
  ])
  func publishedExamples(hits: Int, judged: Int, lower: Double, upper: Double) throws {
    let interval = try #require(WilsonInterval(hits: hits, of: judged))
    #expect(abs(interval.lower - lower) < 0.00005)
    #expect(abs(interval.upper - upper) < 0.00005)
    #expect(interval.share == Double(hits) / Double(judged))
  }

  @Test func allAndNoneMirrorEachOther() throws {
    let none = try #require(WilsonInterval(hits: 0, of: 12))
    let all = try #require(WilsonInterval(hits: 12, of: 12))
    #expect(none.lower == 0 && all.upper == 1)
    #expect(abs(none.upper - (1 - all.lower)) < 1e-12)
  }

  @Test func ofNothingThereIsNone() {
    #expect(WilsonInterval(hits: 0, of: 0) == nil)
    #expect(WilsonInterval(hits: 3, of: 2) == nil)
    #expect(WilsonInterval([]) == nil)
    #expect(WilsonInterval([WilsonInterval.Stratum(hits: 0, judged: 0, total: 9)]) == nil)
  }

  @Test func oneStratumIsASimpleSample() throws {
    let stratified = try #require(
      WilsonInterval([WilsonInterval.Stratum(hits: 81, judged: 263, total: 5000)]))
    let simple = try #require(WilsonInterval(hits: 81, of: 263))
    #expect(abs(stratified.lower - simple.lower) < 1e-12)
    #expect(abs(stratified.upper - simple.upper) < 1e-12)
  }

  @Test func strataWeighAsTheyAreLarge() throws {
    let interval = try #require(
      WilsonInterval([
        WilsonInterval.Stratum(hits: 10, judged: 20, total: 100),
        WilsonInterval.Stratum(hits: 20, judged: 20, total: 900),
      ]))
    #expect(abs(interval.share - 0.95) < 1e-12)
    #expect(interval.lower < 0.95 && interval.upper > 0.95 && interval.upper <= 1)
  }

  @Test func twoHalvesAreTighterThanTheirOwnIntervals() throws {
    let half = WilsonInterval.Stratum(hits: 40, judged: 50, total: 500)
    let both = try #require(WilsonInterval([half, half]))
    let one = try #require(WilsonInterval([half]))
    #expect(both.upper - both.lower < 0.8 * (one.upper - one.lower))
  }

  /// Of 2,000 drawn samples, about 95 of 100 intervals hold the true share.
  @Test func theTrueShareIsHeld() throws {
    var state: UInt64 = 1
    func draw(_ share: Double, _ count: Int) -> Int {
      (0..<count).count { _ in
        state = mixed(state)
        return Double(state >> 11) / 9_007_199_254_740_992 < share
      }
    }
    let strata = [(0.7, 100), (0.95, 300), (0.995, 4000)]
    let truth = strata.reduce(0) { $0 + $1.0 * Double($1.1) } / 4400
    var held = 0
    for _ in 0..<2000 {
      let judged = strata.map { share, total in
        WilsonInterval.Stratum(hits: draw(share, 40), judged: 40, total: total)
      }
      let interval = try #require(WilsonInterval(judged))
      if (interval.lower...interval.upper).contains(truth) { held += 1 }
    }
    #expect(held >= 1860)
  }
}
