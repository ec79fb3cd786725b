internal import Foundation

/// How the letters of a text are cased, and how shouting or whispering is repaired.
enum LetterCase {
  case upper, lower, mixed, none

  init(of text: String) {
    var text = text
    self = text.withUTF8 { Self.ofLatin($0) } ?? Self.ofAny(text)
  }

  /// The case of all words together.
  init(of words: [String]) {
    self = .none
    for word in words {
      switch (self, LetterCase(of: word)) {
      case (.mixed, _), (_, .mixed), (.upper, .lower), (.lower, .upper):
        self = .mixed
        return
      case (.none, let other): self = other
      default: break
      }
    }
  }

  /// The case of letters of ASCII and Latin-1; nil where others occur.
  private static func ofLatin(_ bytes: UnsafeBufferPointer<UInt8>) -> LetterCase? {
    var hasUpper = false
    var hasLower = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        if byte.isASCIIUpper { hasUpper = true }
        if byte.isASCIILower { hasLower = true }
        index += 1
      } else {
        guard byte == 0xC3, index + 1 < bytes.count else { return nil }
        switch bytes[index + 1] {
        // "GROßE STRAßE" is upper case all the same; "×" and "÷" are no letters.
        case 0x97, 0x9F, 0xB7: break
        case ..<0x9F: hasUpper = true
        default: hasLower = true
        }
        index += 2
      }
    }
    return LetterCase(hasUpper: hasUpper, hasLower: hasLower)
  }

  private static func ofAny(_ text: String) -> LetterCase {
    var hasUpper = false
    var hasLower = false
    for scalar in text.unicodeScalars where scalar != "ß" && scalar != "º" && scalar != "ª" {
      if scalar.properties.isUppercase {
        hasUpper = true
      } else if scalar.properties.isLowercase {
        hasLower = true
      }
    }
    return LetterCase(hasUpper: hasUpper, hasLower: hasLower)
  }

  private init(hasUpper: Bool, hasLower: Bool) {
    self = hasUpper ? (hasLower ? .mixed : .upper) : (hasLower ? .lower : .none)
  }

  /// "HANS-PETER" and "hans-peter" as "Hans-Peter", "MCDONALD" as "McDonald", "O'NEIL" as "O'Neil".
  ///
  /// The rest of each part goes to lower case; "ss" and "ß" are never guessed at.
  static func capitalized(_ word: String) -> String {
    var result = String.UnicodeScalarView()
    var isStart = true
    var startCount = 0
    let lower = word.lowercased()
    let isMc = lower.hasPrefix("mc") && lower.unicodeScalars.count > 4
    for (index, scalar) in lower.unicodeScalars.enumerated() {
      let isLetter = scalar.properties.isAlphabetic
      if isLetter, isStart || (isMc && index == 2) {
        result.append(contentsOf: scalar.properties.titlecaseMapping.unicodeScalars)
        startCount += 1
        isStart = false
      } else {
        result.append(scalar)
        if !isLetter { isStart = startsPart(after: scalar, in: lower, at: index) }
      }
    }
    return String(result)
  }

  private static func startsPart(
    after scalar: Unicode.Scalar, in word: String, at index: Int
  ) -> Bool {
    // "d'Artagnan" and "O'Neil" go on with a capital, "Hans's" does not.
    scalar == "'" || scalar == "’"
      ? index == 1 : scalar.properties.generalCategory != .nonspacingMark
  }

  /// Whether the first letter is lower and the second upper case: a caps-lock slip, "mÜLLER".
  static func isInverted(_ word: String) -> Bool {
    let scalars = word.unicodeScalars
    guard scalars.count > 2, let first = scalars.first, first.properties.isLowercase else {
      return false
    }
    return scalars.dropFirst().allSatisfy { $0.properties.isUppercase }
  }
}
