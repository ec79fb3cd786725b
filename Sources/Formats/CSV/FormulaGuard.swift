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

  /// Whether digits follow a sign, and nothing else but what groups them.
  private static func isNumber(_ field: UnsafeBufferPointer<UInt8>) -> Bool {
    var hasDigit = false
    for byte in field.dropFirst() {
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
}
