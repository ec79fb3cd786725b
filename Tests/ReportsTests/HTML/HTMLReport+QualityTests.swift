import Records
import Testing

@testable import Reports

@Suite struct HTMLReportQualityTests {
  private func page(_ language: Language, precision: Double = 0.99731) -> String {
    var report = SampleReport.report
    report.quality = QualityFacts(
      mergedPairs: 8_100, expectedPrecision: precision, expectedRecall: 0.7,
      bands: [
        QualityFacts.Band(lower: nil, upper: 9.5, pairs: 90, isMerged: false, expectedErrors: 61.4),
        QualityFacts.Band(
          lower: 9.5, upper: 15, pairs: 8_100, isMerged: true, expectedErrors: 0.01),
      ])
    return HTMLReport(report, language: language).text
  }

  @Test func estimatesAreMarkedAsTheModelsOwn() {
    #expect(page(.english).contains("the figures are no measurement"))
    #expect(page(.german).contains("die Zahlen sind keine Messung"))
    #expect(page(.english).contains("kontor evaluate --sample sample.csv"))
  }

  @Test func figuresStandByBand() {
    let english = page(.english)
    for text in [
      "99.73%", "70.0%", "below 9.5 bits", "left apart", "&lt; 0.1", ">61<", "6,553,600",
    ] {
      #expect(english.contains(text), "\(text)")
    }
    #expect(page(.german).contains("9,5 bis 15 Bit"))
  }

  @Test func nearlyAllIsNotAll() {
    #expect(page(.english, precision: 0.999_999).contains("99.99%"))
    #expect(page(.english, precision: 1).contains("100.0%"))
  }

  @Test func withoutFactsThereIsNoSection() {
    var report = SampleReport.report
    report.quality = nil
    #expect(!HTMLReport(report, language: .english).text.contains("id=\"quality\""))
  }

  @Test func jsonSaysWhoEstimated() {
    var report = SampleReport.report
    report.quality = QualityFacts(
      mergedPairs: 3, expectedPrecision: 0.99731, expectedRecall: 0.5,
      bands: [
        QualityFacts.Band(lower: nil, upper: 6, pairs: 3, isMerged: true, expectedErrors: 0.25)
      ])
    let json = JSONReport(report, language: .english).text
    #expect(json.contains("\"estimated_by\": \"model\""))
    #expect(json.contains("\"expected_precision\": 0.99731"))
    #expect(json.contains("\"expected_errors\": 0.25"))
  }
}
