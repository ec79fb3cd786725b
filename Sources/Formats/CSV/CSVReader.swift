internal import Records

/// Reads CSV files: dialect detected, damage reported row by row.
///
/// Undoes the formula guard of our own writer. Reads `rejected.csv` again: its columns
/// `kontor_file`, `kontor_line` and `kontor_reason` are left out, and rows whose `kontor_source`
/// is not `options.sourceName` are passed over.
package struct CSVReader: RecordReader {
  private var rows: CSVRowReader
  private var texts: CSVRowTexts

  /// - Throws: `ReadError` when the input can't be read.
  package init(_ input: ByteInput, options: CSVOptions = CSVOptions()) throws {
    rows = try CSVRowReader(input, options: options)
    texts = CSVRowTexts(file: input.name, columns: rows.columns, sourceName: options.sourceName)
    texts.isEncodingCertain = rows.dialect.encoding != .utf8
  }

  package var dialect: CSVDialect { rows.dialect }

  /// The columns' names, known before the first row is read; without those that `rejected.csv`
  /// adds.
  package var columns: [String] { texts.ownColumns }

  package mutating func read(_ body: (ReaderEvent) throws -> Void) throws {
    var texts = self.texts
    defer { self.texts = texts }
    try rows.read { event in
      switch event {
      case .row(let row): try texts.emit(row, body)
      case .rejected(let raw, let problem):
        if let own = texts.withoutAdded(raw) { try body(.rejected(own, problem)) }
      case .problem(let problem): try body(.problem(problem))
      }
    }
  }
}

/// Makes raw records of rows of bytes.
private struct CSVRowTexts {
  private let file: String
  private let columns: [String]
  private let sourceName: String?
  /// The index of `kontor_source` in a `rejected.csv`.
  private let sourceColumn: Int?
  /// Whether a column was added by `RejectedWriter`.
  private let isAdded: [Bool]
  /// Whether a sequence of several bytes has shown that the file is UTF-8.
  ///
  /// Until then a byte that isn't UTF-8 says that the file is Windows-1252, which is no problem.
  var isEncodingCertain = false
  private var isSingleByte = false

  init(file: String, columns: [String], sourceName: String?) {
    self.file = file
    self.columns = columns
    self.sourceName = sourceName
    let isRejectedFile = columns.contains(RejectedColumn.reason.rawValue)
    sourceColumn = isRejectedFile ? columns.firstIndex(of: RejectedColumn.source.rawValue) : nil
    isAdded = columns.map { isRejectedFile && RejectedColumn(rawValue: $0) != nil }
  }

  var ownColumns: [String] {
    zip(columns, isAdded).filter { !$0.1 }.map(\.0)
  }

  mutating func emit(_ row: CSVRow, _ body: (ReaderEvent) throws -> Void) throws {
    if let sourceColumn, let sourceName, row.text(sourceColumn) != sourceName { return }
    let location = Location(file: file, line: row.line, ordinal: row.ordinal)
    let bytes = row.allBytes
    let hasNUL = firstIndex(of: 0, in: bytes) != nil
    if !isEncodingCertain && !isSingleByte { judgeEncoding(bytes) }
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

  private mutating func judgeEncoding(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.contains(where: { $0 >= 0x80 }) else { return }
    isEncodingCertain = endOfWellFormed(bytes, from: 0) == bytes.count
    isSingleByte = !isEncodingCertain
  }

  private func problem(_ kind: CSVProblem, _ location: Location, _ column: Int) -> Problem {
    Problem(
      code: kind.code, location: location, field: columns[column], action: kind.action,
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
