import Foundation
import Records
import Support
import Testing

@testable import Pipeline

/// The report of a whole run.
@Suite struct ReportStageTests {
  private struct Written {
    var page: String
    var report: [String: Any]
  }

  private func demo(language: Language = .english) throws -> Written {
    let work = try Workdir()
    let file = try PipelineFile.read(
      Repository.path("pipelines/demo.yaml"), output: work.path("out"))
    _ = try Run(file: file, options: RunOptions(language: language))
      .perform(progress: Progress(mode: .silent, language: language))
    let data = Data(try work.bytes("out/report.json"))
    let report = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    return Written(page: try work.text("out/report.html"), report: try #require(report))
  }

  @Test func figuresFitTogether() throws {
    let report = try demo().report
    let totals = try #require(report["totals"] as? [String: Any])
    func total(_ name: String) -> Int { totals[name] as? Int ?? -1 }
    let sources = try #require(report["sources"] as? [[String: Any]])
    #expect(sources.reduce(0) { $0 + ($1["records"] as? Int ?? 0) } == total("records"))
    let setAside = sources.flatMap { $0["set_aside"] as? [[String: Any]] ?? [] }
    #expect(setAside.reduce(0) { $0 + ($1["count"] as? Int ?? 0) } == total("set_aside"))
    #expect(total("set_aside") == 4)
    #expect(total("contacts") == total("merged_clusters") + total("singles"))
    #expect(total("records") == total("merged_records") + total("singles"))
    #expect((report["review"] as? [Any])?.count == total("review_clusters"))
  }

  @Test func pageIsSelfContainedAndEscapesValues() throws {
    let page = try demo().page
    #expect(page.utf8.count < 10_000_000)
    #expect(!page.contains("<script>alert"))
    for outside in ["src=\"http", "href=\"http", "@import", "url(http", "<link"] {
      #expect(!page.contains(outside), "\(outside)")
    }
    #expect(page.contains("@media print"))
  }

  @Test func openQuestionsComeBeforeMerges() throws {
    let page = try demo().page
    let review = try #require(page.range(of: "review", options: .caseInsensitive))
    #expect(review.lowerBound < page.endIndex)
    #expect(page.contains("surname"))
  }

  @Test func bothLanguagesTellTheSameFigures() throws {
    let english = try demo().report["totals"] as? NSDictionary
    let german = try demo(language: .german).report["totals"] as? NSDictionary
    #expect(english == german)
  }

  @Test func theModelsEstimateStandsByBand() throws {
    let quality = try #require(try demo().report["quality"] as? [String: Any])
    #expect(quality["estimated_by"] as? String == "model")
    let bands = try #require(quality["bands"] as? [[String: Any]])
    let merged = bands.filter { $0["merged"] as? Bool == true }
    #expect(
      merged.reduce(0) { $0 + ($1["pairs"] as? Int ?? 0) } == quality["merged_pairs"] as? Int)
    let errors = merged.reduce(0) { $0 + ($1["expected_errors"] as? Double ?? 0) }
    let precision = quality["expected_precision"] as? Double ?? 0
    let pairs = Double(quality["merged_pairs"] as? Int ?? 0)
    #expect(abs(errors - (1 - precision) * pairs) < 0.05)
  }

  @Test func questionsStandInTheOrderOfTheirGain() throws {
    let review = try #require(try demo().report["review"] as? [[String: Any]])
    let gains = review.map { cluster -> Double in
      let pairs = cluster["pairs"] as? [[String: Any]] ?? []
      return pairs.reduce(0) { $0 + 1 / (1 + exp2(-($1["bits"] as? Double ?? 0))) }
    }
    // Those whose answer follows from others come last; before them gains never rise.
    let rises = zip(gains, gains.dropFirst()).count { $1 > $0 + 0.01 }
    #expect(gains.count > 5 && rises <= 1)
  }
}
