/// The rows of a sample as one delimiter and quote would cut it.
struct CSVScan {
  struct Row {
    /// Lines before the row, from 0.
    var line: Int
    /// The fields' bytes in the sample, quotes included.
    var fields: [Range<Int>]
  }
  let rows: [Row]
  let sample: [UInt8]
  let delimiter: UInt8
  let quote: UInt8
  /// How far the rows agree on a number of fields, from 0 to 1.
  let consistency: Double
  /// The number of fields that most rows have, the larger of two as frequent; 0 without rows.
  let usualCount: Int

  /// The texts of all fields.
  var cells: [[String]] { rows.map { $0.fields.map(text) } }

  /// Whether all rows have as many fields.
  var isEven: Bool { rows.allSatisfy { $0.fields.count == usualCount } }

  static let rowLimit = 500

  init(_ sample: [UInt8], delimiter: UInt8, quote: UInt8, isWhole: Bool) {
    var scanner = Scanner(sample: sample, delimiter: delimiter, quote: quote)
    var rows: [Row] = []
    while rows.count < Self.rowLimit, let row = scanner.nextRow() { rows.append(row) }
    // The last row may be cut off; but a sample of one row is all there is to go by.
    if !isWhole && scanner.isAtEnd && rows.count > 1 { rows.removeLast() }
    self.rows = rows.filter { row in
      row.fields.count > 1 || row.fields.contains { !sample[$0].allSatisfy(isBlank) }
    }
    self.sample = sample
    self.delimiter = delimiter
    self.quote = quote
    usualCount = Self.usualCount(self.rows)
    consistency = Self.consistency(self.rows, usualCount)
  }

  private static func usualCount(_ rows: [Row]) -> Int {
    var tally: [Int: Int] = [:]
    for row in rows { tally[row.fields.count, default: 0] += 1 }
    return tally.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
  }

  /// How far the rows agree on a number of fields, from 0 to 1; one field is no agreement.
  private static func consistency(_ rows: [Row], _ count: Int) -> Double {
    guard count > 1 else { return 0 }
    let agreeing = rows.count { $0.fields.count == count }
    // More fields are less likely to agree by chance.
    return Double(agreeing) / Double(rows.count) * (1 - 1 / Double(count))
  }

  /// A field's text without its quotes and outer blanks.
  func text(_ range: Range<Int>) -> String {
    var bytes = sample[range]
    while let last = bytes.last, isBlank(last) { bytes.removeLast() }
    bytes = bytes.drop(while: isBlank)
    if bytes.count > 1 && bytes.first == quote && bytes.last == quote {
      bytes = bytes.dropFirst().dropLast()
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

/// Cuts a sample into rows, lenient as the reader is: a quote inside a field is a character.
private struct Scanner {
  let sample: [UInt8]
  let delimiter: UInt8
  let quote: UInt8
  var index = 0
  var line = 0

  init(sample: [UInt8], delimiter: UInt8, quote: UInt8) {
    self.sample = sample
    self.delimiter = delimiter
    self.quote = quote
  }

  var isAtEnd: Bool { index >= sample.count }

  mutating func nextRow() -> CSVScan.Row? {
    guard !isAtEnd else { return nil }
    var row = CSVScan.Row(line: line, fields: [])
    while true {
      row.fields.append(nextField())
      guard !isAtEnd else { return row }
      if sample[index] == delimiter {
        index += 1
        continue
      }
      passLineEnd()
      return row
    }
  }

  /// Goes to the delimiter or line end after the field.
  private mutating func nextField() -> Range<Int> {
    let start = index
    var first = start
    while first < sample.count && sample[first] != delimiter && isBlank(sample[first]) {
      first += 1
    }
    if first < sample.count && sample[first] == quote {
      index = first + 1
      passQuoted()
    }
    while !isAtEnd && sample[index] != delimiter && !isLineEnd(sample[index]) { index += 1 }
    return start..<index
  }

  /// Goes behind the closing quote: one that a delimiter or line end follows.
  private mutating func passQuoted() {
    while !isAtEnd {
      if isLineEnd(sample[index]) {
        passLineEnd()
        continue
      }
      index += 1
      guard sample[index - 1] == quote, !isAtEnd else { continue }
      if sample[index] == quote {
        index += 1
        continue
      }
      var next = index
      while next < sample.count && sample[next] != delimiter && isBlank(sample[next]) { next += 1 }
      if next == sample.count || sample[next] == delimiter || isLineEnd(sample[next]) { return }
    }
  }

  private mutating func passLineEnd() {
    if sample[index] == 0x0D && index + 1 < sample.count && sample[index + 1] == 0x0A { index += 1 }
    index += 1
    line += 1
  }
}
