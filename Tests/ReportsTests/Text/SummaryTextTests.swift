import Records
import Reports
import Testing

@Suite struct SummaryTextTests {
  @Test func theSummaryIsAlignedAndGrouped() {
    let text = SummaryText(SampleReport.report, language: .german).text
    #expect(
      text.hasPrefix(
        """
        Kontor · Demo

        Gelesen
          erp        8.210 Datensätze
          outlook    4.135 Datensätze  7 ausgesondert
          zusammen  12.345 Datensätze  7 ausgesondert
          Ausgesonderte Zeilen und Gründe: rejected.csv

        Ergebnis
          Kontakte             9.876
          zusammengeführt      1.204 aus 3.673 Datensätzen

        """))
  }

  @Test func whoGetsNoLetterIsCounted() {
    let text = SummaryText(SampleReport.report, language: .german).text
    #expect(text.contains("Postanschriften      8.100 Kontakte ohne: 1.419\n"))
  }

  @Test func aDryRunAndAnUnchangedRunSaySo() {
    var report = SampleReport.report
    report.run.isDryRun = true
    report.run.isUnchanged = true
    let text = SummaryText(report, language: .english).text
    #expect(text.contains("dry run: nothing written but the report\n"))
    #expect(text.contains("nothing has changed\n"))
  }

  @Test func noLineEndsInBlanks() {
    for language in Language.allCases {
      let lines = SummaryText(SampleReport.report, language: language).text.split(separator: "\n")
      #expect(lines.allSatisfy { !$0.hasSuffix(" ") })
    }
  }

  @Test func itHoldsNoContactsValues() {
    let text = SummaryText(SampleReport.report, language: .german).text
    for value in ["Meyer", "Brandt", "Müller", "Lindenstr", "+49"] {
      #expect(!text.contains(value))
    }
  }
}
