import Records
import Reports
import Testing

@Suite struct HTMLReportSourcesTests {
  private let text = HTMLReport(SampleReport.report, language: .english).text

  @Test func eachSourceTellsFilesFormAndReasons() {
    #expect(text.contains("<code><bdi>erp/lieferanten.xml</bdi></code>"))
    #expect(text.contains("XML, ISO-8859-1"))
    #expect(text.contains("more fields than the header"))
    #expect(text.contains("<code>too-many-fields</code>"))
    #expect(text.contains("<bdi>kontakte.csv:40</bdi>"))
    #expect(text.contains("<bdi>Klassifizierung</bdi>"))
  }

  @Test func permissionsTellTheReason() {
    #expect(text.contains("1,210 yes, 4,894 no"))
    #expect(text.contains("consent with evidence"))
  }

  @Test func whoGetsNoLetterIsToldWithTheReason() {
    #expect(text.contains("8,100\u{A0}postal lines, 1,419\u{A0}contacts without one"))
    #expect(text.contains("<th scope=\"row\">no postal address</th><td class=\"num\">1,416</td>"))
  }

  @Test func unlinkedRowsAreListedAndTheRestIsCounted() {
    #expect(text.contains("1,910 / 1,955 linked (1,500 by customer number, 410 by e-mail)"))
    #expect(text.contains("<bdi>aktivitaeten.csv:7</bdi>"))
    #expect(text.contains("and 25 more"))
    #expect(text.contains("(40 of unknown contacts, 5 several contacts fit)"))
  }
}
