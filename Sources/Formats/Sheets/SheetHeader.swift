/// Finds the row of a sheet that names its columns.
///
/// It judges by the evidence that CSV files are judged by. A sheet has no delimiters: how wide its
/// rows are, only what they hold can tell.
struct SheetHeader {
  /// The row that names the columns; nil when none does.
  private(set) var row: SheetRow?
  private(set) var isCertain = false
  /// The number of the last row that stands before the first record.
  private(set) var lastRowBefore = 0
  /// The columns' names: each once, none empty.
  private(set) var columns: [String]

  /// - Parameters:
  ///   - rows: The first rows of the sheet that hold something.
  ///   - skipped: How many rows stand before the header, when the user says so.
  ///   - isThere: Whether a row names the columns, when the user says so.
  init(_ rows: [SheetRow], words: ColumnWords, skipped: Int?, isThere: Bool?) {
    let width = min(rows.map(\.width).max() ?? 0, SheetLimits.columns)
    let cells = rows.map { $0.texts(width) }
    let start =
      skipped.map { skipped in rows.firstIndex { $0.number > skipped } ?? rows.count }
      ?? Self.firstRow(cells, words)
    let evidence = HeaderEvidence(cells, at: start, words: words)
    let hasHeader = isThere ?? (!words.areNumbers && evidence.isHeader)
    columns = (0..<width).map { "column \($0 + 1)" }
    if rows.indices.contains(start) { lastRowBefore = rows[start].number - 1 }
    guard hasHeader, rows.indices.contains(start) else { return }
    row = rows[start]
    isCertain = evidence.isCertain
    lastRowBefore = rows[start].number
    columns = Self.names(cells[start])
  }

  /// The row above the records: before it stand titles and notes.
  private static func firstRow(_ rows: [[String]], _ words: ColumnWords) -> Int {
    let filled = rows.map { $0.count { !$0.isEmpty } }
    let usual = filled.sorted()[safe: filled.count / 2] ?? 0
    // A title fills one cell or two.
    let first = filled.firstIndex { $0 > 1 && $0 * 2 >= usual } ?? 0
    let named = rows.prefix(first + 10).firstIndex { row in
      let names = row.count { !$0.isEmpty && words.isName($0) }
      return names > 1 && names * 2 >= row.count { !$0.isEmpty }
    }
    return named ?? (usual > 1 ? first : 0)
  }

  private static func names(_ cells: [String]) -> [String] {
    var unique = UniqueNames()
    return cells.enumerated().map { index, text in
      let name = CSVHeader.trimmed(text)
      return unique.name(name.isEmpty ? "column \(index + 1)" : name)
    }
  }
}

extension Array {
  fileprivate subscript(safe index: Int) -> Element? {
    indices.contains(index) ? self[index] : nil
  }
}
