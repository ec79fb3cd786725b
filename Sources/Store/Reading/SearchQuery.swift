/// The full-text query for what a person typed: every word a prefix, umlauts also spelled out;
/// nil when it has no word.
///
/// Words of one or two signs are meant whole: so many words begin with them that all to join takes
/// longer than a person waits.
func searchQuery(_ text: String) -> String? {
  guard
    let all = joined(
      searchWords(text), { $0.unicodeScalars.count > 2 ? "\"\($0)\"*" : "\"\($0)\"" })
  else { return nil }
  let numbers = telephoneNumbers(text).map { "\"\($0)\"*" }
  return numbers.isEmpty ? all : "(\(all)) OR \(numbers.joined(separator: " OR "))"
}

/// The full-text query for contacts that are called as the text says, word by word.
func searchQuery(named text: String) -> String? {
  joined(searchWords(text)) { "\"\($0)\"" }.map { "{name organization} : (\($0))" }
}

private func joined(_ words: [String], _ term: (String) -> String) -> String? {
  let terms = words.map { plain in
    guard let spelled = spelledOut(plain.utf8) else { return term(plain) }
    return "(\(term(plain)) OR \(term(String(decoding: spelled, as: UTF8.self))))"
  }
  return terms.isEmpty ? nil : terms.joined(separator: " AND ")
}

/// The full-text query for one word of each group; nil when there is none.
func searchQuery(wordsOf groups: [[String]]) -> String? {
  let terms = groups.map { group in
    let words = group.flatMap(searchWords).map { "\"\($0)\"" }
    return "(" + words.joined(separator: " OR ") + ")"
  }
  return terms.isEmpty ? nil : terms.joined(separator: " AND ")
}

/// The words of a text as the search knows them: letters, digits and their accents.
package func searchWords(_ text: String) -> [String] {
  let words = text.unicodeScalars.split {
    !$0.properties.isAlphabetic && $0.properties.numericType == nil
      && $0.properties.generalCategory != .nonspacingMark
  }
  return words.map { String(String.UnicodeScalarView($0)) }
}

// MARK: Words that tell little

/// The text without words that may stand in no index: house numbers, and, when it found nothing as
/// it is, words of one or two signs; nil when no word is left out, or none is left.
func searchTextWithoutSlightWords(_ text: String, isFound: Bool) -> String? {
  let words = searchWords(text)
  let telling = words.filter { word in
    !isHouseNumber(word) && (isFound || word.unicodeScalars.count > 2)
  }
  let isTelling = telling.contains { $0.unicodeScalars.count > 2 && !startsWithDigit($0) }
  guard isTelling, telling.count < words.count else { return nil }
  return telling.joined(separator: " ")
}

/// "5", "12a", "103".
private func isHouseNumber(_ word: String) -> Bool {
  word.unicodeScalars.count <= 3 && startsWithDigit(word)
}

private func startsWithDigit(_ word: String) -> Bool {
  word.utf8.first.map { (0x30...0x39).contains($0) } ?? false
}

// MARK: Telephone numbers

/// How a telephone number may stand in the store, with its calling code and without a sign, when
/// the text can be one: "04841 555017" may be one of any country.
func telephoneNumbers(_ text: String) -> [String] {
  let signs = " \u{A0}+-/.()"
  let typed = text.filter { $0 != " " }
  guard text.allSatisfy({ signs.contains($0) || isDigit($0) }),
    !typed.dropFirst().contains("+")
  else { return [] }
  let isInternational = typed.hasPrefix("+") || typed.hasPrefix("00")
  var digits = typed.replacing("(0)", with: isInternational ? "" : "0").filter(isDigit)
  guard digits.count >= (isInternational ? 4 : 6) else { return [] }
  if typed.hasPrefix("+") { return [digits] }
  if digits.hasPrefix("00") { return [String(digits.dropFirst(2))] }
  // Italy keeps the zero.
  let kept = digits.hasPrefix("0") ? ["39" + digits] : [digits]
  if digits.hasPrefix("0") { digits.removeFirst() }
  return kept + callingCodes.map { $0 + digits }
}

private func isDigit(_ sign: Character) -> Bool { ("0"..."9").contains(sign) }

/// The calling codes of ITU-T E.164: 1, 7, those of two digits, and by their tens those of three.
private let callingCodes: [String] = {
  let two = """
    20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64
    65 66 81 82 84 86 90 91 92 93 94 95 98
    """
  let tens = "21 22 23 24 25 26 29 35 37 38 42 50 59 67 68 69 80 85 87 88 96 97 99"
  let twos: [String] = two.split { $0 == " " || $0 == "\n" }.map { String($0) }
  let threes: [String] = tens.split(separator: " ").flatMap { ten in (0...9).map { "\(ten)\($0)" } }
  return ["1", "7"] + twos + threes
}()
