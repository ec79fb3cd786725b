/// Customer numbers as they are written and as they are compared.
package enum CustomerNumber {
  /// The number with single spaces; leading zeros stay.
  package static func normalized(_ text: String) -> String {
    let number = joined(words(of: text))
    // "10023.0" is what a spreadsheet makes of a number.
    let isFloat = number.hasSuffix(".0") && number.dropLast(2).utf8.allSatisfy(\.isASCIIDigit)
    return isFloat && number.utf8.count > 2 ? String(number.dropLast(2)) : number
  }

  /// What equal numbers share however they are typed: "K-00 123" and "k00123" give "k123".
  ///
  /// Letters in lower case, signs dropped, zeros dropped that stand before the first other digit,
  /// and words that say no more than "customer number": "Kd.-Nr. 123" gives "123".
  package static func comparisonForm(of number: String) -> String {
    let key = Array(squashed(number).utf8)
    let letters = key.prefix { !$0.isASCIIDigit }
    let digits = key.dropFirst(letters.count).drop { $0 == UInt8(ascii: "0") }
    let word = String(decoding: letters, as: UTF8.self)
    return (labels.contains(word) ? "" : word) + String(decoding: digits, as: UTF8.self)
  }

  private static let labels: Set<String> = [
    "kd", "kdnr", "knr", "kunde", "kundennr", "kundennummer", "nr", "no", "custno", "customerno",
  ]
}
