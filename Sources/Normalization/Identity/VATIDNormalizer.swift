/// A VAT id without spaces and signs, and whether its form and check digits are right.
struct VATID: Hashable {
  enum Finding: Hashable { case form, checkDigit }
  var text: String
  var finding: Finding?
}

/// VAT ids: check digits for DE, AT and CH, the form for the other countries of the EU.
///
/// Forms by the European Commission's VIES list; German check digit ISO 7064 MOD 11,10, Austrian
/// and
/// Swiss by their tax offices' published rules.
enum VATIDNormalizer {
  /// - Parameter country: Where a number without a prefix may be, alpha-2; empty when unknown.
  static func normalized(_ text: String, country: String = "") -> VATID {
    var id = compact(text)
    for label in [
      "UMSATZSTEUERID", "USTIDNR", "USTID", "UIDNR", "UID", "VATID", "VATNO", "VAT", "UST",
      "MWSTNR",
    ]
    where id.hasPrefix(label) {
      id = String(id.dropFirst(label.count))
      break
    }
    if id.isAllDigits, id.utf8.count == 9, country == "DE", isGerman(digits(id)) { id = "DE" + id }
    if id.hasPrefix("CHE") { return swiss(id, text) }
    let prefix = String(id.prefix(2))
    let body = String(id.dropFirst(2))
    guard let form = forms[prefix] else { return VATID(text: text, finding: .form) }
    guard form.contains(where: { matches(body, $0) }) else {
      return VATID(text: id, finding: .form)
    }
    switch prefix {
    case "DE": return VATID(text: id, finding: isGerman(digits(body)) ? nil : .checkDigit)
    case "AT": return VATID(text: id, finding: isAustrian(digits(body)) ? nil : .checkDigit)
    default: return VATID(text: id)
    }
  }

  private static func compact(_ text: String) -> String {
    String(
      decoding: text.uppercased().utf8.filter {
        $0.isASCIIDigit || $0.isASCIILetter || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "*")
      },
      as: UTF8.self)
  }

  private static func digits(_ text: String) -> [Int] {
    text.utf8.filter(\.isASCIIDigit).map { Int($0) - 48 }
  }

  /// "CHE-182.890.513 MWST": nine digits, the suffix in any language.
  private static func swiss(_ id: String, _ text: String) -> VATID {
    let body = id.dropFirst(3)
    let number = body.prefix(9)
    let suffix = body.dropFirst(9)
    guard number.utf8.count == 9, String(number).isAllDigits,
      ["", "MWST", "TVA", "IVA", "VAT", "HR", "MWSTHR"].contains(suffix)
    else { return VATID(text: text, finding: .form) }
    let digits = digits(String(number))
    let sum = zip(digits, [5, 4, 3, 2, 7, 6, 5, 4]).reduce(0) { $0 + $1.0 * $1.1 }
    let check = (11 - sum % 11) % 11
    return VATID(text: "CHE" + number, finding: check == digits[8] ? nil : .checkDigit)
  }

  /// ISO 7064 MOD 11,10.
  private static func isGerman(_ digits: [Int]) -> Bool {
    guard digits.count == 9, digits[0] != 0 else { return false }
    var product = 10
    for digit in digits.prefix(8) {
      let sum = (digit + product) % 10
      product = (sum == 0 ? 10 : sum) * 2 % 11
    }
    return (11 - product) % 10 == digits[8]
  }

  private static func isAustrian(_ digits: [Int]) -> Bool {
    guard digits.count == 8 else { return false }
    var sum = 0
    for (index, digit) in digits.prefix(7).enumerated() {
      let doubled = digit * 2
      sum += index % 2 == 0 ? digit : doubled / 10 + doubled % 10
    }
    return (10 - (sum + 4) % 10) % 10 == digits[7]
  }

  /// A form: 9 is a digit, A a letter, X either.
  private static func matches(_ body: String, _ form: String) -> Bool {
    guard body.utf8.count == form.utf8.count else { return false }
    return zip(body.utf8, form.utf8).allSatisfy { byte, sign in
      switch sign {
      case UInt8(ascii: "9"): byte.isASCIIDigit
      case UInt8(ascii: "A"): byte.isASCIIUpper
      case UInt8(ascii: "X"): true
      default: byte == sign
      }
    }
  }

  private static let forms: [String: [String]] = [
    "AT": ["U99999999"], "BE": ["0999999999", "1999999999"], "BG": ["999999999", "9999999999"],
    "CY": ["99999999A"], "CZ": ["99999999", "999999999", "9999999999"], "DE": ["999999999"],
    "DK": ["99999999"], "EE": ["999999999"], "EL": ["999999999"], "ES": ["X9999999X"],
    "FI": ["99999999"], "FR": ["XX999999999"], "GB": ["999999999", "999999999999"],
    "HR": ["99999999999"], "HU": ["99999999"], "IE": ["9X99999A", "9999999AA"],
    "IT": ["99999999999"], "LT": ["999999999", "999999999999"], "LU": ["99999999"],
    "LV": ["99999999999"], "MT": ["99999999"], "NL": ["999999999B99"], "PL": ["9999999999"],
    "PT": ["999999999"], "RO": ["99", "999999", "9999999", "99999999", "999999999", "9999999999"],
    "SE": ["999999999999"], "SI": ["99999999"], "SK": ["9999999999"], "XI": ["999999999"],
  ]
}
