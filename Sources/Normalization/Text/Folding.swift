/// Folds letters for look-ups: lower case, umlauts as two letters, other accents dropped.
///
/// Works on UTF-8 bytes; what is neither a Latin letter nor a digit is dropped, other scripts stay.
enum Folding {
  /// Base letters of U+00C0–U+00FF, "1" for ae, "2" oe, "3" ue, "4" ss, "5" th, "0" for none.
  private static let latin1: [UInt8] = Array(
    "aaaa1a1ceeeeiiiidnoooo20ouuu3y54aaaa1a1ceeeeiiiidnoooo20ouuu3y5y".utf8)
  /// Base letters of U+0100–U+017F.
  private static let extendedA: [UInt8] = Array(
    ("aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllll"
      + "nnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs").utf8)

  /// Appends the folded form of a two-byte sequence.
  static func append(_ lead: UInt8, _ trail: UInt8, to output: inout [UInt8]) {
    switch lead {
    case 0xC3: appendLatin1(latin1[Int(trail & 0x3F)], to: &output)
    case 0xC4, 0xC5:
      let index = Int(lead & 1) * 64 + Int(trail & 0x3F)
      if index < extendedA.count { output.append(extendedA[index]) }
    case 0xC8 where (0x98...0x9B).contains(trail):
      output.append(trail < 0x9A ? UInt8(ascii: "s") : UInt8(ascii: "t"))
    case 0xC2: break
    default:
      output.append(lead)
      output.append(trail)
    }
  }

  private static func appendLatin1(_ code: UInt8, to output: inout [UInt8]) {
    switch code {
    case UInt8(ascii: "0"): break
    case UInt8(ascii: "1"): output += [0x61, 0x65]
    case UInt8(ascii: "2"): output += [0x6F, 0x65]
    case UInt8(ascii: "3"): output += [0x75, 0x65]
    case UInt8(ascii: "4"): output += [0x73, 0x73]
    case UInt8(ascii: "5"): output += [0x74, 0x68]
    default: output.append(code)
    }
  }
}

/// The letters and digits of a text, folded: "Dipl.-Ing. (FH)" gives "diplingfh", "Ö-Müller"
/// "oemueller".
///
/// - Complexity: O(n), one allocation beside the result.
func squashed(_ text: String) -> String {
  var output: [UInt8] = []
  output.reserveCapacity(text.utf8.count + 4)
  appendSquashed(text, to: &output)
  return String(decoding: output, as: UTF8.self)
}

func appendSquashed(_ text: String, to output: inout [UInt8]) {
  var lead: UInt8 = 0
  var isThreeBytes = 0
  for byte in text.utf8 {
    if byte < 0x80 {
      if byte.isASCIIUpper {
        output.append(byte | 0x20)
      } else if byte.isASCIILower || byte.isASCIIDigit {
        output.append(byte)
      }
    } else if byte >= 0xE0 {
      // Punctuation lives at E2 80; letters beyond Latin stay as they are.
      isThreeBytes = byte == 0xE2 ? 2 : 0
      if isThreeBytes == 0 { output.append(byte) }
      lead = 0
    } else if byte >= 0xC0 {
      lead = byte
      isThreeBytes = 0
    } else if isThreeBytes > 0 {
      isThreeBytes -= 1
    } else if lead != 0 {
      Folding.append(lead, byte, to: &output)
      lead = 0
    } else {
      output.append(byte)
    }
  }
}

extension UInt8 {
  var isASCIIUpper: Bool { self >= 0x41 && self <= 0x5A }
  var isASCIILower: Bool { self >= 0x61 && self <= 0x7A }
  var isASCIIDigit: Bool { self >= 0x30 && self <= 0x39 }
  var isASCIILetter: Bool { (self | 0x20).isASCIILower }
}

/// The words of a text between spaces; no empty ones.
func words(of text: String) -> [String] {
  split(text, at: UInt8(ascii: " "))
}

/// The parts of a text between a separator, spaces trimmed; no empty ones.
func split(_ text: String, at separator: UInt8) -> [String] {
  split(text) { $0 == separator }
}

/// The parts of a text between separators, spaces trimmed; no empty ones.
func split(_ text: String, where isSeparator: (UInt8) -> Bool) -> [String] {
  var parts: [String] = []
  let bytes = text.utf8
  var start = bytes.startIndex
  var index = start
  while index != bytes.endIndex {
    if isSeparator(bytes[index]) {
      appendTrimmed(text[start..<index], to: &parts)
      start = bytes.index(after: index)
    }
    index = bytes.index(after: index)
  }
  if start == bytes.startIndex {
    let whole = trimmed(text)
    return whole.isEmpty ? [] : [whole]
  }
  appendTrimmed(text[start...], to: &parts)
  return parts
}

private func appendTrimmed(_ part: Substring, to parts: inout [String]) {
  let text = trimmed(part)
  if !text.isEmpty { parts.append(text) }
}

/// A text without the ASCII spaces and line ends around it.
func trimmed(_ text: Substring) -> String {
  trimmed(text) { $0 == 0x20 || $0 == 0x0A }
}

func trimmed(_ text: String) -> String { trimmed(Substring(text)) }

/// A text without the ASCII bytes around it that a test names.
func trimmed(_ text: Substring, where isTrimmed: (UInt8) -> Bool) -> String {
  let bytes = text.utf8
  var start = bytes.startIndex
  var end = bytes.endIndex
  while start < end, isTrimmed(bytes[start]) { start = bytes.index(after: start) }
  while end > start, isTrimmed(bytes[bytes.index(before: end)]) { end = bytes.index(before: end) }
  return String(text[start..<end])
}

func trimmed(_ text: String, where isTrimmed: (UInt8) -> Bool) -> String {
  trimmed(Substring(text), where: isTrimmed)
}

extension String {
  /// Whether an ASCII byte occurs; far faster than looking for a `Character`.
  func has(_ byte: Unicode.Scalar) -> Bool { utf8.contains(UInt8(ascii: byte)) }
  var digitCount: Int { utf8.reduce(0) { $0 + ($1.isASCIIDigit ? 1 : 0) } }
  /// Whether a letter of any script occurs.
  var hasLetter: Bool { utf8.contains { $0.isASCIILetter || $0 >= 0xC3 } }
  var isAllDigits: Bool { !isEmpty && utf8.allSatisfy(\.isASCIIDigit) }
}

/// Parts that are not empty, with a separator between them.
func joined(_ parts: [String], by separator: String = " ") -> String {
  var text = ""
  for part in parts where !part.isEmpty {
    if !text.isEmpty { text += separator }
    text += part
  }
  return text
}
