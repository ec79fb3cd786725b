/// A place in one spelling of case and spaces; abbreviations stay as the source has them.
struct Place: Hashable {
  var text: String
  /// "OT Neudorf", when it stood behind the place.
  var district = ""
  var postalCode: PostalCode?
  var isRepaired = false
}

enum PlaceNormalizer {
  /// "FRANKFURT/MAIN", "frankfurt a.M.", "70567 Stuttgart", "Musterstadt OT Neudorf".
  static func normalized(_ text: String) -> Place {
    var place = Place(text: text)
    takePostalCode(&place)
    takeDistrict(&place)
    let spaced = spaced(place.text)
    let tokens = words(of: spaced)
    let style = LetterCase(of: spaced)
    guard style == .upper || style == .lower, spaced.utf8.count > 2 else {
      place.text = joined(tokens)
      return place
    }
    place.text = joined(tokens.enumerated().map { cased($1, at: $0) })
    place.isRepaired = place.text != spaced
    return place
  }

  private static func takePostalCode(_ place: inout Place) {
    guard place.text.utf8.contains(where: \.isASCIIDigit) else { return }
    let tokens = words(of: place.text)
    guard tokens.count > 1 else { return }
    let code = PostalCodeNormalizer.normalized(tokens[0])
    guard (4...5).contains(code.code.utf8.count), code.code.isAllDigits else { return }
    place.postalCode = code
    place.text = joined(Array(tokens.dropFirst()))
  }

  private static func takeDistrict(_ place: inout Place) {
    let tokens = words(of: place.text)
    guard
      let index = tokens.indices.dropFirst().first(where: {
        tokens[$0] == "OT" || squashed(tokens[$0]) == "ortsteil" || tokens[$0] == "(OT"
      }), index < tokens.count - 1
    else { return }
    let district = tokens[index...].map {
      trimmed($0) { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ")") }
    }
    place.district = joined(Array(district))
    place.text = trimmed(joined(Array(tokens[..<index]))) { $0 == UInt8(ascii: ",") || $0 == 0x20 }
  }

  /// "Frankfurt / Main" as "Frankfurt/Main", "a.M." as "a. M.", signs at the end dropped.
  private static func spaced(_ text: String) -> String {
    let text = trimmed(text) { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") || $0 == 0x20 }
    guard text.has("/") || text.has(".") || text.has("-") else { return text }
    var output: [UInt8] = []
    let bytes = Array(text.utf8)
    for (index, byte) in bytes.enumerated() {
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      if byte == 0x20, next == UInt8(ascii: "/") || output.last == UInt8(ascii: "/") { continue }
      output.append(byte)
      if byte == UInt8(ascii: "."), next.isASCIILetter || next >= 0xC3 { output.append(0x20) }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func cased(_ token: String, at index: Int) -> String {
    let lower = token.lowercased()
    if index > 0, smallWords.contains(lower) { return lower }
    return token.split(separator: "-", omittingEmptySubsequences: false).enumerated().map { part in
      let lower = part.element.lowercased()
      return part.offset > 0 && smallWords.contains(lower) ? lower : LetterCase.capitalized(lower)
    }.joined(separator: "-")
  }

  private static let smallWords: Set<String> = [
    "am", "an", "auf", "bei", "beim", "der", "dem", "den", "im", "in", "ob", "unter", "vor", "von",
    "zu",
    "zum", "zur", "und", "a.", "d.", "b.", "i.", "o.", "v.", "u.", "de", "la", "le", "les", "sur",
    "en", "hinter",
  ]
}
