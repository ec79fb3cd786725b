/// A postal code, and the country its prefix names.
struct PostalCode: Hashable {
  var code: String
  /// The country of a prefix ("D-"); empty when there is none.
  var country = ""
  /// A place that stood behind the code in the same column.
  var place = ""
  /// Whether Excel's damage was undone: "1067.0", "1.067".
  var isRepaired = false
}

/// Postal codes without prefix and damage: "D-70567", "01067.0", "1.067"; lost zeros where it is
/// certain.
enum PostalCodeNormalizer {
  static func normalized(_ text: String) -> PostalCode {
    var result = PostalCode(code: text)
    let bytes = text.utf8
    if bytes.allSatisfy(\.isASCIIDigit) { return result }
    takePrefix(&result)
    takePlace(&result)
    undoExcel(&result)
    if result.code.has(" "), joined(words(of: result.code), by: "").isAllDigits {
      result.code = words(of: result.code).joined()
    }
    if result.code.utf8.contains(where: \.isASCIILower) { result.code = result.code.uppercased() }
    return result
  }

  /// A German code whose leading zero is lost, with it; nil when this is not certain.
  ///
  /// Only codes of the ranges that begin with a zero today: 8000 is a code of before 1993, and 7093
  /// lost another digit.
  static func withLeadingZero(_ code: String) -> String? {
    guard code.utf8.count == 4, code.isAllDigits, let number = Int(code) else { return nil }
    return zeroRanges.contains { $0.contains(number) } ? "0" + code : nil
  }

  /// The regions 01–09 of the German postal codes, without the zero.
  private static let zeroRanges = [
    1067...1979, 2625...2999, 3042...3253, 4103...4932, 6108...6928, 7318...7989, 8056...8648,
    9111...9669,
  ]

  /// Whether a code has the form of its country; true where the form is not known.
  static func isPlausible(_ code: String, in country: String) -> Bool {
    switch country {
    case "DE", "FR", "IT", "ES": code.utf8.count == 5 && code.isAllDigits
    case "AT", "CH", "LI", "LU", "BE", "DK": code.utf8.count == 4 && code.isAllDigits
    default: true
    }
  }

  /// "D-", "DE ", "A-", "CH-" and the like before digits.
  private static func takePrefix(_ result: inout PostalCode) {
    let letters = result.code.utf8.prefix(3).prefix(while: \.isASCIILetter).count
    guard letters > 0 else { return }
    let rest = result.code.dropFirst(letters)
    let bare = trimmed(rest) { $0 == UInt8(ascii: "-") || $0 == 0x20 || $0 == UInt8(ascii: ".") }
    guard let first = bare.utf8.first, first.isASCIIDigit,
      let country = CountryNormalizer.code(ofPrefix: String(result.code.prefix(letters)))
    else { return }
    result.country = country
    result.code = bare
  }

  /// "70567 Stuttgart" in the column of the code.
  private static func takePlace(_ result: inout PostalCode) {
    let tokens = words(of: result.code)
    guard tokens.count > 1, tokens[0].utf8.count >= 4, tokens[0].isAllDigits, tokens[1].hasLetter,
      tokens[1].utf8.count > 2
    else { return }
    result.code = tokens[0]
    result.place = joined(Array(tokens.dropFirst()))
  }

  private static func undoExcel(_ result: inout PostalCode) {
    let parts = split(result.code) { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
    guard parts.count == 2, parts.allSatisfy(\.isAllDigits) else { return }
    if parts[1] == "0" || parts[1] == "00" {
      result.code = parts[0]
      result.isRepaired = true
    } else if parts[1].utf8.count == 3, parts[0].utf8.count <= 2 {
      result.code = parts.joined()
      result.isRepaired = true
    }
  }
}
