/// The text of vCard values: quoted-printable, character sets, escapes, components.
enum VCardText {
  /// The value as Unicode, escapes still in it.
  static func decoded(_ property: VCardProperty) -> String {
    guard property.isQuotedPrintable else {
      return text(of: property.value, charset: property.charset)
    }
    return text(of: quotedPrintable(property.value)[...], charset: property.charset)
  }

  /// Bytes that are UTF-8 are UTF-8, whatever is declared; else the declared or, as most often, Windows-1252.
  static func text(of bytes: ArraySlice<UInt8>, charset: TextEncoding?) -> String {
    let isUTF8 = bytes.withUnsafeBufferPointer { endOfWellFormed($0, from: 0) == $0.count }
    if isUTF8 { return String(decoding: bytes, as: UTF8.self) }
    var output: [UInt8] = []
    // In a line that is mostly UTF-8 only the bytes that break it are read otherwise.
    let fallback: TextEncoding = charset == .iso8859_1 ? .windows1252 : charset ?? .utf8
    var decoder = TextDecoder(fallback.upperHalf == nil ? .utf8 : fallback)
    decoder.decode(Array(bytes), into: &output)
    decoder.finish(into: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// The properties with the encoding that the letters of the whole card show, where a value is no
  /// UTF-8 and nothing else is declared: Polish programs write Windows-1250 and don't say so.
  static func withEncoding(_ properties: [VCardProperty]) -> [VCardProperty] {
    var undeclared: [Int] = []
    var bytes: [UInt8] = []
    for index in properties.indices {
      let property = properties[index]
      guard property.charset == nil || property.charset == .utf8, !property.isBinary,
        property.isQuotedPrintable || property.value.contains(where: { $0 >= 0x80 })
      else { continue }
      let plain =
        property.isQuotedPrintable ? quotedPrintable(property.value) : Array(property.value)
      let census = UTF8Census(plain, isWhole: true)
      guard census.faults > 0, census.sequences == 0 else { continue }
      undeclared.append(index)
      bytes += plain + [0x20]
    }
    guard !undeclared.isEmpty else { return properties }
    let encoding = TextEncoding.singleByte(bytes, isWhole: false)
    guard encoding != .windows1252 else { return properties }
    var known = properties
    for index in undeclared { known[index].charset = encoding }
    return known
  }

  /// Quoted-printable after RFC 2045, section 6.7; what isn't hexadecimal stays.
  static func quotedPrintable(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == 0x3D, index + 2 < bytes.endIndex, let high = hex(bytes[index + 1]),
        let low = hex(bytes[index + 2])
      {
        output.append(high << 4 | low)
        index += 3
        continue
      }
      // A soft break with nothing behind it.
      if bytes[index] == 0x3D && index + 1 == bytes.endIndex { break }
      output.append(bytes[index])
      index += 1
    }
    return output
  }

  /// The parts between semicolons, escapes still in them.
  static func components(of text: String, separator: UInt8 = UInt8(ascii: ";")) -> [Substring] {
    var parts: [Substring] = []
    let bytes = text.utf8
    var start = bytes.startIndex
    var isEscaped = false
    for index in bytes.indices {
      let byte = bytes[index]
      if byte == separator && !isEscaped {
        parts.append(text[start..<index])
        start = bytes.index(after: index)
      }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    return parts + [text[start...]]
  }

  /// The text that is meant: `\n` is a line end, `\,` a comma; CR LF becomes LF; no blanks at its ends.
  static func unescaped(_ text: Substring) -> String {
    let isPlain = text.utf8.allSatisfy { $0 != 0x5C && $0 != 0x0D }
    if isPlain { return trimmed(String(text)) }
    var output: [UInt8] = []
    var isEscaped = false
    for byte in text.utf8 {
      if isEscaped {
        isEscaped = false
        switch byte {
        case UInt8(ascii: "n"), UInt8(ascii: "N"): output.append(0x0A)
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "\\"),
          UInt8(ascii: "\""):
          output.append(byte)
        default: output += [0x5C, byte]
        }
      } else if byte == 0x5C {
        isEscaped = true
      } else if byte != 0x0D {
        output.append(byte)
      }
    }
    if isEscaped { output.append(0x5C) }
    return trimmed(String(decoding: output, as: UTF8.self))
  }

  /// The text without a scheme before it ("tel:"), whatever its case; nil when it has none.
  static func withoutScheme(_ scheme: String, _ text: String) -> Substring? {
    let count = scheme.utf8.count
    guard text.utf8.count >= count,
      zip(text.utf8, scheme.utf8).allSatisfy({ $0 | 0x20 == $1 | 0x20 })
    else { return nil }
    return text[text.utf8.index(text.startIndex, offsetBy: count)...]
  }

  private static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}
