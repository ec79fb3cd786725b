import Records
import Reports
import Testing

@Suite struct HTMLReportClustersTests {
  private let text = HTMLReport(SampleReport.report, language: .german).text

  @Test func aClusterTellsWhatItIs() {
    #expect(text.contains("4\u{A0}Datensätze aus 4\u{A0}Quellen · Gruppe 17 · Kontakt 4711"))
    #expect(text.contains("vielleicht Vater und Sohn"))
  }

  @Test func bandsTellTheirBounds() {
    #expect(text.contains("unter 10 Bit"))
    #expect(text.contains("10 bis 20 Bit"))
    #expect(text.contains("ab 20 Bit"))
  }

  @Test func whatIsNotShownIsCounted() {
    #expect(text.contains("45 weitere nicht gezeigt"))
    #expect(text.contains("899 weitere nicht gezeigt"))
  }

  @Test func permissionsStandWithTheContact() {
    #expect(text.contains("<li>Post: <span class=\"yes\">ja</span>"))
  }

  @Test func nothingToDoIsSaid() {
    let text = HTMLReport(Report(run: RunFacts(pipeline: "leer")), language: .german).text
    #expect(text.contains("Nichts wartet auf eine Entscheidung."))
  }
}
