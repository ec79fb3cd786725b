/// A text in the form in which two spellings of one thing are equal: "Müller & Söhne" and
/// "MUELLER  & Soehne" both give "mueller soehne".
///
/// Small letters; ä ö ü ß as ae oe ue ss; other Latin letters without their accents; whatever is
/// neither letter nor digit parts words.
///
/// - Complexity: O(n), one allocation.
func folded(_ text: String) -> String {
  var folding = Folding()
  folding.bytes.reserveCapacity(text.utf8.count + 4)
  for scalar in text.unicodeScalars { folding.append(scalar) }
  if folding.bytes.last == Folding.space { folding.bytes.removeLast() }
  return String(decoding: folding.bytes, as: UTF8.self)
}

/// The words of a folded text.
func words(_ text: String) -> [String] {
  folded(text).split(separator: " ").map(String.init)
}

/// A text without blanks around it and with small ASCII letters: the form in which e-mail addresses
/// are equal.
func lowercasedASCII(_ text: String) -> String {
  if text.utf8.allSatisfy({ $0 > Folding.space && !(65...90).contains($0) }) { return text }
  let bytes = text.utf8.drop { $0 <= Folding.space }
  let small = bytes.map { (65...90).contains($0) ? $0 | 0x20 : $0 }
  let end = small.lastIndex { $0 > Folding.space }.map { $0 + 1 } ?? 0
  return String(decoding: small[..<end], as: UTF8.self)
}

private struct Folding {
  static let space = UInt8(ascii: " ")
  var bytes: [UInt8] = []

  mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x30...0x39, 0x61...0x7A: bytes.append(UInt8(truncatingIfNeeded: scalar.value))
    case 0x41...0x5A: bytes.append(UInt8(truncatingIfNeeded: scalar.value) | 0x20)
    case 0...0x7F: separate()
    case 0xD7, 0xF7: separate()
    case 0xC0...0x17F: bytes += Self.latin[Int(scalar.value) - 0xC0]
    case 0x308: appendUmlaut()
    case 0x300...0x36F: break
    case 0x1E9E: bytes += Array("ss".utf8)
    default: appendOther(scalar)
    }
  }

  private mutating func separate() {
    if let last = bytes.last, last != Self.space { bytes.append(Self.space) }
  }

  /// A combining diaeresis makes an umlaut of a, o, u alone.
  private mutating func appendUmlaut() {
    if let last = bytes.last, "aou".utf8.contains(last) { bytes.append(UInt8(ascii: "e")) }
  }

  private mutating func appendOther(_ scalar: Unicode.Scalar) {
    let properties = scalar.properties
    if properties.isAlphabetic || properties.numericType != nil {
      bytes += Array(properties.lowercaseMapping.utf8)
    } else {
      separate()
    }
  }

  /// U+00C0 to U+017F, one word each; `_` stands where there is no letter (`×`, `÷`).
  private static let latin: [[UInt8]] = {
    let names = """
      a a a a ae a ae c e e e e i i i i d n o o o o oe _ o u u u ue y th ss \
      a a a a ae a ae c e e e e i i i i d n o o o o oe _ o u u u ue y th y \
      a a a a a a c c c c c c c c d d d d e e e e e e e e e e \
      g g g g g g g g h h h h i i i i i i i i i i ij ij j j k k k \
      l l l l l l l l l l n n n n n n n n n o o o o o o oe oe r r r r r r \
      s s s s s s s s t t t t t t u u u u u u u u u u u u w w y y y z z z z z z s
      """
    return names.split(separator: " ").map { Array($0.utf8) }
  }()
}
