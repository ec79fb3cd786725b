/// Writes CSV after RFC 4180, with a guard before what a spreadsheet would run as a formula.
///
/// Source: RFC 4180, section 2. Lines end in CRLF there and in LF here, which every reader takes.
package struct CSVWriter {
  private let output: ByteOutput
  private let delimiter: UInt8

  package init(_ output: ByteOutput, delimiter: UInt8 = UInt8(ascii: ",")) {
    self.output = output
    self.delimiter = delimiter
  }

  /// Appends a row.
  package mutating func write(_ row: [String]) throws {
    try output.write { bytes in
      for (index, field) in row.enumerated() {
        if index > 0 { bytes.append(delimiter) }
        append(field, isOnly: row.count == 1, to: &bytes)
      }
      bytes.append(0x0A)
    }
  }

  /// Ends the file.
  package func close() throws { try output.close() }

  private func append(_ field: String, isOnly: Bool, to bytes: inout [UInt8]) {
    if field.isEmpty && !isOnly { return }
    var field = field
    field.withUTF8 { buffer in
      let isGuarded = FormulaGuard.needsGuard(buffer)
      let isQuoted = needsQuotes(buffer) || isOnly && buffer.isEmpty
      if isQuoted { bytes.append(UInt8(ascii: "\"")) }
      if isGuarded { bytes.append(UInt8(ascii: "'")) }
      if isQuoted && firstIndex(of: UInt8(ascii: "\""), in: buffer) != nil {
        for byte in buffer {
          if byte == UInt8(ascii: "\"") { bytes.append(byte) }
          bytes.append(byte)
        }
      } else {
        bytes.append(contentsOf: buffer)
      }
      if isQuoted { bytes.append(UInt8(ascii: "\"")) }
    }
  }

  /// Whether a field holds what ends a field, or blanks at its ends, which readers drop.
  private func needsQuotes(_ field: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = field.first, let last = field.last else { return false }
    if first <= 0x20 || last <= 0x20 { return true }
    for byte in field
    where byte == delimiter || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D {
      return true
    }
    return false
  }
}
