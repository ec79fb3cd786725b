import Records
import Reports
import Testing

@Suite struct ShownClusterTests {
  @Test func aRowContributesItsLevelAndItsFrequency() {
    let row = WaterfallRow(label: Phrase(de: "", en: ""), bits: 3.25, frequencyBits: -1)
    #expect(row.total == 2.25)
  }
}
