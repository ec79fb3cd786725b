/// The parts of a street line.
struct StreetLine: Hashable {
  var street = ""
  var houseNumber = ""
  var addition = ""
  var poBox = ""
  var isRepaired = false
}

/// Splits street lines and spells streets one way: "HAUPTSTR. 12 A" is "Hauptstraße" and "12a".
enum StreetNormalizer {
  /// - Parameters:
  ///   - text: One line of a street column, cleaned.
  ///   - splitsNumber: Whether a house number may stand in it; false when it has its own column.
  static func normalized(_ text: String, splitsNumber: Bool = true) -> StreetLine {
    var result = StreetLine()
    if let box = poBox(text) {
      result.poBox = box
      return result
    }
    var line = withDoorNumbers(text)
    takeAddition(from: &line, into: &result)
    var tokens = words(of: detachedNumber(line))
    if splitsNumber { takeNumber(from: &tokens, into: &result) }
    let spelled = spelling(tokens)
    result.street = joined(spelled)
    result.isRepaired =
      LetterCase(of: tokens) != .mixed && result.street != joined(tokens)
      && tokens.contains { $0.utf8.count > 2 }
    return result
  }

  /// "12/Stiege 3/Tür 5" as "12/3/5", the way Vienna writes it.
  private static func withDoorNumbers(_ text: String) -> String {
    guard text.has("/") else { return text }
    var parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    for index in parts.indices.dropFirst() {
      let words = words(of: parts[index])
      guard words.count == 2, doorWords.contains(squashed(words[0])),
        words[1].utf8.first?.isASCIIDigit == true, parts[index - 1].utf8.last?.isASCIIDigit == true
      else { continue }
      parts[index] = words[1]
    }
    return parts.joined(separator: "/")
  }

  private static let doorWords: Set<String> = ["stiege", "stg", "tuer", "top"]

