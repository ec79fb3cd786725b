internal import Foundation

/// How the letters of a text are cased, and how shouting or whispering is repaired.
enum LetterCase {
  case upper, lower, mixed, none

  init(of text: String) {
    var hasUpper = false
    var hasLower = false
    for scalar in text.unicodeScalars {
      if scalar.value < 0x80 {
        let byte = UInt8(truncatingIfNeeded: scalar.value)
        if byte.isASCIIUpper { hasUpper = true }
        if byte.isASCIILower { hasLower = true }
      } else if scalar.value < 0x100, scalar.value >= 0xC0, scalar != "ß", scalar != "×",
        scalar != "÷"
      {
        if scalar.value < 0xDF { hasUpper = true } else { hasLower = true }
      } else if scalar == "ß" || scalar == "º" || scalar == "ª" {
        continue  // "GROßE STRAßE" is upper case all the same
      } else if scalar.properties.isUppercase {
        hasUpper = true
      } else if scalar.properties.isLowercase {
        hasLower = true
      }
    }
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
