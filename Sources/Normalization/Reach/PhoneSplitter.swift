internal import Records

/// One number of a phone cell, and what the words before it say it is.
struct PhonePart: Hashable {
  var text: String
  var kind: PhoneNumber.Kind?
}

/// Takes the numbers of a cell apart: "030 1234567 / 0171 4567890", "Tel. 030 1; Fax 030 2".
enum PhoneSplitter {
  /// The parts; one where the text is one number, or where it isn't certain that it is more.
  static func parts(of text: String) -> [PhonePart] {
    // Two numbers have at least 7 and 6 digits.
    let isOne = text.utf8.allSatisfy(isPlain) || text.digitCount < 13
    if isOne {
      return [text.utf8.first?.isASCIILetter == true ? labelled(text) : PhonePart(text: text)]
    }
    var parts: [Substring] = []
    var rest = Substring(text)
    while let cut = firstCut(in: rest) {
      parts.append(rest[..<cut.lowerBound])
      rest = rest[cut.upperBound...]
    }
    parts.append(rest)
    return parts.map { labelled(trimmed($0)) }.filter { !$0.text.isEmpty }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte.isASCIIDigit || byte == UInt8(ascii: "+") || byte == 0x20 || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")")
  }

  /// "4,91712E+11": Excel showed a long number so, and the digits are gone.
  static func isExcelDamaged(_ text: String) -> Bool {
    guard text.has("e") || text.has("E") else { return false }
    let bytes = Array(text.utf8)
    guard let exponent = bytes.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }), exponent > 0
    else {
      return false
    }
    let mantissa = bytes[..<exponent]
    let power = bytes[(exponent + 1)...].drop { $0 == UInt8(ascii: "+") }
    return !power.isEmpty && power.count <= 2 && power.allSatisfy(\.isASCIIDigit)
      && mantissa.allSatisfy {
        $0.isASCIIDigit || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".")
      }
      && mantissa.first?.isASCIIDigit == true
  }

  /// The first separator with a whole number on both sides.
  private static func firstCut(in text: Substring) -> Range<Substring.Index>? {
    var first: Range<Substring.Index>?
    for separator in separators {
      var start = text.startIndex
      while let found = text[start...].range(ofString: separator) {
        if let first, found.lowerBound >= first.lowerBound { break }
        if isWhole(text[..<found.lowerBound]), beginsNumber(text[found.upperBound...], separator) {
          first = found
          break
        }
        start = found.upperBound
      }
    }
    return first
  }

  private static let separators = [
    "\n", ";", "|", ",", " oder ", " od. ", " und ", " u. ", " bzw. ", " / ", "/",
  ]

  private static func isWhole(_ text: Substring) -> Bool {
    digits(text) >= 7
  }

  /// A number of its own begins with 0, + or a word such as "Fax"; "-13" and "58" go on with the
  /// first.
  private static func beginsNumber(_ text: Substring, _ separator: String) -> Bool {
    guard digits(text) >= 6 else { return false }
    if separator == "\n" { return true }
    let bare = text.utf8.drop { $0 == 0x20 || $0 == UInt8(ascii: "(") }
    guard let first = bare.first else { return false }
    let isLetter = first.isASCIILetter && separator != "/"
    return first == UInt8(ascii: "0") || first == UInt8(ascii: "+") || isLetter
  }

  private static func digits(_ text: Substring) -> Int {
    text.utf8.reduce(0) { $0 + ($1.isASCIIDigit ? 1 : 0) }
  }

  /// "Fax: 030 123" says its kind; the word goes.
  private static func labelled(_ text: String) -> PhonePart {
    let letters = text.utf8.prefix { $0.isASCIILetter }.count
    guard letters > 0 else { return PhonePart(text: text) }
    let word = text.prefix(letters).lowercased()
    let rest = trimmed(text.dropFirst(letters)) { ".: ".utf8.contains($0) }
    guard digits(Substring(rest)) > 3 else { return PhonePart(text: text) }
    switch word {
    case "fax", "telefax", "f", "fx": return PhonePart(text: rest, kind: .fax)
    case "mobil", "handy", "mob", "m", "mobile", "cell": return PhonePart(text: rest, kind: .mobile)
    case "tel", "telefon", "t", "phone", "fon", "ruf", "tf": return PhonePart(text: rest)
    default: return PhonePart(text: text)
    }
  }
}
