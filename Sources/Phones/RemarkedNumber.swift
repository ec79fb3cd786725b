/// The number before a remark: "030 123456 Zentrale", "030 123456 (nur vormittags)".
///
/// To libphonenumber three letters and more are the keys of a telephone, and "030 1234 Chef" a
/// number of eleven digits. That is meant in "0800 FLOWERS" and hardly ever else.
struct RemarkedNumber: Hashable {
  /// The text before the first letter behind a digit.
  var number: String

  private static let fewestLetters = 3
  private static let fewestDigits = 3

  /// Nil when the text isn't a number with letters behind it.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard let start = bytes.firstIndex(where: isDigit),
      let end = bytes[start...].firstIndex(where: isLetter),
      bytes[end...].filter(isLetter).count >= Self.fewestLetters,
      bytes[..<end].filter(isDigit).count >= Self.fewestDigits
    else { return nil }
    number = String(decoding: bytes[..<end], as: UTF8.self)
  }
}

private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

/// ASCII letters, and the first byte of "ä", "ß" and their kin.
private func isLetter(_ byte: UInt8) -> Bool {
  byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte == 0xC3
}
