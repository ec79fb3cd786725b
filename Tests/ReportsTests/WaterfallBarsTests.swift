import Records
import Reports
import Testing

@Suite struct WaterfallBarsTests {
  private func pair(prior: Double, _ bits: [Double]) -> ShownPair {
    ShownPair(
      left: 0, right: 1, weightInBits: prior + bits.reduce(0, +), priorInBits: prior,
      rows: bits.map { WaterfallRow(label: Phrase(de: "", en: ""), bits: $0) })
  }

  @Test func zeroLiesBetweenWhatSpeaksAgainstAndFor() {
    let fall = WaterfallBars(pair(prior: -10, [30]))
    #expect(fall.zero == 10.0 / 30 * 100)
    #expect(fall.bar(from: 0, to: -10).left == 0)
    #expect(fall.bar(from: -10, to: 20) == (0, 100))
  }

  @Test(arguments: [[], [0], [.infinity], [-.nan], [1e300, -1e300]])
  func barsStayInside(bits: [Double]) {
    let fall = WaterfallBars(pair(prior: 0, bits))
    for end in bits + [0, 5, -5] {
      let bar = fall.bar(from: 0, to: end)
      #expect(bar.left >= 0 && bar.left + bar.width <= 100)
    }
  }
}
