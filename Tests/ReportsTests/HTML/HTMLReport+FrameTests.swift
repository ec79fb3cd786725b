import Foundation
import Records
import Reports
import Testing

@Suite struct HTMLReportFrameTests {
  @Test func theRunIsToldInOneSentence() {
    let report = SampleReport.report
    let german = HTMLReport(report, language: .german).text
    let english = HTMLReport(report, language: .english).text
    #expect(
      german.contains("Aus 12.345\u{A0}Datensätzen in 2\u{A0}Quellen wurden 9.876\u{A0}Kontakte."))
    #expect(english.contains("12,345\u{A0}records in 2\u{A0}sources became 9,876\u{A0}contacts."))
    #expect(german.contains("<html lang=\"de\">"))
    #expect(english.contains("<html lang=\"en\">"))
  }

  @Test func everyLinkOfTheNavigationHasItsSection() {
    let text = HTMLReport(SampleReport.report, language: .german).text
    let targets = text.components(separatedBy: "<li><a href=\"#").dropFirst()
      .map { $0.prefix { $0 != "\"" } }
    #expect(targets.count == 6)
    for target in targets { #expect(text.contains("<section id=\"\(target)\"")) }
  }

  @Test func aDryRunAndAnUnchangedRunSaySo() {
    var report = SampleReport.report
    #expect(!HTMLReport(report, language: .german).text.contains("class=\"notice\""))
    report.run.isDryRun = true
    report.run.isUnchanged = true
    let text = HTMLReport(report, language: .german).text
    #expect(text.contains("Probelauf"))
    #expect(text.contains("Nichts hat sich geändert."))
  }
}
