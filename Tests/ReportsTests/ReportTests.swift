import Records
import Reports
import Testing

@Suite struct ReportTests {
  @Test func anEmptyReportGivesEveryForm() {
    let report = Report(run: RunFacts(pipeline: ""))
    for language in Language.allCases {
      #expect(HTMLReport(report, language: language).text.hasSuffix("</html>\n"))
      #expect(JSONReport(report, language: language).text.hasSuffix("}\n"))
      #expect(SummaryText(report, language: language).text.hasSuffix("\n"))
    }
  }
}
