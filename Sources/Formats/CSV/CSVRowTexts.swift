internal import Records

/// Makes raw records of rows of bytes.
struct CSVRowTexts {
  private var file: String
  private var columns: [String]
  /// By number where the name may be a contact's value.
  private(set) var columnsToTell: [String]
  private let sourceName: String?
  /// The index of `kontor_source` in a `rejected.csv`.
  private let sourceColumn: Int?
  private let reasonColumn: Int?
  private let cellsColumn: Int?
  /// Whether a column was added by `RejectedWriter`.
  private let isAdded: [Bool]
  /// Whether a sequence of several bytes has shown that the file is UTF-8.
  ///
  /// Until then a byte that isn't UTF-8 says that the file is Windows-1252, which is no problem.
  var isEncodingCertain = false
  private var isSingleByte = false

  init(file: String, columns: [String], isHeaderCertain: Bool, sourceName: String?) {
    self.file = file
    self.columns = columns
    columnsToTell = columns.enumerated().map { index, name in
      isHeaderCertain && !HeaderEvidence.looksLikeValue(name) ? name : "column \(index + 1)"
    }
    self.sourceName = sourceName
    let isRejectedFile = columns.contains(RejectedColumn.reason.rawValue)
    func index(_ column: RejectedColumn) -> Int? {
      isRejectedFile ? columns.firstIndex(of: column.rawValue) : nil
    }
    sourceColumn = index(.source)
    reasonColumn = index(.reason)
    cellsColumn = index(.cells)
    isAdded = columns.map { isRejectedFile && RejectedColumn(rawValue: $0) != nil }
  }

  var ownColumns: [String] { ownIndices.map { columns[$0] } }

  var ownIndices: [Int] { columns.indices.filter { !isAdded[$0] } }

  /// A copy of which no counted memory is shared: two threads that count in one place wait for
  /// each other.
  var unshared: CSVRowTexts {
    var texts = self
    texts.file = String(decoding: Array(file.utf8), as: UTF8.self)
    texts.columns = columns.map { String(decoding: Array($0.utf8), as: UTF8.self) }
    texts.columnsToTell = columnsToTell.map { String(decoding: Array($0.utf8), as: UTF8.self) }
    return texts
  }

  /// Learns from a row whether the file is UTF-8.
  mutating func learnEncoding(of row: CSVRow) {
    if !isEncodingCertain && !isSingleByte { judgeEncoding(row.allBytes) }
  }

  mutating func emit(_ row: CSVRow, _ body: (ReaderEvent) throws -> Void) throws {
    if let sourceColumn, let sourceName, row.text(sourceColumn) != sourceName { return }
    let location = Location(file: file, line: row.line, ordinal: row.ordinal)
    if isUncorrected(row) {
      let kind = CSVProblem.uncorrected
      return try body(
        .problem(
          Problem(code: kind.code, location: location, action: kind.action, message: kind.message)))
    }
    let bytes = row.allBytes
    let hasNUL = firstIndex(of: 0, in: bytes) != nil
    learnEncoding(of: row)
    var values: [RawValue] = []
    values.reserveCapacity(columns.count)
    for index in 0..<min(row.count, columns.count) where !isAdded[index] {
      let field = row[index]
      guard !field.isEmpty else { continue }
      let text = CSVText(field, mayHaveNUL: hasNUL)
      values.append(RawValue(column: index, text: text.text))
      if text.isRepaired && isEncodingCertain {
        try body(.problem(problem(.badEncoding(.utf8), location, index)))
      }
      if text.hadNUL { try body(.problem(problem(.nulBytes, location, index))) }
    }
    try body(.record(RawRecord(location: location, columns: columns, values: values)))
  }

  /// Whether a row that was set aside is as it was, and its reason still stands beside it.
  private func isUncorrected(_ row: CSVRow) -> Bool {
    guard let reasonColumn, let cellsColumn, !row[reasonColumn].isEmpty else { return false }
    let cells = columns.indices.filter { !isAdded[$0] }.map { (columns[$0], row.text($0)) }
    return row.text(cellsColumn) == cellsFingerprint(of: cells)
  }

  private mutating func judgeEncoding(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.contains(where: { $0 >= 0x80 }) else { return }
    isEncodingCertain = endOfWellFormed(bytes, from: 0) == bytes.count
    isSingleByte = !isEncodingCertain
  }

  private func problem(_ kind: CSVProblem, _ location: Location, _ column: Int) -> Problem {
    Problem(
      code: kind.code, location: location, field: columnsToTell[column], action: kind.action,
      message: kind.message)
  }

  /// A rejected row without the columns that `RejectedWriter` added; nil when it is another
  /// source's.
  func withoutAdded(_ raw: RawRecord) -> RawRecord? {
    guard let sourceColumn else { return raw }
    let source = raw.values.first { $0.column == sourceColumn }?.text
    if let sourceName, source != sourceName { return nil }
    var own = raw
    own.values.removeAll { isAdded.indices.contains($0.column) && isAdded[$0.column] }
    return own
  }
}
