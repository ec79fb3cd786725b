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

  @Test func whoGetsNoLetterIsCountedByReason() throws {
    let letters = try #require(try parsed(.german)["letters"] as? [String: Any])
    let leftOut = try #require(letters["left_out"] as? [[String: Any]])
    #expect(letters["lines"] as? Int == 8_100)
    #expect(leftOut.map { $0["code"] as? String } == ["no_address", "deceased"])
    #expect(leftOut.map { $0["count"] as? Int } == [1_416, 3])
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
