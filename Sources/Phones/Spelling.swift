/// The digits of a number as it is spelled, if the spelling holds nothing but digits and the
/// usual punctuation, after words the library skips ("Tel.:") and before signs it drops.
struct Spelling {
  private(set) var digits = Digits()
  private(set) var hasPlus = false

  /// Nil when only the library can read the text.
  init?(_ text: String) {
    var text = text
    guard text.withUTF8({ read($0) }) else { return nil }
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = Self.start(of: bytes) else { return false }
    let end = Self.end(of: bytes, from: start)
    hasPlus = bytes[start] == UInt8(ascii: "+")
    var position = hasPlus ? start + 1 : start
    while position < end {
      let byte = bytes[position]
      if byte >= 0x30 && byte <= 0x39 {
        guard digits.append(byte - 0x30) else { return false }
        position += 1
      } else {
        let length = Self.punctuationLength(bytes, at: position, end: end)
        if length == 0 { return false }
        position += length
      }
    }
    // The library calls "12" a number, and "1-2" not: too few to be worth telling apart.
    return digits.count >= 3
  }

  /// Where the library begins to read: at the first plus sign or digit.
  ///
  /// Nil where it might begin elsewhere: digits and signs of other scripts, ";phone-context=".
  private static func start(of bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    for (position, byte) in bytes.enumerated() {
      if byte >= 0x30 && byte <= 0x39 || byte == UInt8(ascii: "+") { return position }
      if byte >= 0x80 || byte == UInt8(ascii: ";") { return nil }
    }
    return nil
  }

  /// Where the library ends: it drops every last sign that is no letter, digit or "#".
  private static func end(of bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var end = bytes.count
    while end > start + 1, isDropped(bytes[end - 1]) { end -= 1 }
    return end
  }

  private static func isDropped(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    let isLetter = lower >= 0x61 && lower <= 0x7A
    let isDigit = byte >= 0x30 && byte <= 0x39
    return byte < 0x80 && !isLetter && !isDigit && byte != UInt8(ascii: "#")
  }

  /// The length of the punctuation at a place; 0 when it is none, or may mark an extension.
  ///
  /// A subset of the library's kValidPunctuation: the signs that never begin an extension.
  @inline(__always)
  private static func punctuationLength(
    _ bytes: UnsafeBufferPointer<UInt8>, at position: Int, end: Int
  ) -> Int {
    switch bytes[position] {
    case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "("),
      UInt8(ascii: ")"), UInt8(ascii: "."), UInt8(ascii: "["), UInt8(ascii: "]"):
      return 1
    case 0xC2:  // U+00A0, no-break space
      return position + 1 < end && bytes[position + 1] == 0xA0 ? 2 : 0
    case 0xE2:  // U+2010 to U+2015, hyphens and dashes
      guard position + 2 < end, bytes[position + 1] == 0x80 else { return 0 }
      return bytes[position + 2] >= 0x90 && bytes[position + 2] <= 0x95 ? 3 : 0
    default:
      return 0
    }
  }
}
