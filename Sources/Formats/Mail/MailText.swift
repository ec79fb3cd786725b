internal import Foundation

/// The text of mail headers: encoded words, and bytes that should not be there.
///
/// Source: RFC 2047.
enum MailText {
  /// A header's bytes as text; encoded words are still in it.
  static func raw(_ bytes: some Collection<UInt8>) -> String {
    Array(bytes).withUnsafeBufferPointer { String.repairing(utf8: $0).text }
  }

  /// The text with its encoded words read: `=?utf-8?Q?M=C3=BCller?=` is "Müller".
  static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "=")) else { return text }
    var output = ""
    /// Bytes of words that follow each other: one may end inside a letter.
    var open: (charset: String, bytes: [UInt8])?
    func flush() {
      if let word = open { output += string(word.bytes, charset: word.charset) }
      open = nil
    }
    var rest = text[...]
    while let start = rest.range(of: "=?") {
      let between = rest[..<start.lowerBound]
      guard let (word, end) = word(rest[start.lowerBound...]) else {
        flush()
        output += rest[..<start.upperBound]
        rest = rest[start.upperBound...]
        continue
      }
      // Blanks between two words only fold the line.
      if open == nil || !between.allSatisfy(\.isWhitespace) {
        flush()
        output += between
      }
      if let known = open, known.charset == word.charset {
        open = (known.charset, known.bytes + word.bytes)
      } else {
        flush()
        open = word
      }
      rest = rest[end...]
    }
    flush()
    return output + rest
  }

  /// The encoded word that a text begins with, and where it ends.
  private static func word(
    _ text: Substring
  ) -> (word: (charset: String, bytes: [UInt8]), end: Substring.Index)? {
    let parts = text.dropFirst(2).split(
      separator: "?", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count < 60,
      let close = parts[2].range(of: "?=")
    else { return nil }
    let body = parts[2][..<close.lowerBound]
    // A language may follow the charset: `utf-8*de`.
    let charset = parts[0].prefix { $0 != "*" }.lowercased()
    switch parts[1].lowercased() {
    case "q":
      let spaced = body.utf8.map { $0 == UInt8(ascii: "_") ? UInt8(0x20) : $0 }
      return ((charset, VCardText.quotedPrintable(spaced[...])), close.upperBound)
    case "b":
      let data = Data(base64Encoded: padded(body), options: .ignoreUnknownCharacters)
      return data.map { ((charset, Array($0)), close.upperBound) }
    default: return nil
    }
  }

  private static func padded(_ text: Substring) -> String {
    let count = text.utf8.count { $0 != UInt8(ascii: "=") && $0 > 0x20 }
    return text.filter { $0 != "=" } + String(repeating: "=", count: (4 - count % 4) % 4)
  }

  /// The text of bytes in a named charset; UTF-8 is UTF-8 whatever the name.
  private static func string(_ bytes: [UInt8], charset: String) -> String {
    let isUTF8 = bytes.withUnsafeBufferPointer { endOfWellFormed($0, from: 0) == $0.count }
    let isShifted = charset.hasPrefix("iso-2022")
    if isUTF8 && !isShifted { return String(decoding: bytes, as: UTF8.self) }
    if let encoding = TextEncoding(name: charset), encoding != .utf8 {
      var output: [UInt8] = []
      var decoder = TextDecoder(encoding == .iso8859_1 ? .windows1252 : encoding)
      decoder.decode(bytes, into: &output)
      decoder.finish(into: &output)
      return String(decoding: output, as: UTF8.self)
    }
    let known = encodings[charset].flatMap { String(data: Data(bytes), encoding: $0) }
    return known ?? raw(bytes)
  }

  /// What mail of other languages is written in.
  private static let encodings: [String: String.Encoding] = [
    "iso-8859-2": .isoLatin2, "windows-1250": .windowsCP1250, "windows-1251": .windowsCP1251,
    "windows-1253": .windowsCP1253, "windows-1254": .windowsCP1254, "shift_jis": .shiftJIS,
    "shift-jis": .shiftJIS, "iso-2022-jp": .iso2022JP, "euc-jp": .japaneseEUC,
    "macintosh": .macOSRoman,
  ]
}
