internal import Formats
internal import Records
internal import Store

/// Reads the decisions that a person filled into a table, and refuses all when one can't be kept.
struct DecisionTable {
  let path: String
  let reader: StoreReader

  /// A row of the table that has a decision, or stands beside one.
  private struct Row {
    var line: Int
    var cells: [String: String]

    subscript(column: String) -> String { cells[column] ?? "" }
  }

  /// - Throws: `PipelineError.stopped` with every row that can't be kept, `ReadError`.
  func drafts() throws -> [Decide.Draft] {
    let (columns, rows) = try table()
    let isReview = [ReviewTable.left, ReviewTable.right].allSatisfy(columns.contains)
    let isClusters = ["cluster_id", "source", "record_key"].allSatisfy(columns.contains)
    guard columns.contains(ReviewTable.decision), isReview || isClusters else {
      throw PipelineError.stopped(
        Phrase(
          de: "\(path): keine Tabelle mit Entscheidungen: nehmen Sie review.csv, oder clusters.csv "
            + "mit einer Spalte \"decision\"",
          en: "\(path): no table of decisions: take review.csv, or clusters.csv with a column "
            + "\"decision\""))
    }
    var mistakes: [Phrase] = []
    let drafts =
      isReview ? try review(rows, &mistakes) : try clusters(rows, &mistakes)
    guard mistakes.isEmpty else { throw refused(mistakes) }
    return drafts
  }

  private func table() throws -> (columns: [String], rows: [Row]) {
    // A CSV file or a workbook, whichever the spreadsheet has saved.
    var source = try RecordSource.open(
      .file(path),
      settings: SourceSettings(csv: CSVOptions(header: true, names: [ReviewTable.decision])))
    var rows: [Row] = []
    try source.reader.read { event in
      switch event {
      case .record(let raw), .rejected(let raw, _):
        rows.append(
          Row(
            line: raw.location.line,
            cells: Dictionary(
              raw.values.filter { $0.column < raw.columns.count }.map {
                (raw.columns[$0.column], $0.text)
              }, uniquingKeysWith: { first, _ in first })))
      case .problem: break
      }
    }
    return (source.table?.columns ?? [], rows)
  }

  // MARK: review.csv

  private func review(_ rows: [Row], _ mistakes: inout [Phrase]) throws -> [Decide.Draft] {
    var drafts: [Decide.Draft] = []
    var kinds: [Set<RecordID>: DecisionKind] = [:]
    for row in rows where !row[ReviewTable.decision].allSatisfy(\.isWhitespace) {
      guard let kind = DecisionKind(word: row[ReviewTable.decision]) else {
        mistakes.append(unknownWord(row))
        continue
      }
      guard let left = try record(row[ReviewTable.left], row, &mistakes),
        let right = try record(row[ReviewTable.right], row, &mistakes)
      else { continue }
      let state = row[ReviewTable.state]
      if !state.isEmpty, state != ReviewTable.state(of: left, right) {
        mistakes.append(stale(row))
        continue
      }
      let pair: Set = [left.id, right.id]
      if pair.count < 2 || kinds[pair].map({ $0 != kind }) == true {
        mistakes.append(contradicts(row))
      }
      if kinds.updateValue(kind, forKey: pair) == nil {
        drafts.append(Decide.Draft(kind: kind, left: left.id, right: right.id))
      }
    }
    return drafts
  }

  // MARK: clusters.csv

  /// Rows of one cluster marked "same" are one contact; one marked "different" is another than all
  /// of its cluster that are not so marked.
  private func clusters(_ rows: [Row], _ mistakes: inout [Phrase]) throws -> [Decide.Draft] {
    var marked: [String: [(kind: DecisionKind?, record: RecordID)]] = [:]
    var order: [String] = []
    let decided = Set(
      rows.filter { !$0[ReviewTable.decision].allSatisfy(\.isWhitespace) }.map {
        $0["cluster_id"]
      })
    for row in rows where decided.contains(row["cluster_id"]) {
      var kind: DecisionKind?
      if !row[ReviewTable.decision].allSatisfy(\.isWhitespace) {
        kind = DecisionKind(word: row[ReviewTable.decision])
        guard kind == .same || kind == .different else {
          mistakes.append(unknownWord(row))
          continue
        }
      }
      guard let record = try record("\(row["source"]):\(row["record_key"])", row, &mistakes)
      else { continue }
      if let contact = ContactID(row["contact_id"]),
        try reader.contact(ofRecord: record.id) != contact
      {
        mistakes.append(stale(row))
        continue
      }
      if marked[row["cluster_id"]] == nil { order.append(row["cluster_id"]) }
      marked[row["cluster_id"], default: []].append((kind, record.id))
    }
    return order.flatMap { drafts(of: marked[$0] ?? []) }
  }

  private func drafts(of cluster: [(kind: DecisionKind?, record: RecordID)]) -> [Decide.Draft] {
    let same = cluster.filter { $0.kind == .same }.map(\.record)
    let parted = cluster.filter { $0.kind == .different }.map(\.record)
    let kept = cluster.filter { $0.kind != .different }.map(\.record)
    return same.dropFirst().map { Decide.Draft(kind: .same, left: same[0], right: $0) }
      + parted.flatMap { one in
        kept.map { Decide.Draft(kind: .different, left: one, right: $0) }
      }
  }

  // MARK: Mistakes

  private func record(
    _ name: String, _ row: Row, _ mistakes: inout [Phrase]
  ) throws -> Record? {
    guard let id = try StoreName.record(name, reader), let record = try reader.record(id) else {
      mistakes.append(
        place(row, Phrase(de: "kein Datensatz heißt so", en: "no record has this name")))
      return nil
    }
    if try reader.state(ofRecord: id)?.isWithdrawn == true {
      mistakes.append(stale(row))
      return nil
    }
    return record
  }

  private func unknownWord(_ row: Row) -> Phrase {
    let words = DecisionKind.words.joined(separator: ", ")
    return place(
      row,
      Phrase(
        de: "keine Entscheidung heißt so: es gibt \(words); in clusters.csv same und different",
        en: "no such decision: there is \(words); in clusters.csv same and different"))
  }

  private func stale(_ row: Row) -> Phrase {
    place(
      row,
      Phrase(
        de: "hat sich seit der Tabelle geändert: nehmen Sie eine neue",
        en: "has changed since the table was written: take a new one"))
  }

  private func contradicts(_ row: Row) -> Phrase {
    place(
      row,
      Phrase(
        de: "widerspricht einer anderen Zeile oder nennt einen Datensatz zweimal",
        en: "contradicts another row, or names one record twice"))
  }

  private func place(_ row: Row, _ what: Phrase) -> Phrase {
    Phrase(de: "\(path):\(row.line): \(what.german)", en: "\(path):\(row.line): \(what.english)")
  }

  /// So many rows are named.
  private static let shownCount = 20

  private func refused(_ mistakes: [Phrase]) -> PipelineError {
    let shown = mistakes.prefix(Self.shownCount)
    let more = mistakes.count - shown.count
    return .stopped(
      Phrase(
        de: (shown.map(\.german) + (more > 0 ? ["… und \(more) weitere"] : [])
          + ["nichts wurde geändert"]).joined(separator: "\n"),
        en: (shown.map(\.english) + (more > 0 ? ["… and \(more) more"] : [])
          + ["nothing was changed"]).joined(separator: "\n")))
  }
}
