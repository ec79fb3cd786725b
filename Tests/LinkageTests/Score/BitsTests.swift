import Testing

@testable import Linkage

@Suite struct BitsTests {
  @Test(arguments: [(0.0, 1.0), (10, 1024), (-3, 0.125), (0.5, 1.4142135623730951)])
  func powersOfTwo(x: Double, power: Double) {
    #expect(abs(exp2(x) - power) < 1e-9 * power)
    #expect(abs(log2(power) - x) < 1e-9)
  }

  @Test func extremesStayFinite() {
    #expect(exp2(-1e9) == 0 && exp2(1e9).isFinite && log2(0).isFinite)
    #expect(probabilityOf(bits: 0) == 0.5)
  }
}
