extension CSVDialect {
  /// In the order in which they win when all else is equal.
  private static let delimiters = [";", ",", "\t", "|"].compactMap(\.utf8.first)

  /// How much of a file the rows are judged by.
  private static let sampleSize = 256 << 10

  /// The dialect of a file: what the options leave open follows from its first rows.
  ///
  /// - Parameters:
  ///   - sample: The file's first bytes.
  ///   - isWhole: Whether they are the whole file.
  package static func detected(
    in sample: some Collection<UInt8>, isWhole: Bool, options: CSVOptions = CSVOptions()
  ) -> CSVDialect {
    let encoding = options.encoding ?? .detected(in: sample, isWhole: isWhole)
    var text: [UInt8] = []
    var decoder = TextDecoder(encoding)
    decoder.decode(Array(sample.prefix(sampleSize)), into: &text)
    if isWhole && sample.count <= sampleSize { decoder.finish(into: &text) }
    let textIsWhole = isWhole && sample.count <= sampleSize

    var dialect = CSVDialect(encoding: encoding)
    let separator = separatorLine(text)
    let first = options.skipLines ?? (separator == nil ? 0 : 1)
    let body = dropping(first, linesOf: text)
    let scan = bestScan(
      body, delimiter: options.delimiter ?? separator,
      quotes: options.quote.map { [$0] } ?? quotes(in: body), isWhole: textIsWhole)
    dialect.delimiter = scan.delimiter
    dialect.quote = scan.quote
    dialect.fieldCount = max(1, scan.usualCount)
    let start = options.skipLines == nil ? firstRow(scan) : 0
    dialect.skippedLines = first + (scan.rows.indices.contains(start) ? scan.rows[start].line : 0)
    dialect.hasHeader = options.header ?? hasHeader(scan, at: start)
    return dialect
  }

  /// The character that Excel's first line `sep=;` names.
  private static func separatorLine(_ text: [UInt8]) -> UInt8? {
    var line = Array(text.prefix(16).prefix { $0 != 0x0A && $0 != 0x0D })
    if line.first == UInt8(ascii: "\""), line.last == UInt8(ascii: "\""), line.count == 7 {
      line = Array(line.dropFirst().dropLast())
    }
    let name = line.prefix(4).map { $0 | 0x20 }
    // "=" has the bit that folds case already.
    guard line.count == 5, name == Array("sep=".utf8) else { return nil }
    return line[4]
  }

  private static func dropping(_ count: Int, linesOf text: [UInt8]) -> [UInt8] {
    var index = 0
    for _ in 0..<max(0, count) {
      while index < text.count && text[index] != 0x0A && text[index] != 0x0D { index += 1 }
      if index + 1 < text.count && text[index] == 0x0D && text[index + 1] == 0x0A { index += 1 }
      index = min(index + 1, text.count)
    }
    return Array(text[index...])
  }

  /// The characters that may quote: the apostrophe only where it stands at both edges of fields.
  ///
  /// It comes first where every line has one such pair, and the double quote nowhere stands.
  private static func quotes(in text: [UInt8]) -> [UInt8] {
    let double = UInt8(ascii: "\"")
    let single = UInt8(ascii: "'")
    guard text.contains(single) else { return [double] }
    var opening = 0
    var closing = 0
    var lines = 1
    for index in text.indices {
      if text[index] == 0x0A { lines += 1 }
      guard text[index] == single else { continue }
      if index == 0 || isEdge(text[index - 1]) { opening += 1 }
      if index + 1 == text.count || isEdge(text[index + 1]) { closing += 1 }
    }
    guard opening > 1, closing > 1 else { return [double] }
    let isUsual = opening >= lines - 1 && opening == closing && !text.contains(double)
    return isUsual ? [single, double] : [double, single]
  }

  private static func isEdge(_ byte: UInt8) -> Bool {
    byte == 0x0A || byte == 0x0D || delimiters.contains(byte)
  }

  /// The scan with the delimiter and quote under which the rows agree best.
  private static func bestScan(
    _ text: [UInt8], delimiter: UInt8?, quotes: [UInt8], isWhole: Bool
  ) -> CSVScan {
    let delimiters = delimiter.map { [$0] } ?? Self.delimiters
    var best: CSVScan?
    for quote in quotes {
      for candidate in delimiters {
        let scan = CSVScan(text, delimiter: candidate, quote: quote, isWhole: isWhole)
        if scan.consistency > best?.consistency ?? 0 { best = scan }
      }
    }
    // One column: no delimiter shows, and the comma is what others would write.
    return best
      ?? CSVScan(
        text, delimiter: delimiter ?? UInt8(ascii: ","), quote: quotes[0], isWhole: isWhole)
  }

  /// The header, or the first row as wide as most are: before it stand titles and notes.
  private static func firstRow(_ scan: CSVScan) -> Int {
    let count = scan.usualCount
    guard count > 1 else { return 0 }
    let usual = scan.rows.firstIndex { $0.fields.count == count } ?? 0
    // A header may be narrower or wider than most rows: then its names must tell.
    let named = scan.rows[..<usual].firstIndex { knownNames(scan, $0) > 1 }
    return named ?? usual
  }

  /// How many of a row's fields are names that columns have.
  private static func knownNames(_ scan: CSVScan, _ row: CSVScan.Row) -> Int {
    row.fields.count { FieldVocabulary.target(of: scan.text($0)) != nil }
  }

  private static func hasHeader(_ scan: CSVScan, at index: Int) -> Bool {
    guard scan.rows.indices.contains(index) else { return true }
    let cells = scan.rows[index].fields.map(scan.text).filter { !$0.isEmpty }
    if knownNames(scan, scan.rows[index]) > 1 { return true }
    // "Firma" may be a value too: alone it proves nothing beside a value.
    return !cells.contains(where: looksLikeValue) && !cells.isEmpty
  }

  /// Whether a cell can't be a column's name: an address, a long number, a date.
  private static func looksLikeValue(_ cell: String) -> Bool {
    let bytes = Array(cell.utf8)
    if bytes.contains(UInt8(ascii: "@")) || cell.hasPrefix("http") { return true }
    let digits = bytes.count { (0x30...0x39).contains($0) }
    let isYear = bytes.count == 4 && (cell.hasPrefix("19") || cell.hasPrefix("20"))
    if digits == bytes.count { return !isYear }
    let startsAsNumber = bytes.first.map { $0 < 0x3A } ?? false
    return startsAsNumber && digits >= 4 && digits * 2 > bytes.count || bytes.count > 120
  }
}
