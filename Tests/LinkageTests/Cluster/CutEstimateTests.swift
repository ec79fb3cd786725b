import Testing

@testable import Linkage

@Suite struct CutEstimateTests {
  private func merge(_ bits: Float) -> Merge {
    Merge(left: 0, right: 1, average: Weight(bits: bits), pairs: 1)
  }

  @Test func balancedTakesWhatIsLikelierThanNot() {
    let estimate = CutEstimate([merge(9), merge(5), merge(0.5), merge(-2.5)], records: 10_000)
    #expect(estimate.cuts.balancedInBits == 0.5)
    #expect(estimate.cuts.safeInBits >= CutEstimate.safeLink)
    #expect(estimate.expectation(at: 0.5).pairs == 3)
  }

  @Test func manyRecordsAskForMoreCertaintyThanFew() {
    let merges = [merge(12), merge(9), merge(8)]
    let few = CutEstimate(merges, records: 1_000).cuts.safeInBits
    let many = CutEstimate(merges, records: 1_000_000).cuts.safeInBits
    #expect(many > few)
    #expect(few >= CutEstimate.safeLink)
  }

  @Test func noMergesGiveCutsAllTheSame() {
    let estimate = CutEstimate([], records: 0)
    #expect(estimate.cuts.balancedInBits <= estimate.cuts.safeInBits)
    #expect(estimate.expectation(at: 0).precision == 1)
  }

  @Test func bandsHoldAllMergesOnceWithTheirChances() {
    let estimate = CutEstimate([merge(9), merge(6), merge(5.9), merge(-2.5)], records: 100)
    let bands = estimate.bands(bounds: [0, 6, 20])
    #expect(bands.map(\.pairs) == [1, 1, 2])
    #expect(bands.map(\.lower) == [nil, 0, 6])
    #expect(bands.map(\.upper) == [0, 6, 20])
    #expect(bands.allSatisfy { $0.expectedMatches > 0 && $0.expectedMatches < Double($0.pairs) })
  }
}
