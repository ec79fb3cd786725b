import Foundation
import Records
import Reports
import Testing

@Suite struct HTMLReportTests {
  private func page(_ report: Report, limit: Int = HTMLReport.defaultLengthLimitInBytes) -> String {
    HTMLReport(report, language: .german, lengthLimitInBytes: limit).text
  }

  @Test func everyTagIsClosedInOrder() {
    for language in Language.allCases {
      let text = HTMLReport(SampleReport.report, language: language).text
      #expect(unbalanced(in: text) == nil)
    }
  }

  @Test func hostileValuesStayValues() {
    let text = page(SampleReport.report)
    #expect(!text.contains("<script"))
    #expect(!text.contains("<img"))
    #expect(!text.contains("<b>quelle"))
    #expect(!text.contains("\u{202E}"))
    #expect(text.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(text.contains("10.000\u{A0}Zeichen"))
  }

  @Test func nothingIsLoadedOrRun() {
    let text = page(SampleReport.report)
    #expect(text.contains("Content-Security-Policy\" content=\"default-src 'none'"))
    for word in ["src=\"", "href=\"http", "onload", "javascript:"] {
      #expect(!text.contains(word))
    }
  }

  @Test func headingsAreToldOnceAndInOrder() {
    let text = page(SampleReport.report)
    #expect(text.components(separatedBy: "<h1>").count == 2)
    let review = text.range(of: "<section id=\"review\"")
    let merged = text.range(of: "<section id=\"merged\"")
    #expect(review.map(\.lowerBound) ?? text.endIndex < merged?.lowerBound ?? text.startIndex)
  }

  @Test(arguments: [60_000, 300_000])
  func thePageKeepsToItsLengthAndSaysWhatIsMissing(limit: Int) {
    var report = SampleReport.report
    report.review = (0..<200).map { id in
      var cluster = SampleReport.fatherAndSon
      cluster.id = id
      return cluster
    }
    report.totals.reviewClusters = 5_000
    report.samples = report.samples.map { band in
      var band = band
      band.clusters = (0..<200).map { _ in SampleReport.meyers }
      return band
    }
    let text = page(report, limit: limit)
    #expect(text.utf8.count <= limit)
    #expect(text.utf8.count > limit / 2)
    #expect(unbalanced(in: text) == nil)
    let shown = text.components(separatedBy: "id=\"c").count - 1
    #expect(shown > 0)
    #expect(text.contains("weitere nicht gezeigt; alle stehen in clusters.csv"))
  }

  @Test func equalReportsGiveEqualPages() {
    #expect(page(SampleReport.report) == page(SampleReport.report))
  }

  @Test func piecesMakeTheWholePage() {
    var pieces: [String] = []
    let html = HTMLReport(SampleReport.report, language: .english)
    html.write { pieces.append($0) }
    #expect(pieces.count > 5)
    #expect(pieces.joined() == html.text)
  }

  /// The first tag that closes what is not open, or what stays open at the end.
  private func unbalanced(in text: String) -> String? {
    let empty: Set<Substring> = ["meta", "br", "col", "!DOCTYPE"]
    var open: [Substring] = []
    for piece in text.split(separator: "<") {
      let name = piece.prefix { !" >\n".contains($0) }
      if name.hasPrefix("/") {
        guard open.popLast() == name.dropFirst() else { return String(name) }
      } else if !empty.contains(name) {
        open.append(name)
      }
    }
    return open.isEmpty ? nil : open.joined(separator: " ")
  }
}
