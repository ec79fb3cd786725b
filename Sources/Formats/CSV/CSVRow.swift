/// A row of a CSV file as bytes in UTF-8, for what reads a million of them.
///
/// It is valid only inside the call that hands it out. Nothing is undone or repaired yet: `text`
/// does that.
package struct CSVRow {
  /// The line the row begins on, from 1.
  package internal(set) var line: Int
  /// The position among the file's rows, from 1.
  package internal(set) var ordinal: Int
  package let count: Int
  private let bytes: UnsafePointer<UInt8>
  private let ends: UnsafePointer<Int>

  init(
    line: Int, ordinal: Int, count: Int, bytes: UnsafePointer<UInt8>, ends: UnsafePointer<Int>
  ) {
    self.line = line
    self.ordinal = ordinal
    self.count = count
    self.bytes = bytes
    self.ends = ends
  }

  /// A field's bytes; none for a field that the row doesn't have.
  package subscript(index: Int) -> UnsafeBufferPointer<UInt8> {
    guard index >= 0 && index < count else { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeBufferPointer(start: bytes + ends[index], count: ends[index + 1] - ends[index])
  }

  /// A field's text: formula guard undone, broken UTF-8 read as Windows-1252, NUL bytes left out.
  package func text(_ index: Int) -> String {
    CSVText(self[index]).text
  }

  /// Whether all fields from an index on are empty.
  package func isEmpty(from index: Int = 0) -> Bool {
    index >= count || ends[index] == ends[count]
  }

  /// All fields, one after the other.
  var allBytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: bytes + ends[0], count: ends[count] - ends[0])
  }
}

/// A field's text: formula guard undone, broken UTF-8 read as Windows-1252, NUL bytes left out.
struct CSVText {
  let text: String
  let isRepaired: Bool
  let hadNUL: Bool

  /// - Parameter mayHaveNUL: false when it is known that there is none.
  init(_ field: UnsafeBufferPointer<UInt8>, mayHaveNUL: Bool = true) {
    var bytes = field
    if bytes.first == UInt8(ascii: "'"), FormulaGuard.isGuarded(bytes) {
      bytes = UnsafeBufferPointer(rebasing: bytes[1...])
    }
    hadNUL = mayHaveNUL && firstIndex(of: 0, in: bytes) != nil
    if hadNUL {
      let plain = bytes.filter { $0 != 0 }
      (text, isRepaired) = plain.withUnsafeBufferPointer { String.repairing(utf8: $0) }
    } else {
      (text, isRepaired) = String.repairing(utf8: bytes)
    }
  }
}
