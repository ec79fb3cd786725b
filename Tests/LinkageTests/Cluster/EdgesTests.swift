import Testing

@testable import Linkage

@Suite struct EdgesTests {
  @Test func weightKeepsAThousandthOfABit() {
    #expect(abs(Weight(bits: 3.1416).bits - 3.1416) < 0.001)
    #expect(Weight(bits: 1e30).bits == 1000)
    #expect(Weight(bits: -1) < Weight(bits: 1))
  }
}
