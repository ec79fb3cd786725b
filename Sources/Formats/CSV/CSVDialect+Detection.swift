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
    let words = ColumnWords(options.names)
    let body = dropping(first, linesOf: text)
    let scan = bestScan(
      body, delimiter: options.delimiter ?? separator,
      quotes: options.quote.map { [$0] } ?? quotes(in: body), words: words, isWhole: textIsWhole)
    dialect.delimiter = scan.delimiter
    dialect.quote = scan.quote
    dialect.fieldCount = max(1, scan.usualCount)
    let start = options.skipLines == nil ? firstRow(scan, words) : 0
    dialect.skippedLines = first + (scan.rows.indices.contains(start) ? scan.rows[start].line : 0)
    let evidence = HeaderEvidence(scan.cells, at: start, words: words)
    dialect.hasHeader = options.header ?? (!words.areNumbers && evidence.isHeader)
    dialect.isHeaderCertain = dialect.hasHeader && evidence.isCertain
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
    _ text: [UInt8], delimiter: UInt8?, quotes: [UInt8], words: ColumnWords, isWhole: Bool
  ) -> CSVScan {
    func scan(_ delimiter: UInt8, _ quote: UInt8) -> CSVScan {
      CSVScan(text, delimiter: delimiter, quote: quote, isWhole: isWhole)
    }
    if let delimiter {
      let scans = quotes.map { scan(delimiter, $0) }
      return scans.dropFirst().reduce(scans[0]) { $1.consistency > $0.consistency ? $1 : $0 }
    }
    var best: CSVScan?
    for quote in quotes {
      for candidate in delimiters {
        let scan = scan(candidate, quote)
        if scan.consistency > best?.consistency ?? 0 { best = scan }
      }
    }
    if let best, !isOneColumn(best, words) { return best }
    let scans = delimiters.map { scan($0, quotes[0]) }
    // A header of several columns above rows of one; else one column, whatever its values hold.
    let wide = best == nil ? scans.first { $0.rows.first?.fields.count ?? 0 > 1 } : nil
    return wide ?? scans.last { $0.usualCount == 1 && $0.isEven } ?? scans[2]
  }

  /// Whether the delimiters of a scan are parts of values: "Name" above "Meyer, Hans".
  private static func isOneColumn(_ scan: CSVScan, _ words: ColumnWords) -> Bool {
    guard let header = scan.rows.first, header.fields.count == 1,
      words.isName(scan.text(header.fields[0])), scan.rows.count > 1
    else { return false }
    // Names in the row below, or a blank line before it: a title.
    let others = scan.rows.dropFirst()
    guard scan.rows[1].line == header.line + 1, knownNames(scan, scan.rows[1], words) == 0 else {
      return false
    }
    if words.isSingle && words.isExpected(scan.text(header.fields[0])) { return true }
    return others.allSatisfy { row in
      row.fields.dropFirst().allSatisfy { scan.sample[$0].first == UInt8(ascii: " ") }
    }
  }

  /// The header, or the first row as wide as most are: before it stand titles and notes.
  private static func firstRow(_ scan: CSVScan, _ words: ColumnWords) -> Int {
    let count = scan.usualCount
    guard count > 1 else { return 0 }
    let usual = scan.rows.firstIndex { $0.fields.count == count } ?? 0
    // A header may be narrower or wider than most rows: then its names must tell.
    let named = scan.rows[..<usual].firstIndex { knownNames(scan, $0, words) > 1 }
    return named ?? usual
  }

  /// How many of a row's fields are names that columns have.
  private static func knownNames(
    _ scan: CSVScan, _ row: CSVScan.Row, _ words: ColumnWords
  ) -> Int {
    row.fields.count { words.isName(scan.text($0)) }
  }
}
