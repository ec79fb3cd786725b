internal import Foundation

/// A value freed of what a person can't see or a program spoiled.
struct CleanText: Hashable {
  var text: String
  /// Whether mojibake, HTML entities or Excel wrapping were undone; spaces and NFC don't count.
  var isRepaired = false
}

/// Frees values of invisible characters, mojibake, HTML entities and Excel wrapping.
///
/// Spaces of every kind become one space, line ends one "\n", empty lines go; the result is NFC.
enum TextCleaner {
  static func clean(_ raw: String) -> CleanText {
    if isClean(raw) { return CleanText(text: raw) }
    var text = raw
    var isRepaired = false
    if let repaired = Mojibake.repaired(text) { (text, isRepaired) = (repaired, true) }
    if text.has("&"), let decoded = HTMLEntities.decoded(text) {
      (text, isRepaired) = (decoded, true)
    }
    text = collapsed(text)
    if let unwrapped = withoutExcelWrapping(text) { (text, isRepaired) = (unwrapped, true) }
    return CleanText(text: text, isRepaired: isRepaired)
  }

  /// The clean text with lines joined by spaces.
  static func line(_ raw: String) -> CleanText {
    var clean = clean(raw)
    if clean.text.has("\n") {
      clean.text = joined(split(clean.text, at: UInt8(ascii: "\n")))
    }
    return clean
  }

  /// Whether nothing needs to be done: the fast path of nearly every value.
  ///
  /// Letters of Latin-1 and Latin Extended-A are clean unless they look like mojibake.
  static func isClean(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { isClean($0) }
  }

  private static func isClean(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var previous: UInt8 = 0x20
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      // Nearly every byte is a letter, digit or sign of ASCII.
      if byte &- 0x21 < 0x5E {
        if byte == UInt8(ascii: "&"), mayBeginEntity(bytes, after: index) { return false }
        previous = byte
        index += 1
        continue
      }
      switch byte {
      case 0x20:
        if previous == 0x20 { return false }
        previous = byte
      case 0xC3, 0xC4, 0xC5:
        // Ä and Å before another letter that is not ASCII may be mojibake: look closer.
        guard previous != 0xFF, index + 1 < bytes.count else { return false }
        index += 1
        let trail = bytes[index]
        if byte == 0xC3 && (trail == 0x82 || trail == 0x83) { return false }
        previous = byte >= 0xC4 || trail == 0x84 || trail == 0x85 ? 0xFF : 0x41
      default: return false
      }
      index += 1
    }
    guard previous != 0x20 || bytes.isEmpty else { return false }
    return bytes.first != UInt8(ascii: "'") && bytes.first != UInt8(ascii: "=")
  }

  /// Whether "&auml;" or "&#228;" may stand at an ampersand.
  private static func mayBeginEntity(
    _ bytes: UnsafeBufferPointer<UInt8>, after index: Int
  ) -> Bool {
    guard index + 1 < bytes.count else { return false }
    return bytes[index + 1].isASCIILetter || bytes[index + 1] == UInt8(ascii: "#")
  }

  private static func collapsed(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    var pending: Unicode.Scalar?
    var mayDecompose = false
    for scalar in text.unicodeScalars {
      switch separator(scalar) {
      case .none:
        if let space = pending, !scalars.isEmpty { scalars.append(space) }
        pending = nil
        if scalar.value >= 0x300 { mayDecompose = true }
        scalars.append(scalar)
      case .removed: break
      case .space: if pending == nil { pending = " " }
      case .line: pending = "\n"
      }
    }
    let result = String(scalars)
    return mayDecompose ? result.precomposedStringWithCanonicalMapping : result
  }

  private enum Separator { case none, removed, space, line }

  private static func separator(_ scalar: Unicode.Scalar) -> Separator {
    switch scalar.value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: .line
    case 0x20, 0x09, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: .space
    case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064,
      0xFEFF, 0xFFF9...0xFFFB:
      .removed
    default: .none
    }
  }

  /// `="0171 1"` and `'+49 171 1`, as Excel and careful exporters write them.
  private static func withoutExcelWrapping(_ text: String) -> String? {
    if text.hasPrefix("=\""), text.hasSuffix("\""), text.utf8.count > 3 {
      return trimmed(text.dropFirst(2).dropLast())
    }
    guard text.hasPrefix("'"), let second = text.utf8.dropFirst().first else { return nil }
    let isFormula = "=+-@".utf8.contains(second) || second.isASCIIDigit
    return isFormula ? trimmed(text.dropFirst()) : nil
  }
}
