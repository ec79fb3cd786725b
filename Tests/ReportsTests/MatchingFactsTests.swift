import Records
import Testing

@testable import Reports

@Suite struct MatchingFactsTests {
  private func page(isOutgrown: Bool, _ language: Language) -> String {
    var report = SampleReport.report
    report.matching.model?.isOutgrown = isOutgrown
    return HTMLReport(report, language: language).text
  }

  @Test func theModelIsNamedWithItsRecords() {
    #expect(page(isOutgrown: false, .english).contains("demo 1 (00c0ffee00c0ffee)"))
    #expect(page(isOutgrown: false, .english).contains("4,711 records"))
    #expect(page(isOutgrown: false, .german).contains("4.711 Datensätzen"))
  }

  @Test func anOutgrownModelIsSaidToBe() {
    #expect(page(isOutgrown: true, .english).contains("kontor train proposes"))
    #expect(!page(isOutgrown: false, .english).contains("kontor train proposes"))
    #expect(page(isOutgrown: true, .german).contains("kontor train schlägt"))
  }
}
