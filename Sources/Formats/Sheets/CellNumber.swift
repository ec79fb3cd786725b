/// Numbers of cells as people typed them.
enum CellNumber {
  /// The digits of a number without an exponent: "4.917112345E9" is "4917112345"; nil when it is no
  /// number.
  static func text(_ spelled: String) -> String? {
    let bytes = Array(spelled.utf8)
    let digits = bytes.first == UInt8(ascii: "-") ? bytes.dropFirst() : bytes[...]
    if !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) { return spelled }
    guard let number = Double(spelled), number.isFinite else { return nil }
    return text(number)
  }

  /// The shortest digits that give the number again, without an exponent.
  static func text(_ number: Double) -> String {
    if number == number.rounded(), abs(number) < 0x1p53 { return String(Int64(number)) }
    let shortest = "\(number)"
    guard let exponentAt = shortest.firstIndex(where: { $0 == "e" || $0 == "E" }),
      let exponent = Int(shortest[shortest.index(after: exponentAt)...]), abs(exponent) <= 400
    else { return shortest }
    return expanded(shortest[..<exponentAt], exponent)
  }

  /// A number with its point moved: "1.5" and 20 give 150000000000000000000.
  private static func expanded(_ mantissa: Substring, _ exponent: Int) -> String {
    let isNegative = mantissa.hasPrefix("-")
    let parts = mantissa.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
    let whole = String(parts[0])
    let fraction = parts.count > 1 && parts[1] != "0" ? String(parts[1]) : ""
    var digits = whole + fraction
    let point = whole.count + exponent
    if point <= 0 {
      digits = "0." + String(repeating: "0", count: -point) + digits
    } else if point >= digits.count {
      digits += String(repeating: "0", count: point - digits.count)
    } else {
      digits.insert(".", at: digits.index(digits.startIndex, offsetBy: point))
    }
    return isNegative ? "-" + digits : digits
  }

  /// A whole number with leading zeros up to a width, as the format `00000` shows it.
  static func padded(_ text: String, to width: Int) -> String {
    let isWhole = text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    guard isWhole, text.utf8.count < width else { return text }
    return String(repeating: "0", count: width - text.utf8.count) + text
  }
}
