import Records
import Reports
import Testing

@Suite struct HTMLReportOverviewTests {
  private let text = HTMLReport(SampleReport.report, language: .german).text

  @Test func theFiguresAreThere() {
    #expect(text.contains("<dt>Datensätze gelesen</dt><dd>12.352</dd>"))
    #expect(text.contains("<dt>zu prüfen (61\u{A0}Paare)</dt><dd>48</dd>"))
  }

  @Test func fillRatesAreTheSharesBeforeAndAfter() {
    #expect(
      text.contains(
        """
        <th scope="row">E-Mail</th><td class="num">42\u{202F}%</td>\
        <td class="num">62\u{202F}%</td>
        """
      ))
    #expect(text.contains("<i style=\"width:61.8%\"></i><b style=\"left:calc(42.4% - 1px)\"></b>"))
  }

  @Test func whatWasNotComparedIsTold() {
    #expect(text.contains("6.553.600"))
  }

  @Test func emptyListsLeaveNoHeadings() {
    let report = Report(run: RunFacts(pipeline: "leer"))
    let text = HTMLReport(report, language: .german).text
    for heading in ["Beziehungen", "Größte Gruppen", "Nicht verglichen", "Geschrieben"] {
      #expect(!text.contains("<h3>\(heading)</h3>"))
    }
  }
}
