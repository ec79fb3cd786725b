/// The apostrophe that keeps a spreadsheet from running a field as a formula.
///
/// A field that starts with `=`, `@`, TAB or CR, or with `+` or `-` and forms no phone or number,
/// gets a leading `'`. So does one that looks guarded already, so that undoing gives back every
/// field as it was.
enum FormulaGuard {
  static func needsGuard(_ field: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = field.first else { return false }
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "@"), 0x09, 0x0D: return true
    case UInt8(ascii: "+"), UInt8(ascii: "-"): return !isNumber(field)
    case UInt8(ascii: "'"): return isGuarded(field)
    default: return false
    }
  }

  /// Whether apostrophes stand before a character that starts a formula.
  static func isGuarded(_ field: UnsafeBufferPointer<UInt8>) -> Bool {
    guard field.first == UInt8(ascii: "'") else { return false }
    switch field.first(where: { $0 != UInt8(ascii: "'") }) {
    case UInt8(ascii: "="), UInt8(ascii: "@"), 0x09, 0x0D, UInt8(ascii: "+"), UInt8(ascii: "-"):
      return true
    default: return false
    }
  }

  private typealias Bytes = UnsafeBufferPointer<UInt8>.SubSequence

  /// Whether the field is one number or phone, or several of them joined by `; `.
  private static func isNumber(_ field: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = field.startIndex
    for index in field.indices.dropLast() where field[index] == UInt8(ascii: ";") {
      guard field[index + 1] == UInt8(ascii: " ") else { continue }
      guard isOneNumber(field[start..<index]) else { return false }
      start = index + 2
    }
    return isOneNumber(field[start...])
  }

  /// Whether digits follow a sign, and nothing else but what groups them; a phone may end with its
  /// extension as we write it.
  private static func isOneNumber(_ text: Bytes) -> Bool {
    guard text.first == UInt8(ascii: "+") || text.first == UInt8(ascii: "-") else { return false }
    var hasDigit = false
    for byte in withoutExtension(text).dropFirst() {
      switch byte {
      case 0x30...0x39: hasDigit = true
      case 0x20, UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "/"), UInt8(ascii: "."),
        UInt8(ascii: ","), UInt8(ascii: "-"):
        break
      default: return false
      }
    }
    return hasDigit
  }

  /// The text before `;ext=` and digits alone.
  private static func withoutExtension(_ text: Bytes) -> Bytes {
    let mark = Array(";ext=".utf8)
    let digits = text.reversed().prefix { (0x30...0x39).contains($0) }.count
    let head = text.dropLast(digits)
    guard digits > 0, head.suffix(mark.count).elementsEqual(mark) else { return text }
    return head.dropLast(mark.count)
  }
}
