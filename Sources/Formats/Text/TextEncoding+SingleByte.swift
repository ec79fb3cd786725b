extension TextEncoding {
  /// The single-byte encoding in which the letters past ASCII make words.
  ///
  /// Windows-1252 unless another one is clearly better; ISO-8859-1 where the whole file has no byte
  /// from 0x80 to 0x9F, in which they differ; ISO-8859-15 where its euro stands beside numbers.
  static func singleByte(_ bytes: [UInt8], isWhole: Bool) -> TextEncoding {
    let usual = LetterScore(bytes, .windows1252).total
    var best = (encoding: TextEncoding.windows1252, score: usual)
    for other in [TextEncoding.cp850, .macRoman, .windows1250] {
      let score = LetterScore(bytes, other).total
      if score > usual + 1, score > best.score { best = (other, score) }
    }
    guard best.encoding == .windows1252 else { return best.encoding }
    guard !bytes.contains(where: { (0x80...0x9F).contains($0) }) else { return .windows1252 }
    if hasEuroOfLatin9(bytes) { return .iso8859_15 }
    return isWhole ? .iso8859_1 : .windows1252
  }

  /// 0xA4 is the euro there, and in Windows-1252 a sign that nobody writes.
  private static func hasEuroOfLatin9(_ bytes: [UInt8]) -> Bool {
    bytes.contains(0xA4)
  }
}

/// How well the bytes past ASCII fit into words, read in one encoding.
///
/// It is about German first: ä, ö, ü and ß where German words have them count most, other letters
/// between letters less, and a sign or a capital inside a word speaks against the encoding.
struct LetterScore {
  private(set) var total = 0
  private static let byteLimit = 20_000

  init(_ bytes: [UInt8], _ encoding: TextEncoding) {
    guard let table = encoding.upperHalf else { return }
    var seen = 0
    for index in bytes.indices where bytes[index] >= 0x80 {
      let before = index > 0 ? Neighbor(bytes[index - 1]) : .none
      let after = index + 1 < bytes.count ? Neighbor(bytes[index + 1]) : .none
      total += Self.score(table[Int(bytes[index]) - 0x80], before, after)
      seen += 1
      if seen == Self.byteLimit { return }
    }
  }

  private enum Neighbor {
    case vowel, consonant, capital, digit, high, none

    init(_ byte: UInt8) {
      switch byte {
      case _ where "aeiouy".utf8.contains(byte): self = .vowel
      case 0x61...0x7A: self = .consonant
      case 0x41...0x5A: self = .capital
      case 0x30...0x39: self = .digit
      case 0x80...: self = .high
      default: self = .none
      }
    }

    var isSmall: Bool { self == .vowel || self == .consonant }
    var isLetter: Bool { isSmall || self == .capital }
  }

  private static func score(_ scalar: UInt16, _ before: Neighbor, _ after: Neighbor) -> Int {
    switch scalar {
    case 0xE4, 0xF6, 0xFC:  // ä ö ü: after a consonant or at a word's start, before a small letter
      if before == .vowel || before == .digit || after == .capital { return 0 }
      return before.isLetter || after.isSmall ? 3 : 0
    case 0xC4, 0xD6, 0xDC:  // Ä Ö Ü: before a consonant, or among capitals
      if before.isSmall || before == .digit { return -2 }
      return after == .consonant || before == .capital || after == .capital ? 3 : 0
    case 0xDF:  // ß: behind a vowel, which may be an umlaut
      return before == .vowel || before == .high ? 3 : -1
    case ..<0xA0: return -3
    default: return scoreOfOther(scalar, before, after)
    }
  }

  private static func scoreOfOther(
    _ scalar: UInt16, _ before: Neighbor, _ after: Neighbor
  ) -> Int {
    guard let letter = Unicode.Scalar(scalar), letter.properties.isAlphabetic,
      !(0xF800...0xF8FF).contains(scalar), scalar != 0xAA, scalar != 0xBA
    else {
      // A sign inside a word; an apostrophe and a hyphen may be.
      let mayJoin = scalar == 0x2019 || scalar == 0x2013 || scalar == 0xAD || scalar == 0xB7
      return before.isSmall && after.isSmall && !mayJoin
        ? -3 : before.isSmall && after.isLetter ? -1 : 0
    }
    if letter.properties.isUppercase { return before.isSmall ? -2 : after.isLetter ? 1 : -1 }
    return before.isLetter || after.isLetter ? 1 : -1
  }
}
