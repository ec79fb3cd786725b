package import Records

/// The report as one self-contained page: no script, nothing loaded from elsewhere, of bounded
/// length.
///
/// The overview comes first, then the clusters that wait for review, then a sample of the merges.
/// Clusters are shown until the length is used up; the page says how many are not.
package struct HTMLReport: Sendable {
  package let report: Report
  package let language: Language
  package let lengthLimitInBytes: Int

  /// What the issue of the report promises: a page any mail program and browser takes.
  package static let defaultLengthLimitInBytes = 10_000_000

  package init(
    _ report: Report, language: Language,
    lengthLimitInBytes: Int = HTMLReport.defaultLengthLimitInBytes
  ) {
    self.report = report
    self.language = language
    self.lengthLimitInBytes = lengthLimitInBytes
  }

  /// Hands the page over in pieces, in order.
  ///
  /// - Throws: What `write` throws.
  package func write(_ write: (String) throws -> Void) rethrows {
    var left = lengthLimitInBytes - Self.reserveInBytes
    func put(_ html: HTML) throws {
      left -= html.lengthInBytes
      try write(html.markup)
    }
    try put(head)
    try put(pageHeader)
    try put(
      "<main id=\"content\" class=\"wide\">\n\(overview)\(quality)\(sources)\(reach)\(tables)")
    // Questions first, but they never take all the room.
    let room = report.samples.isEmpty ? left : left * 6 / 10
    try put(reviewHead)
    var gallery = Gallery(page: self, room: room)
    try gallery.show(report.review, total: report.totals.reviewClusters, put)
    try put(reviewFoot(shown: gallery.shown))
    try put(mergesHead)
    for (place, band) in report.samples.enumerated() {
      try put(bandHead(band))
      gallery = Gallery(page: self, room: left / (report.samples.count - place))
      try gallery.show(band.clusters, total: band.total, put)
      try put(bandFoot(band, shown: gallery.shown))
    }
    try put("</section>\n</main>\n\(footer)</body>\n</html>\n")
  }

  /// The whole page as one text; for tests and small reports.
  package var text: String {
    var text = ""
    write { text += $0 }
    return text
  }

  /// Room for what follows the clusters.
  private static let reserveInBytes = 20_000

  // MARK: Words and figures

  /// The text in the page's language.
  func say(_ german: String, _ english: String) -> String {
    Phrase(de: german, en: english)(language)
  }

  var numbers: NumberText { NumberText(language) }

  func count(_ number: Int) -> String { numbers.count(number) }

  func value(_ text: String) -> HTML { .value(text, in: language) }
}

/// Shows clusters as long as there is room.
private struct Gallery {
  let page: HTMLReport
  var room: Int
  var shown = 0

  init(page: HTMLReport, room: Int) {
    self.page = page
    self.room = room
  }

  /// Shows the clusters in order, and stops before the first that does not fit.
  mutating func show(
    _ clusters: [ShownCluster], total: Int, _ put: (HTML) throws -> Void
  ) rethrows {
    for cluster in clusters {
      let html = page.article(cluster)
      guard html.lengthInBytes <= room else { return }
      try put(html)
      room -= html.lengthInBytes
      shown += 1
    }
  }
}