  /// "12 A" as "12a", "Nr. 3 - 5" as "3-5", "12.0" as "12".
  static func houseNumber(_ text: String) -> String {
    if isPlainNumber(text) { return text }
    var tokens = words(of: text)
    if let first = tokens.first, isNumberWord(first) { tokens.removeFirst() }
    var number = tokens.joined()
    if tokens.count == 2, fractions.contains(tokens[1]), tokens[0].isAllDigits {
      return tokens.joined(separator: " ")
    }
    if number.hasSuffix(".0"), number.dropLast(2).utf8.allSatisfy(\.isASCIIDigit) {
      number.removeLast(2)
    }
    guard let first = number.utf8.first, first.isASCIIDigit, !isDate(number) else {
      return text
    }
    number = trimmed(number) { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") }
    return number.utf8.count <= 12 ? number.lowercased().replacing("–", with: "-") : text
  }

  private static let fractions: Set<String> = ["1/2", "1/3", "2/3", "1/4", "3/4", "½", "¼", "¾"]

  /// "12" and "12a", which most are.
  private static func isPlainNumber(_ text: String) -> Bool {
    let bytes = text.utf8
    guard let first = bytes.first, first.isASCIIDigit, bytes.count < 6 else { return false }
    return bytes.dropLast().allSatisfy(\.isASCIIDigit)
      && bytes.last.map { $0.isASCIIDigit || $0.isASCIILower } == true
  }

  /// The digits of "Postfach 12 34", "PF 1234", "P.O. Box 12"; nil when the text is no post box.
  static func poBox(_ text: String) -> String? {
    guard mayBeginBox(text) else { return nil }
    let tokens = words(of: text)
    var key = ""
    for (index, token) in tokens.enumerated().prefix(3) {
      key += squashed(token)
      let rest = tokens[(index + 1)...].joined()
      guard boxWords.contains(key), rest.isAllDigits || rest.isEmpty else { continue }
      return rest
    }
    return nil
  }

  /// Whether the first letter is one that a word for a post box begins with.
  private static func mayBeginBox(_ text: String) -> Bool {
    for byte in text.utf8 {
      if byte >= 0x80 { return true }
      if let first = byte.foldedLetterOrDigit { return "pcb".utf8.contains(first) }
    }
    return false
  }

  // MARK: Parts

  /// "Hauptstr. 12, Hinterhaus" and "Hauptstr. 12 // 2. OG".
  private static func takeAddition(from line: inout String, into result: inout StreetLine) {
    if line.has(",") || line.has(";") {
      let parts = split(line) { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") }
      if parts.count == 2, isSquare(parts[0]), parts[1].utf8.first?.isASCIIDigit == true {
        line = parts.joined(separator: " ")
        return
      }
      if parts.count > 1, startsWithNumber(parts[1]), !parts[0].utf8.contains(where: \.isASCIIDigit)
      {
        line = parts[0] + " " + parts[1]
        result.addition = joined(Array(parts.dropFirst(2)), by: ", ")
      } else if parts.count > 1, parts[0].isAllDigits {
        line = parts[0] + " " + parts[1]
        result.addition = joined(Array(parts.dropFirst(2)), by: ", ")
      } else {
        let isCareOf = parts.count > 1 && squashed(parts[0]).hasPrefix("co") && parts[0].has("/")
        line = isCareOf ? joined(Array(parts.dropFirst()), by: " ") : parts.first ?? ""
        let rest = isCareOf ? [parts[0]] : Array(parts.dropFirst())
        result.addition = joined(rest, by: ", ")
      }
    }
    let tokens = words(of: line)
    guard
      let index = tokens.indices.dropFirst(2).first(where: { index in
        isAdditionStart(tokens, at: index)
          && startsWithNumber(tokens[tokens[index - 1] == "/" ? index - 2 : index - 1])
          || index + 1 < tokens.count && isAdditionStart(tokens, at: index + 1)
            && isFloor(tokens[index]) && startsWithNumber(tokens[index - 1])
      })
    else { return }
    line = trimmed(joined(Array(tokens[..<index]))) {
      $0 == UInt8(ascii: "/") || $0 == 0x20 || $0 == UInt8(ascii: "-")
    }
    result.addition = joined(
      [joined(Array(tokens[index...])), result.addition].filter { !$0.isEmpty }, by: ", ")
  }

  private static func takeNumber(from tokens: inout [String], into result: inout StreetLine) {
    if numberFirst(&tokens, &result) { return }
    if tokens.count == 3 || tokens.count == 2, isSquare(joined(Array(tokens.dropLast()))) {
      if startsWithNumber(tokens[tokens.count - 1]) {
        result.houseNumber = houseNumber(tokens.removeLast())
      }
      return
    }
    var start = tokens.count
    while start > 1, isNumberPart(tokens, at: start - 1) { start -= 1 }
    while start < tokens.count, !startsWithNumber(tokens[start]) { start += 1 }
    guard start < tokens.count, start > 0 else { return }
    result.houseNumber = houseNumber(joined(Array(tokens[start...])))
    tokens.removeLast(tokens.count - start)
    if tokens.count > 1, let last = tokens.last, isNumberWord(last) { tokens.removeLast() }
    if let last = tokens.last {
      tokens[tokens.count - 1] = trimmed(last) { $0 == UInt8(ascii: ",") }
    }
  }

  /// "12 rue de la Paix", "12, avenue Foch".
  private static func numberFirst(_ tokens: inout [String], _ result: inout StreetLine) -> Bool {
    guard tokens.count > 2 || tokens.count == 2, startsWithNumber(tokens[0]) else { return false }
    let index = tokens[1].utf8.count == 1 || squashed(tokens[1]) == "bis" ? 2 : 1
    guard index < tokens.count, romanceWords.contains(squashed(tokens[index])) else { return false }
    result.houseNumber = houseNumber(joined(Array(tokens[..<index])))
    tokens.removeFirst(index)
    return true
  }

  // MARK: Tests

  /// A Mannheim square: "C 4", "Q7".
  private static func isSquare(_ text: String) -> Bool {
    let bytes = Array(text.utf8).filter { $0 != 0x20 }
    guard let first = bytes.first, first >= UInt8(ascii: "A"), first <= UInt8(ascii: "U") else {
      return false
    }
    return (2...3).contains(bytes.count) && bytes.dropFirst().allSatisfy(\.isASCIIDigit)
  }

  private static func startsWithNumber(_ token: String) -> Bool {
    guard let first = token.utf8.first, first.isASCIIDigit, !isFloor(token) else { return false }
    let letters = token.utf8.reduce(0) { $0 + ($1.isASCIILetter ? 1 : 0) }
    return letters <= 2 && token.utf8.count <= 12
  }

  /// "2." of "2. OG" and "17." of "17. Juni": ordinals are no house numbers.
  private static func isFloor(_ token: String) -> Bool {
    token.hasSuffix(".") && token.dropLast().utf8.allSatisfy(\.isASCIIDigit)
  }

  private static func isNumberPart(_ tokens: [String], at index: Int) -> Bool {
    let token = tokens[index]
    if startsWithNumber(token) { return true }
    if token == "-" || token == "–" || token == "/" || token == "+" { return index > 1 }
    if token.utf8.count == 1, let letter = token.utf8.first, letter.isASCIILetter {
      return index > 1
    }
    return (token.hasPrefix("/") || token.hasPrefix("-")) && token.utf8.count < 6 && index > 1
  }

  private static func isNumberWord(_ token: String) -> Bool {
    let key = squashed(token)
    return key == "nr" || key == "no" || key == "hnr" || key == "hausnr" || key == "hausnummer"
  }

  private static func isAdditionStart(_ tokens: [String], at index: Int) -> Bool {
    let key = squashed(tokens[index])
    return additionWords.contains(key) || tokens[index].hasPrefix("//")
  }

  /// "03. Mai" and "Mrz 12" stand where Excel turned "3-5" into a date.
  static func isDate(_ number: String) -> Bool {
    guard number.utf8.count > 3 else { return false }
    let letters = squashed(number).utf8.drop { $0.isASCIIDigit }.prefix { $0.isASCIILetter }
    return DateNormalizer.month(named: String(decoding: letters, as: UTF8.self)) != nil
  }

  /// "Hauptstr.12" as "Hauptstr. 12".
  private static func detachedNumber(_ line: String) -> String {
    let bytes = Array(line.utf8)
    var index = bytes.count
    while index > 0,
      bytes[index - 1].isASCIIDigit
        || bytes[index - 1] | 0x20 < 0x69 && bytes[index - 1].isASCIILower
    {
      index -= 1
    }
    while index < bytes.count, !bytes[index].isASCIIDigit { index += 1 }
    guard index > 4, index < bytes.count else { return line }
    let before = bytes[index - 1]
    guard before == UInt8(ascii: ".") || before.isASCIILetter || before >= 0x80 else { return line }
    // "Straße 12a" is apart already; "A7" and "Haus3b" inside a word of three letters stay.
    let wordStart = bytes[..<index].lastIndex(of: 0x20).map { $0 + 1 } ?? 0
    guard index - wordStart > 3 else { return line }
    let street = String(decoding: bytes[..<index], as: UTF8.self)
    return street + " " + String(decoding: bytes[index...], as: UTF8.self)
  }

  // MARK: Spelling

  private static func spelling(_ tokens: [String]) -> [String] {
    let style = LetterCase(of: tokens)
    return joinedHyphens(tokens).enumerated().map { index, token in
      expanded(cased(token, at: index, style))
    }
  }

  private static func joinedHyphens(_ tokens: [String]) -> [String] {
    guard tokens.contains("-"), tokens.count > 2 else { return tokens }
    let parts = joined(tokens)
    return words(of: parts.replacing(" - ", with: "-"))
  }

  private static func cased(_ token: String, at index: Int, _ style: LetterCase) -> String {
    guard style == .upper || style == .lower, token.utf8.count > 1 else { return token }
    if token.utf8.contains(where: \.isASCIIDigit) { return token }
    let lower = token.lowercased()
    if index > 0, smallWords.contains(lower) { return lower }
    guard token.has("-") else { return LetterCase.capitalized(token) }
    return token.split(separator: "-", omittingEmptySubsequences: false).enumerated().map { part in
      let lower = part.element.lowercased()
      return part.offset > 0 && smallWords.contains(lower) ? lower : LetterCase.capitalized(lower)
    }.joined(separator: "-")
  }

  /// "Hauptstr." and "Hauptstrasse" as "Hauptstraße", "Meisenpl." as "Meisenplatz".
  private static func expanded(_ token: String) -> String {
    let bytes = token.utf8
    guard bytes.count >= 3, let last = bytes.last else { return token }
    if last == UInt8(ascii: ".") {
      if token.hasSuffix("str.") { return String(token.dropLast(2)) + "raße" }
      if token == "Str." || token.hasSuffix("-Str.") { return String(token.dropLast(2)) + "raße" }
      if token.hasSuffix("pl."), bytes.count > 5 || token == "pl." {
        return String(token.dropLast(2)) + "latz"
      }
      if token == "Pl." || token.hasSuffix("-Pl.") { return String(token.dropLast(2)) + "latz" }
      return token
    }
    if last == UInt8(ascii: "r") {
      let isShort =
        token.hasSuffix("str") && bytes.count > 5 || token == "Str" || token.hasSuffix("-Str")
      return isShort ? String(token.dropLast(1)) + "raße" : token
    }
    if token.hasSuffix("strasse") || token.hasSuffix("Strasse") {
      return String(token.dropLast(4)) + "aße"
    }
    return token
  }

  private static let boxWords: Set<String> = [
    "postfach", "pf", "postf", "pobox", "postbox", "casepostale", "cp", "bp", "boitepostale",
    "casellapostale", "postfachnr",
  ]
  private static let romanceWords: Set<String> = [
    "rue", "avenue", "av", "ave", "boulevard", "bd", "blvd", "chemin", "ch", "place", "pl", "route",
    "rte",
    "allee", "allees", "quai", "impasse", "passage", "square", "cours", "ruelle", "sentier",
    "esplanade",
    "street", "road", "lane", "drive", "high", "faubourg",
  ]
  private static let smallWords: Set<String> = [
    "am", "an", "auf", "bei", "beim", "das", "dem", "den", "der", "des", "die", "für", "im", "in",
    "ob",
    "unter", "vom", "von", "vor", "zu", "zum", "zur", "und", "aus", "hinter", "über", "de", "la",
    "du",
    "le", "les", "des",
  ]
  private static let additionWords: Set<String> = [
    "hinterhaus", "hh", "vorderhaus", "vh", "rueckgebaeude", "rgb", "seitenfluegel", "sf", "og",
    "eg", "ug",
    "dg", "etage", "stock", "stg", "stiege", "tuer", "top", "whg", "wohnung", "we", "wohn", "haus",
    "aufgang", "eingang", "gebaeude", "geb", "zimmer", "zi", "raum", "halle", "tor", "obergeschoss",
    "erdgeschoss", "dachgeschoss", "untergeschoss", "app", "appartement", "apt", "apartment",
    "postfach", "links",
    "rechts", "co", "ot", "ortsteil", "block", "bau", "hofgebaeude", "parterre",
  ]
}
