/// Tells whether a row still holds what it held when it was set aside, whatever the order of its
/// columns.
///
/// A spreadsheet drops leading zeros and blanks without anyone having corrected anything, so they
/// don't count.
///
/// - Parameter cells: empty ones may be left out; a column that comes twice is one cell of two lines.
/// - Returns: 16 hexadecimal digits (FNV-1a).
func cellsFingerprint(of cells: [(column: String, text: String)]) -> String {
  var texts: [String: [UInt8]] = [:]
  for cell in cells where !cell.text.isEmpty {
    let text = bareText(cell.text)
    if texts[cell.column]?.isEmpty == false {
      texts[cell.column, default: []] += [0x0A] + text
    } else {
      texts[cell.column] = text
    }
  }
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
  let columns = texts.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }
  for (column, text) in columns {
    for byte in column.utf8 { add(byte) }
    add(0x1F)
    for byte in text { add(byte) }
    add(0x1E)
  }
  let digits = String(hash, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}

/// Without carriage returns, blanks around it, and zeros before a number.
private func bareText(_ text: String) -> [UInt8] {
  func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  let bytes = text.utf8.filter { $0 != 0x0D }
  guard let first = bytes.firstIndex(where: { $0 > 0x20 }),
    let last = bytes.lastIndex(where: { $0 > 0x20 })
  else { return [] }
  var bare: [UInt8] = []
  bare.reserveCapacity(last - first + 1)
  for index in first...last {
    let isLeadingZero =
      bytes[index] == 0x30 && index < last && isDigit(bytes[index + 1])
      && !(bare.last.map(isDigit) ?? false)
    if !isLeadingZero { bare.append(bytes[index]) }
  }
  return bare
}
