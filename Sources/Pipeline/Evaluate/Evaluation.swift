internal import Formats
internal import Linkage
package import Records
internal import Reports

/// How good a clustering is, where the truth is known.
package struct Evaluation {
  private let score: ClusterScore

  /// Reads both tables and joins them by `rec_id`, else by source, file and ordinal,
  /// as far as both have them.
  ///
  /// - Parameter missingAsSingles: whether a row of the truth without a cluster counts as a contact
  ///   of its own; otherwise it is an error.
  /// - Throws: `PipelineError` when rows don't join, `ReadError` when a file can't be read.
  package init(clusters: String, truth: String, missingAsSingles: Bool = false) throws {
    let found = try LabelTable(clusters, labels: ["cluster_id"])
    let real = try LabelTable(truth, labels: ["entity_id", "cluster_id"])
    let rows = try found.joined(with: real, missingAsSingles: missingAsSingles)
    score = ClusterScore(
      found: Partition(names: rows.map(\.found)), truth: Partition(names: rows.map(\.truth)))
  }

  package func text(_ language: Language) -> String {
    let numbers = NumberText(language)
    func say(_ german: String, _ english: String) -> String {
      Phrase(de: german, en: english)(language)
    }
    func figure(_ value: Double) -> String { numbers.decimal(value, places: 4) }
    let rows = [
      ["", say("Genauigkeit", "precision"), say("Vollständigkeit", "recall"), "F1"],
      [
        say("paarweise", "pairwise"), figure(score.pairs.precision), figure(score.pairs.recall),
        figure(score.pairs.f1),
      ],
      [
        "B-cubed", figure(score.bCubed.precision), figure(score.bCubed.recall),
        figure(score.bCubed.f1),
      ],
    ]
    let share = numbers.share(score.lostContactCount, of: score.trueContactCount)
    return table(rows) + "\n"
      + table([
        [say("Datensätze", "records"), numbers.count(score.recordCount)],
        [say("wahre Kontakte", "true contacts"), numbers.count(score.trueContactCount)],
        [say("gefundene Gruppen", "clusters found"), numbers.count(score.clusterCount)],
        [
          say("verlorene Kontakte", "lost contacts"),
          "\(numbers.count(score.lostContactCount)) (\(share))",
        ],
        [
          say("übrige Dubletten", "surviving duplicates"),
          numbers.count(score.survivingDuplicateCount),
        ],
      ])
  }

  /// The same figures for programs, unrounded.
  package var json: String {
    func figures(_ agreement: ClusterScore.Agreement) -> String {
      """
      {"precision":\(agreement.precision),"recall":\(agreement.recall),"f1":\(agreement.f1)}
      """
    }
    return """
      {"records":\(score.recordCount),"true_contacts":\(score.trueContactCount),\
      "clusters":\(score.clusterCount),"pairwise":\(figures(score.pairs)),\
      "b_cubed":\(figures(score.bCubed)),"lost_contacts":\(score.lostContactCount),\
      "surviving_duplicates":\(score.survivingDuplicateCount)}
      """
  }
}

/// Rows with aligned columns, the first to the left, the others to the right.
func table(_ rows: [[String]]) -> String {
  let widths = (0..<(rows.map(\.count).max() ?? 0)).map { column in
    rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
  }
  return rows.map { row in
    row.enumerated().map { column, cell in
      let blank = String(repeating: " ", count: widths[column] - cell.count)
      return column == 0 ? cell + blank : blank + cell
    }.joined(separator: "  ")
  }.joined(separator: "\n")
}
