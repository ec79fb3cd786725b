import Records
import Testing

@testable import Pipeline

@Suite struct SampleStratumTests {
  @Test func numbersLeadBackToTheirStrata() {
    for stratum in SampleStratum.all { #expect(SampleStratum(number: stratum.number) == stratum) }
    #expect(SampleStratum(number: 99) == nil && SampleStratum(number: -1) == nil)
    #expect(SampleStratum.all.count <= 16)
  }

  @Test func aWeightOnABoundBelongsToTheHigherBand() {
    #expect(SampleStratum(weightInBits: 5.99) == .band(0))
    #expect(SampleStratum(weightInBits: 6) == .band(1))
    #expect(SampleStratum(weightInBits: 1000) == .band(SampleStratum.bounds.count))
  }

  @Test func onlyWaitingPairsAreNotMerged() {
    #expect(SampleStratum.all.filter { !$0.isMerged } == [.review])
  }

  @Test func strataHaveNamesOfTheirOwn() {
    #expect(Set(SampleStratum.all.map(\.phrase)).count == SampleStratum.all.count)
    #expect(SampleStratum.band(1).phrase.english == "6–10 bits")
    #expect(SampleStratum.band(0).phrase.german == "< 6 Bit")
  }
}
