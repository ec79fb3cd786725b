/// Decodes the HTML entities that web shops leave in contact data: "Dr&auml;xl", "M&#252;ller".
enum HTMLEntities {
  /// The decoded text; nil when it holds none.
  static func decoded(_ text: String) -> String? {
    guard text.has("&"), text.has(";") else { return nil }
    var result = ""
    var rest = Substring(text)
    var isChanged = false
    while let ampersand = rest.utf8.firstIndex(of: UInt8(ascii: "&")) {
      result += rest[..<ampersand]
      let after = rest.utf8.index(after: ampersand)
      let end = rest[after...].utf8.prefix(10).firstIndex(of: UInt8(ascii: ";"))
      if let end, let scalar = scalar(named: rest[after..<end]) {
        result.unicodeScalars.append(scalar)
        rest = rest[rest.utf8.index(after: end)...]
        isChanged = true
      } else {
        result += "&"
        rest = rest[after...]
      }
    }
    return isChanged ? result + rest : nil
  }

  private static func scalar(named name: Substring) -> Unicode.Scalar? {
    if let known = names[String(name)] { return known }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let value =
      digits.hasPrefix("x") || digits.hasPrefix("X")
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return value.flatMap { $0 >= 0x20 ? Unicode.Scalar($0) : nil }
  }

  /// Those that occur in names and addresses; from the HTML 4 entity list.
  private static let names: [String: Unicode.Scalar] = [
    "amp": "&", "quot": "\"", "apos": "'", "lt": "<", "gt": ">", "nbsp": "\u{A0}",
    "auml": "ä", "ouml": "ö", "uuml": "ü", "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü", "szlig": "ß",
    "agrave": "à", "aacute": "á", "acirc": "â", "atilde": "ã", "aring": "å", "aelig": "æ",
    "ccedil": "ç", "egrave": "è", "eacute": "é", "ecirc": "ê", "euml": "ë", "igrave": "ì",
    "iacute": "í", "icirc": "î", "iuml": "ï", "ntilde": "ñ", "ograve": "ò", "oacute": "ó",
    "ocirc": "ô", "otilde": "õ", "oslash": "ø", "ugrave": "ù", "uacute": "ú", "ucirc": "û",
    "yacute": "ý", "yuml": "ÿ", "Agrave": "À", "Aacute": "Á", "Acirc": "Â", "Atilde": "Ã",
    "Aring": "Å", "AElig": "Æ", "Ccedil": "Ç", "Egrave": "È", "Eacute": "É", "Ecirc": "Ê",
    "Euml": "Ë", "Igrave": "Ì", "Iacute": "Í", "Icirc": "Î", "Iuml": "Ï", "Ntilde": "Ñ",
    "Ograve": "Ò", "Oacute": "Ó", "Ocirc": "Ô", "Otilde": "Õ", "Oslash": "Ø", "Ugrave": "Ù",
    "Uacute": "Ú", "Ucirc": "Û", "Yacute": "Ý", "scaron": "š", "Scaron": "Š", "ndash": "–",
    "mdash": "—", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "bdquo": "„",
    "euro": "€", "reg": "®", "copy": "©", "deg": "°", "middot": "·",
  ]
}
