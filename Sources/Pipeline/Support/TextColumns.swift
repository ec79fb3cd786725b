/// Rows with all columns aligned to the left, two blanks apart, without blanks at their ends.
///
/// - Parameter indent: blanks before each row.
func textColumns(_ rows: [[String]], indent: Int = 0) -> String {
  let widths = (0..<(rows.map(\.count).max() ?? 0)).map { column in
    rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
  }
  return rows.map { row in
    var line = String(repeating: " ", count: indent)
    for (column, cell) in row.enumerated() {
      line += cell + String(repeating: " ", count: widths[column] - cell.count + 2)
    }
    while line.last == " " { line.removeLast() }
    return line
  }.joined(separator: "\n")
}

/// A value in one line that no terminal obeys: ends of lines are blanks, other control characters
/// and marks that turn the direction of writing are shown as "�".
package func shownOnALine(_ text: String) -> String {
  var line = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: line.append(" ")
    case ..<0x20, 0x7F...0x9F, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069:
      line.append("\u{FFFD}")
    default: line.append(scalar)
    }
  }
  return String(line)
}
