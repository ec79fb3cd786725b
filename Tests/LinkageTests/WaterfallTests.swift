import Records
import Testing

@testable import Linkage

@Suite struct WaterfallTests {
  @Test func totalIsThePriorAndAllRows() {
    let row = Waterfall.Row(
      comparison: Phrase(de: "a", en: "a"), level: Phrase(de: "b", en: "b"), bits: 3,
      frequencyBits: -1)
    let waterfall = Waterfall(priorInBits: -2, rows: [row, row], outcome: .review)
    #expect(waterfall.totalInBits == 2 && waterfall.probability == 0.8)
  }
}
