package import Records

/// What a CSV file holds, before its fields become text.
package enum CSVRowEvent {
  case row(CSVRow)
  case rejected(RawRecord, Problem)
  case problem(Problem)
}

/// Reads a CSV file as rows of bytes.
///
/// Every row handed out has a field for every named column. Empty rows and rows of delimiters are
/// passed over silently; a header that comes again is passed over with a problem; a row with
/// another number of fields is rejected.
package struct CSVRowReader {
  package let dialect: CSVDialect
  /// The columns' names; "column 1" and so on without a header.
  package var columns: [String] { header?.names ?? [] }
  /// How many rows of data have been met, rejected ones included.
  package private(set) var ordinal = 0

  private let file: String
  private var feeder: LineFeeder
  private let parser: LibCSVParser
  private var header: CSVHeader?
  private var isHeaderPending: Bool
  /// Lines that have ended.
  private var line = 0
  private var rowLine = 1
  /// The bytes of a row that did not end in its first piece, to read them again should a quote be
  /// unclosed.
  private var openRow: [UInt8] = []
  private var isDiscarding = false
  private var faults = 0

  /// - Throws: `ReadError` when the input can't be read.
  package init(_ input: ByteInput, options: CSVOptions = CSVOptions()) throws {
    var input = input
    let sample = try input.peek(TextEncoding.sampleSize)
    let dialect = CSVDialect.detected(
      in: sample, isWhole: sample.count < TextEncoding.sampleSize, options: options)
    try self.init(input, dialect: dialect, sample: Array(sample))
  }

  private init(_ input: ByteInput, dialect: CSVDialect, sample: [UInt8]) throws {
    self.dialect = dialect
    file = input.name
    parser = LibCSVParser(delimiter: dialect.delimiter, quote: dialect.quote)
    feeder = try LineFeeder(input, encoding: dialect.encoding)
    isHeaderPending = dialect.hasHeader
    header = dialect.hasHeader ? nil : CSVHeader(columnCount: dialect.fieldCount)
    if dialect.hasHeader { try readHeader(of: sample, name: input.name) }
  }

  /// Learns the columns' names before the file is read, for `check` and for mappings.
  private mutating func readHeader(of sample: [UInt8], name: String) throws {
    guard !sample.isEmpty else { return }
    var ahead = self
    let bytes = ByteInput.bytes(sample, name: name)
    ahead.feeder = try LineFeeder(bytes, encoding: dialect.encoding)
    while ahead.isHeaderPending, try ahead.step({ _ in }) {}
    header = ahead.header
    parser.reset()
    if header == nil && sample.count >= TextEncoding.sampleSize {
      throw ReadError.malformed(
        file: name, line: dialect.skippedLines + 1,
        what: Phrase(
          de: "keine Kopfzeile im ersten MiB: Trennzeichen und Anführungszeichen angeben",
          en: "no header in the first MiB: set the delimiter and the quote"))
    }
  }

  /// Calls `body` for every row, rejected row and problem, in the order of the file.
  ///
  /// - Throws: `ReadError` for what stops the file, and what `body` throws.
  package mutating func read(_ body: (CSVRowEvent) throws -> Void) throws {
    while try step(body) {}
    if ordinal == 0 && (isHeaderPending || !dialect.hasHeader) {
      try body(.problem(problem(.empty, line: 1)))
    }
    if feeder.encodingFaults > 0 {
      try body(.problem(problem(.badEncoding(dialect.encoding), line: max(1, line))))
    }
  }

  /// Reads one line or piece of a line. False at the end.
  private mutating func step(_ body: (CSVRowEvent) throws -> Void) throws -> Bool {
    guard let piece = try feeder.next() else { return try finish(body) }
    if line < dialect.skippedLines || isDiscarding {
      if piece.endsLine {
        line += 1
        isDiscarding = false
      }
      return true
    }
    if openRow.isEmpty { rowLine = line + 1 }
    let isParsed = feeder.buffer.withUnsafeBufferPointer {
      parser.parse(UnsafeBufferPointer(rebasing: $0[piece.range]))
    }
    if piece.endsLine { line += 1 }
    let isOpen = parser.isInRow || !piece.endsLine
    if isOpen || !openRow.isEmpty { openRow += feeder.buffer[piece.range] }
    if try !isParsed || deliver(body) {
      try recover(body)
    } else if !isOpen {
      openRow.removeAll(keepingCapacity: true)
    } else if isOverLimit {
      try recover(body)
    }
    return true
  }

  /// Whether the open row is longer than any, or its quote has swallowed more lines than is likely.
  private var isOverLimit: Bool {
    if openRow.count > CSVLimits.rowLength { return true }
    return parser.isInQuotes && openRow.count > CSVLimits.rowLength(afterFaults: faults)
      && endOfFirstLine() != nil
  }

  /// Ends the last row; a quote left open sends all but its first line back to be read again.
  private mutating func finish(_ body: (CSVRowEvent) throws -> Void) throws -> Bool {
    guard parser.isInRow else { return false }
    if parser.isInQuotes {
      try recover(body)
      return true
    }
    parser.finish()
    if try deliver(body) {
      try recover(body)
      return true
    }
    openRow = []
    return false
  }

  /// Hands out the rows that have ended.
  ///
  /// - Returns: Whether the row must be read again, because a quote in its first line was never
  ///   meant to open.
  private mutating func deliver(_ body: (CSVRowEvent) throws -> Void) throws -> Bool {
    for index in 0..<parser.rowCount {
      var row = parser.row(index, line: rowLine)
      if row.isEmpty() { continue }
      if row.count > CSVLimits.columns { try checkWidth(row) }
      guard !isHeaderPending, let header else {
        // The names are known already where `readHeader` found them.
        if header == nil { header = CSVHeader(row: row, columnCount: dialect.fieldCount) }
        isHeaderPending = false
        continue
      }
      if header.isRepeated(by: row) {
        try body(.problem(problem(.repeatedHeader, line: row.line)))
        continue
      }
      let width = header.names.count
      let isWrong =
        row.count < header.requiredCount || row.count > width && !row.isEmpty(from: width)
      if !openRow.isEmpty && isSwallowing(width, surely: isWrong) { return true }
      if isWrong {
        try reject(row, header, body)
        continue
      }
      ordinal += 1
      row.ordinal = ordinal
      try body(.row(row))
    }
    return false
  }

  private func checkWidth(_ row: CSVRow) throws {
    guard isHeaderPending else { return }
    let limit = CSVLimits.columns
    throw ReadError.malformed(
      file: file, line: row.line,
      what: Phrase(
        de: "die Kopfzeile hat \(row.count) Felder, mehr als \(limit): falsches Trennzeichen?",
        en: "the header has \(row.count) fields, more than \(limit): wrong delimiter?"))
  }

  private mutating func reject(
    _ row: CSVRow, _ header: CSVHeader, _ body: (CSVRowEvent) throws -> Void
  ) throws {
    ordinal += 1
    let kept = min(row.count, CSVLimits.columns)
    let values = (0..<kept).map { RawValue(column: $0, text: row.text($0)) }
    let raw = RawRecord(
      location: Location(file: file, line: row.line, ordinal: ordinal),
      columns: header.names(forCount: kept), values: values.filter { !$0.text.isEmpty })
    let kind = CSVProblem.fieldCount(
      found: row.count, expected: header.names.count, hasHeader: dialect.hasHeader)
    try body(.rejected(raw, problem(kind, line: row.line)))
  }
}

