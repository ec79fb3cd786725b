internal import Records

/// Normalizes a person's name that stands in columns: given, middle, particle, family, suffix.
///
/// Columns are read one by one, so that what a column gives can be kept by its spelling.
enum PersonNameNormalizer {
  /// What a given-name column holds: "Dr. Hans von der", "Hans P.", "Hans und Erika".
  static func given(_ text: String) -> ParsedName {
    var result = ParsedName()
    if isPlainWord(text) {
      result.name.given = NameCase.repaired(text)
      return result
    }
    let text = PersonNameParser.withoutStatus(text, &result)
    var tokens = NameTokens.tokens(of: withSlashAsCouple(text))
    PersonNameParser.takeSalutations(from: &tokens, into: &result)
    PersonNameParser.takeTitle(from: &tokens, into: &result)
    if let comma = tokens.last, comma.hasSuffix(",") {
      tokens[tokens.count - 1] = PersonNameParser.withoutComma(comma)
    }
    if tokens.dropFirst().dropLast().contains(where: {
      NameWords.connectors.contains(NameTokens.key($0))
    }) {
      // A couple: both names stay together until the family name is known.
      result.name.given = joined(tokens)
      return result
    }
    let parts = GivenParts(tokens.map(PersonNameParser.withoutComma))
    result.name.given = parts.given
    result.name.middle = parts.middle
    result.name.particle = parts.particle
    return result
  }

  /// What a family-name column holds beside a given name: "von der Heide", "Müller, geb. Meier".
  static func family(_ text: String) -> ParsedName {
    var result = ParsedName()
    if isPlainWord(text) {
      result.name.family = NameCase.repaired(text)
      return result
    }
    let parsed = familyTokens(text, into: &result)
    let tokens = parsed.map(PersonNameParser.withoutComma).filter { !$0.isEmpty }
    let parts = FamilyParts(tokens)
    result.name.particle = parts.particle
    result.name.family = parts.family
    return result
  }

  /// What a family-name column holds when there is no given name: "Heide, Hans von der", "T.
  /// Cetin".
  static func familyAlone(_ text: String) -> ParsedName {
    if isPlainWord(text) { return family(text) }
    let whole = PersonNameParser.parsed(text)
    let hasComma = text.has(",")
    let isName =
      whole.isHousehold || hasComma || NameTokens.isInitial(whole.name.given)
      || GivenNames.contains(words(of: whole.name.given).first ?? "")
    return isName ? whole : family(text)
  }

  /// One record's name from its columns.
  static func combined(given: ParsedName, family: ParsedName) -> ParsedName {
    var result = family
    result.salutation = given.salutation ?? family.salutation
    result.title = joined([given.title, family.title])
    result.isHousehold = given.isHousehold || family.isHousehold
    if result.status.isEmpty { result.status = given.status }
    guard !given.name.given.isEmpty else { return result }
    if isSwapped(given.name, family.name) {
      result.name.given = family.name.family
      result.name.family = given.name.given
      return result
    }
    let tokens = words(of: given.name.given)
    if tokens.count > 2,
      let couple = CoupleParser.parsed(given: tokens, family: family.name.family)
    {
      var couple = couple
      if couple.particle.isEmpty { couple.particle = family.name.particle }
      couple.suffix = family.name.suffix
      result.name = couple
      result.isHousehold = true
      return result
    }
    result.name.given = given.name.given
    result.name.middle = joined([given.name.middle, family.name.middle])
    if result.name.particle.isEmpty { result.name.particle = given.name.particle }
    return result
  }

  /// "Köhler" and "J.": an initial is never a family name.
  private static func isSwapped(_ given: PersonName, _ family: PersonName) -> Bool {
    NameTokens.isInitial(family.family) && family.family.has(".")
      && !NameTokens.isInitial(given.given) && given.middle.isEmpty && family.particle.isEmpty
      && !given.given.has(" ")
  }

  private static func familyTokens(_ text: String, into result: inout ParsedName) -> [String] {
    var text = PersonNameParser.withoutStatus(text, &result)
    if text.has("("), let open = text.range(ofString: "("),
      let close = text[open.upperBound...].range(ofString: ")")
    {
      // "Müller (geb. Meier)" reads like "Müller, geb. Meier".
      let inside = trimmed(text[open.upperBound..<close.lowerBound])
      if NameWords.birthMarkers.contains(NameTokens.key(words(of: inside).first ?? "")) {
        text = String(text[..<open.lowerBound]) + ", " + inside
      }
    }
    var tokens = NameTokens.tokens(of: text)
    PersonNameParser.takeBirthName(from: &tokens, into: &result)
    PersonNameParser.takeSalutations(from: &tokens, into: &result)
    PersonNameParser.takeTitle(from: &tokens, into: &result)
    PersonNameParser.takeSuffixes(from: &tokens, into: &result)
    if let comma = tokens.firstIndex(where: { $0.hasSuffix(",") }), comma < tokens.count - 1 {
      let (title, count) = TitleNormalizer.leadingTitles(of: tokens[(comma + 1)...])
      if comma + 1 + count == tokens.count {
        result.title = joined([result.title, title])
        tokens.removeLast(count)
      }
    }
    return tokens
  }

  /// "Hans/Erika" as "Hans und Erika".
  private static func withSlashAsCouple(_ text: String) -> String {
    guard text.has("/") else { return text }
    let parts = split(text, at: UInt8(ascii: "/"))
    guard parts.count == 2, parts.allSatisfy(GivenNames.contains) else { return text }
    return parts.joined(separator: " und ")
  }

  /// One word of letters and hyphens inside, which is most names.
  static func isPlainWord(_ text: String) -> Bool {
    let bytes = text.utf8
    guard let first = bytes.first, first != UInt8(ascii: "-"), bytes.last != UInt8(ascii: "-")
    else { return false }
    return bytes.count > 1
      && bytes.allSatisfy {
        $0.isASCIILetter || $0 >= 0x80 && $0 != 0xE2 || $0 == UInt8(ascii: "-")
      }
  }
}
