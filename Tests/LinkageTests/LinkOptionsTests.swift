import Testing

@testable import Linkage

@Suite struct LinkOptionsTests {
  @Test func defaultIsBalancedAndTrains() {
    #expect(LinkOptions().at == .balanced && LinkOptions().trains)
  }
}
