import Records
import Reports
import Testing

@Suite struct HTMLReportSideBySideTests {
  private let text = HTMLReport(SampleReport.report, language: .german).text

  @Test func eachRecordHasAColumnWithItsPlace() {
    #expect(text.contains("<span class=\"letter\">D</span><bdi>karten</bdi>"))
    #expect(text.contains("<bdi>karten/daten.csv:38</bdi>"))
  }

  @Test func whatDiffersIsMarkedInsideTheValue() {
    #expect(text.contains("<bdi>Sabine <mark>Meier</mark></bdi>"))
    #expect(text.contains("<bdi><mark>Lindenstrasse</mark> 4, 10969 Berlin</bdi>"))
  }

  @Test func theChosenValueTellsItsRecordAndRule() {
    #expect(
      text.contains("<span class=\"from\">aus A: Quelle mit dem höchsten Vorrang</span>"))
    #expect(text.contains("<span class=\"from\">aus B, C, D: übereinstimmend</span>"))
  }

  @Test func theSourcesSpellingIsShownWhereItWasRepaired() {
    #expect(text.contains("berichtigt, im Original: <bdi>SABINE MEYER</bdi>"))
  }

  @Test func recordsThatWaitTellTheContactTheyBelongTo() {
    #expect(text.contains("Person · Kontakt 80</span>"))
    #expect(text.contains("Person · Kontakt 81</span>"))
  }
}
