import Foundation
import Records
import Reports
import Testing

@Suite struct JSONReportClustersTests {
  @Test func pairsNameTheirRecordsAndWeights() throws {
    let text = JSONReport(SampleReport.report, language: .english).text
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let review = try #require(report["review"] as? [[String: Any]])
    let pairs = try #require(review.first?["pairs"] as? [[String: Any]])
    #expect(pairs.first?["left"] as? Int == 31)
    #expect(pairs.first?["right"] as? Int == 32)
    let rows = try #require(pairs.first?["waterfall"] as? [[String: Any]])
    #expect(rows.map { $0["comparison"] as? String }.contains("birth date differs"))
  }
}
