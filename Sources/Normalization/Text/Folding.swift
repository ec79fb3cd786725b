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

  /// Writes the folded form of a two-byte sequence; gives its length, at most 2.
  static func write(
    _ lead: UInt8, _ trail: UInt8, to output: UnsafeMutableBufferPointer<UInt8>, at place: Int
  ) -> Int {
    switch lead {
    case 0xC3: return writeLatin1(latin1[Int(trail & 0x3F)], to: output, at: place)
    case 0xC4, 0xC5:
      let index = Int(lead & 1) * 64 + Int(trail & 0x3F)
      guard index < extendedA.count else { return 0 }
      output[place] = extendedA[index]
      return 1
    case 0xC8 where (0x98...0x9B).contains(trail):
      output[place] = trail < 0x9A ? UInt8(ascii: "s") : UInt8(ascii: "t")
      return 1
    case 0xC2: return 0
    default:
      (output[place], output[place + 1]) = (lead, trail)
      return 2
    }
  }

  private static func writeLatin1(
    _ code: UInt8, to output: UnsafeMutableBufferPointer<UInt8>, at place: Int
  ) -> Int {
    let pair: StaticString
    switch code {
    case UInt8(ascii: "0"): return 0
    case UInt8(ascii: "1"): pair = "ae"
    case UInt8(ascii: "2"): pair = "oe"
    case UInt8(ascii: "3"): pair = "ue"
    case UInt8(ascii: "4"): pair = "ss"
    case UInt8(ascii: "5"): pair = "th"
    default:
      output[place] = code
      return 1
    }
    (output[place], output[place + 1]) = (pair.utf8Start[0], pair.utf8Start[1])
    return 2
  }
}

/// The letters and digits of a text, folded: "Dipl.-Ing. (FH)" gives "diplingfh", "Ö-Müller"
/// "oemueller".
///
/// - Complexity: O(n).
func squashed(_ text: String) -> String {
  var text = text
  return text.withUTF8 { bytes in
    // No letter folds to more bytes than it has.
    String(unsafeUninitializedCapacity: bytes.count) { writeSquashed(bytes, to: $0) }
  }
}

/// Writes the folded letters and digits; gives how many bytes they are.
private func writeSquashed(
  _ bytes: UnsafeBufferPointer<UInt8>, to output: UnsafeMutableBufferPointer<UInt8>
) -> Int {
  var count = 0
  var index = 0
  while index < bytes.count {
    let byte = bytes[index]
    if byte < 0x80 {
      if let folded = byte.foldedLetterOrDigit {
        output[count] = folded
        count += 1
      }
      index += 1
    } else if byte < 0xE0 {
      if index + 1 < bytes.count {
        count += Folding.write(byte, bytes[index + 1], to: output, at: count)
      }
      index += 2
    } else if byte == 0xE2 {
      index += 3  // Punctuation lives here.
    } else {
      // Letters beyond Latin stay as they are.
      output[count] = byte
      count += 1
      index += 1
      while index < bytes.count, bytes[index] & 0xC0 == 0x80 {
        output[count] = bytes[index]
        count += 1
        index += 1
      }
    }
  }
  return count
}

extension UInt8 {
  var isASCIIUpper: Bool { self >= 0x41 && self <= 0x5A }
  var isASCIILower: Bool { self >= 0x61 && self <= 0x7A }
  var isASCIIDigit: Bool { self >= 0x30 && self <= 0x39 }
  var isASCIILetter: Bool { (self | 0x20).isASCIILower }
  /// An ASCII letter in lower case, or a digit; nil for any other sign.
  var foldedLetterOrDigit: UInt8? {
    isASCIIDigit ? self : isASCIILetter ? self | 0x20 : nil
  }
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
@inline(__always)
func split(_ text: String, where isSeparator: (UInt8) -> Bool) -> [String] {
  var text = text
  var parts: [String] = []
  let isWhole = text.withUTF8 { bytes in
    var start = 0
    for index in bytes.indices where isSeparator(bytes[index]) {
      if start == 0 { parts.reserveCapacity(6) }
      appendTrimmed(bytes[start..<index], to: &parts)
      start = index + 1
    }
    if start == 0, let first = bytes.first, let last = bytes.last,
      !isBlank(first), !isBlank(last)
    {
      return true
    }
    appendTrimmed(bytes[start...], to: &parts)
    return false
  }
  return isWhole ? [text] : parts
}

private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A }

private func appendTrimmed(_ part: Slice<UnsafeBufferPointer<UInt8>>, to parts: inout [String]) {
  var start = part.startIndex
  var end = part.endIndex
  while start < end, isBlank(part[start]) { start += 1 }
  while start < end, isBlank(part[end - 1]) { end -= 1 }
  guard start < end else { return }
  let bytes = UnsafeBufferPointer(rebasing: part.base[start..<end])
  parts.append(String(unsafeUninitializedCapacity: bytes.count) { write(bytes, to: $0, at: 0) })
}

/// A text without the ASCII spaces and line ends around it.
func trimmed(_ text: Substring) -> String {
  trimmed(text) { $0 == 0x20 || $0 == 0x0A }
}

func trimmed(_ text: String) -> String {
  guard let first = text.utf8.first, let last = text.utf8.last, isBlank(first) || isBlank(last)
  else { return text }
  return trimmed(Substring(text))
}

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
  guard let first = text.utf8.first, let last = text.utf8.last,
    isTrimmed(first) || isTrimmed(last)
  else { return text }
  return trimmed(Substring(text), where: isTrimmed)
}

extension String {
  /// Whether an ASCII byte occurs; far faster than looking for a `Character`.
  func has(_ byte: Unicode.Scalar) -> Bool { holds(UInt8(ascii: byte)) }
  /// Whether a byte of UTF-8 occurs.
  func holds(_ byte: UInt8) -> Bool {
    var text = self
    return text.withUTF8 { bytes in
      for index in bytes.indices where bytes[index] == byte { return true }
      return false
    }
  }
  /// Whether the text ends with the bytes of another; the library's own compares letters.
  func hasSuffix(_ suffix: String) -> Bool {
    utf8.count >= suffix.utf8.count && utf8.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
  }
  var digitCount: Int { utf8.reduce(0) { $0 + ($1.isASCIIDigit ? 1 : 0) } }
  /// Whether a letter of any script occurs.
  var hasLetter: Bool { utf8.contains { $0.isASCIILetter || $0 >= 0xC3 } }
  var isAllDigits: Bool { !isEmpty && utf8.allSatisfy(\.isASCIIDigit) }
}

/// Parts that are not empty, with a separator between them.
func joined(_ parts: [String], by separator: StaticString = " ") -> String {
  if parts.count == 1 { return parts[0] }
  var length = 0
  for part in parts where !part.isEmpty { length += part.utf8.count + separator.utf8CodeUnitCount }
  if length == 0 { return "" }
  let text = String(unsafeUninitializedCapacity: length) { output in
    var place = 0
    for part in parts where !part.isEmpty {
      if place > 0 { place = separator.withUTF8Buffer { write($0, to: output, at: place) } }
      var part = part
      place = part.withUTF8 { write($0, to: output, at: place) }
    }
    return place
  }
  return text
}

/// Writes bytes behind others; gives where they end.
private func write(
  _ bytes: UnsafeBufferPointer<UInt8>, to output: UnsafeMutableBufferPointer<UInt8>, at place: Int
) -> Int {
  _ = UnsafeMutableBufferPointer(rebasing: output[place...]).update(fromContentsOf: bytes)
  return place + bytes.count
}