extension CSVRowReader {
  /// Whether the open row's lines are rows by themselves, which a stray quote has run together.
  ///
  /// - Parameter surely: Whether the row is wrong anyway: then its first line is enough to tell.
  private func isSwallowing(_ width: Int, surely isWrong: Bool) -> Bool {
    guard width > 1, let end = endOfFirstLine(), end < openRow.count else { return false }
    guard fieldCount(openRow[..<end]) == width else { return false }
    if isWrong { return true }
    let lines = openRow[end...].split { $0 == 0x0A || $0 == 0x0D }
    // A line with quotes may hold delimiters inside them; only the last, which closes, must fit.
    return lines.enumerated().allSatisfy { index, line in
      fieldCount(line) == width || index < lines.count - 1 && line.contains(dialect.quote)
    }
  }

  /// How many fields a line has when quotes mean nothing.
  private func fieldCount(_ line: ArraySlice<UInt8>) -> Int {
    1 + line.count { $0 == dialect.delimiter }
  }

  /// The index behind the open row's first line.
  private func endOfFirstLine() -> Int? {
    guard let end = openRow.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return nil }
    let isPair = openRow[end] == 0x0D && end + 1 < openRow.count && openRow[end + 1] == 0x0A
    return isPair ? end + 2 : end + 1
  }

  /// Rejects the first line of the open row, and has what a quote swallowed read again.
  private mutating func recover(_ body: (CSVRowEvent) throws -> Void) throws {
    faults += 1
    let end = endOfFirstLine()
    let firstLine = openRow[..<(end ?? openRow.count)]
    let isTooLong = end == nil && openRow.count > CSVLimits.rowLength
    let values = isTooLong || isHeaderPending ? [] : literalValues(of: firstLine)
    ordinal += 1
    let raw = RawRecord(
      location: Location(file: file, line: rowLine, ordinal: ordinal),
      columns: header?.names(forCount: (values.last?.column ?? 0) + 1) ?? [], values: values)
    let kind = isTooLong ? CSVProblem.rowTooLong : .unclosedQuote
    parser.reset()
    line = rowLine
    if let end {
      feeder.pushBack(openRow[end...])
    } else {
      line -= 1
      isDiscarding = true
    }
    openRow = []
    try body(.rejected(raw, problem(kind, line: rowLine)))
  }

  /// A line's fields when quotes mean nothing.
  private func literalValues(of line: ArraySlice<UInt8>) -> [RawValue] {
    let bare = line.prefix { $0 != 0x0A && $0 != 0x0D }
    let fields = bare.split(
      separator: dialect.delimiter, maxSplits: CSVLimits.columns - 1,
      omittingEmptySubsequences: false)
    return fields.enumerated().compactMap { index, field in
      guard !field.isEmpty else { return nil }
      return RawValue(column: index, text: field.withUnsafeBufferPointer { CSVText($0).text })
    }
  }

  func problem(_ kind: CSVProblem, line: Int, field: String = "", ordinal: Int? = nil) -> Problem {
    Problem(
      code: kind.code, location: Location(file: file, line: line, ordinal: ordinal ?? self.ordinal),
      field: field, action: kind.action, message: kind.message)
  }
}
