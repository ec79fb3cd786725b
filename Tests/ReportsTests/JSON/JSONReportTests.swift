import Foundation
import Records
import Reports
import Testing

@Suite struct JSONReportTests {
  private func parsed(_ language: Language) throws -> [String: Any] {
    let text = JSONReport(SampleReport.report, language: language).text
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
    return try #require(object as? [String: Any])
  }

  @Test func itIsJSONAndHoldsTheTotals() throws {
    let totals = try #require(try parsed(.german)["totals"] as? [String: Any])
    #expect(totals["records"] as? Int == 12_345)
    #expect(totals["contacts"] as? Int == 9_876)
    #expect((totals["relations"] as? [String: Int])?["works_at"] == 1_830)
  }

  @Test func keysAreTheSameInEveryLanguage() throws {
    #expect(try Set(parsed(.german).keys) == Set(parsed(.english).keys))
  }

  @Test func equalReportsGiveEqualBytes() {
    let (one, two) = (SampleReport.report, SampleReport.report)
    #expect(
      JSONReport(one, language: .german).text == JSONReport(two, language: .german).text)
  }
}
