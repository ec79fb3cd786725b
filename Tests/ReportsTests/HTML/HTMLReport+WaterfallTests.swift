import Records
import Reports
import Testing

@Suite struct HTMLReportWaterfallTests {
  private let text = HTMLReport(SampleReport.report, language: .german).text

  @Test func aComparisonIsToldInWordsAndBits() {
    #expect(text.contains("Nachname klingt gleich: <bdi>Meyer</bdi> / <bdi>Meier</bdi>"))
    #expect(text.contains("<td class=\"num w\">+3,1</td>"))
  }

  @Test func equalValuesAreToldOnce() {
    #expect(text.contains("Vorname gleich: <bdi>Sabine</bdi><br>"))
  }

  @Test func frequencyIsToldAsPartOfTheWeight() {
    #expect(text.contains("davon häufiger Wert −1,2"))
    #expect(text.contains("<td class=\"num w\">+5,2</td>"))
  }

  @Test func theSumAndTheStrongestReasonsStandFirst() {
    #expect(text.contains("+14,9\u{202F}Bit</span>"))
    #expect(text.contains("Telefon gleich, Anschrift gleich"))
  }
}
