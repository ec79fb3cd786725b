/// An IBAN without spaces, and whether length and check digits are right.
struct IBAN: Hashable {
  enum Finding: Hashable { case form, checkDigit }
  var text: String
  var finding: Finding?
}

/// IBANs by ISO 13616: length by country, MOD 97 check digits (ISO 7064).
enum IBANNormalizer {
  static func normalized(_ text: String) -> IBAN {
    var iban = String(
      decoding: text.uppercased().utf8.filter { $0.isASCIIDigit || $0.isASCIILetter }, as: UTF8.self
    )
    if iban.hasPrefix("IBAN") { iban = String(iban.dropFirst(4)) }
    let bytes = Array(iban.utf8)
    guard (15...34).contains(bytes.count), bytes[0].isASCIIUpper, bytes[1].isASCIIUpper,
      bytes[2].isASCIIDigit, bytes[3].isASCIIDigit
    else { return IBAN(text: text, finding: .form) }
    if let length = lengths[String(iban.prefix(2))], length != bytes.count {
      return IBAN(text: iban, finding: .form)
    }
    return IBAN(text: iban, finding: remainder(bytes) == 1 ? nil : .checkDigit)
  }

  private static func remainder(_ bytes: [UInt8]) -> Int {
    (bytes[4...] + bytes[..<4]).reduce(0) { remainder, byte in
      byte.isASCIIDigit
        ? (remainder * 10 + Int(byte) - 48) % 97 : (remainder * 100 + Int(byte) - 55) % 97
    }
  }

  /// From the IBAN registry of ISO 13616.
  private static let lengths: [String: Int] = [
    "DE": 22, "AT": 20, "CH": 21, "LI": 21, "LU": 20, "FR": 27, "IT": 27, "NL": 18, "BE": 16,
    "DK": 18,
    "PL": 28, "CZ": 24, "SK": 24, "HU": 28, "SI": 19, "HR": 21, "ES": 24, "PT": 25, "GB": 22,
    "IE": 22,
    "SE": 24, "NO": 15, "FI": 18, "EE": 20, "LV": 21, "LT": 20, "RO": 24, "BG": 22, "GR": 27,
    "CY": 28,
    "MT": 31, "MC": 27, "SM": 27, "TR": 26, "RS": 22, "BA": 20, "ME": 22, "MK": 19, "AL": 28,
    "IS": 26,
  ]
}
