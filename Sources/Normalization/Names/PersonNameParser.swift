internal import Records

/// What a text that names a person holds.
struct ParsedName: Hashable {
  var salutation: Salutation?
  var title = ""
  var name = PersonName()
  var birthName = ""
  var nickname = ""
  /// What a sign beside the name says of the person: "deceased".
  var status = ""
  /// A couple or a family.
  var isHousehold = false
}

/// Reads a whole person's name: "Prof. Dr. med. Hans von der Heide jun.", "Heide, Hans von der",
/// "Hans u. Erika Müller", "Fam. Müller", "Frau Müller, geb. Meier".
enum PersonNameParser {
  /// - Parameter text: One line, cleaned, that names one person or one household.
  static func parsed(_ text: String) -> ParsedName {
    var result = ParsedName()
    let text = withoutAsides(withoutStatus(text, &result), &result)
    var tokens = NameTokens.tokens(of: text).filter(isWord)
    let hasTwoSalutations = tokens.count { SalutationNormalizer.inName($0)?.gender != nil } > 1
    takeBirthName(from: &tokens, into: &result)
    takeSalutations(from: &tokens, into: &result)
    takeTitle(from: &tokens, into: &result)
    takeSuffixes(from: &tokens, into: &result)
    if let couple = CoupleParser.parsed(tokens) {
      result.name = couple
      result.isHousehold = true
      if hasTwoSalutations {
        result.salutation = Salutation(text: "Familie", isHousehold: true)
      } else if result.salutation?.isHousehold != true {
        result.salutation = nil
      }
    } else if let comma = commaIndex(in: tokens) {
      parseReversed(tokens, comma: comma, into: &result)
    } else {
      parseForward(tokens.map(withoutComma), into: &result)
    }
    return result
  }

  /// Whether a token holds a letter, or joins two names; "?" and "--" are dropped.
  static func isWord(_ token: String) -> Bool {
    !squashed(token).isEmpty || NameWords.connectors.contains(token)
  }

  // MARK: Asides

  /// Takes "(verstorben)" and "†" out of a name.
  static func withoutStatus(_ text: String, _ result: inout ParsedName) -> String {
    guard text.has("(") || text.utf8.contains(0xE2) else { return text }
    let words = words(of: text)
    let rest = words.filter { StatusNormalizer.sign($0) == nil }
    guard rest.count < words.count, !rest.isEmpty else { return text }
    result.status = words.lazy.compactMap(StatusNormalizer.sign).first ?? ""
    return joined(rest)
  }

  /// Takes "(Hansi)", "(geb. Meier)" and „Hansi“ out of a name.
  private static func withoutAsides(_ text: String, _ result: inout ParsedName) -> String {
    guard text.has("(") || text.has("\"") || text.utf8.contains(0xE2) else { return text }
    var rest = text
    for (open, close) in [("(", ")"), ("\"", "\""), ("„", "“"), ("“", "”")] {
      guard let start = rest.range(ofString: open),
        let end = rest[start.upperBound...].range(ofString: close)
      else { continue }
      let aside = trimmed(rest[start.upperBound..<end.lowerBound])
      let tokens = NameTokens.tokens(of: aside)
      guard let first = tokens.first else { continue }
      if NameWords.birthMarkers.contains(NameTokens.key(first)) {
        result.birthName = NameCase.repaired(Array(tokens.dropFirst()))
      } else if DepartmentWords.contains(aside) {
        // "Herr Müller (Einkauf)": no name of his.
      } else if tokens.count == 1, first.utf8.count > 2 {
        result.nickname = NameCase.repaired(first)
      } else {
        continue
      }
      rest = String(rest[..<start.lowerBound]) + " " + String(rest[end.upperBound...])
    }
    return joined(words(of: rest))
  }

  // MARK: What stands around a name

  static func takeBirthName(from tokens: inout [String], into result: inout ParsedName) {
    guard
      let marker = tokens.indices.dropFirst().first(where: {
        NameWords.birthMarkers.contains(NameTokens.key(tokens[$0]))
      }), marker + 1 < tokens.count
    else { return }
    // "Müller geb. Meier, Erika": the given name stands behind a comma after the birth name.
    let end =
      tokens[(marker + 1)...].firstIndex { $0.hasSuffix(",") }.map { $0 + 1 } ?? tokens.count
    let birth = tokens[(marker + 1)..<end].map(withoutComma)
    result.birthName = familyText(birth)
    let hadComma = tokens[marker - 1].hasSuffix(",")
    var rest = Array(tokens[..<marker])
    if let last = rest.indices.last, hadComma, end == tokens.count {
      rest[last] = withoutComma(rest[last])
    } else if let last = rest.indices.last, end < tokens.count, !hadComma {
      rest[last] += ","
    }
    tokens = rest + tokens[end...]
  }

  static func takeSalutations(from tokens: inout [String], into result: inout ParsedName) {
    while tokens.count > 1, let salutation = SalutationNormalizer.inName(tokens[0]) {
      let isCouple =
        tokens.count > 3 && NameWords.connectors.contains(NameTokens.key(tokens[1]))
        && SalutationNormalizer.inName(tokens[2]) != nil
      if isCouple || salutation.isHousehold { result.isHousehold = true }
      if isCouple {
        result.salutation = Salutation(text: "Familie", isHousehold: true)
        tokens.removeFirst(3)
      } else {
        if result.salutation == nil { result.salutation = salutation }
        tokens.removeFirst()
      }
    }
    // "H. Herr Werner", "Müller, Frau Eva": fully spelled it is never part of the name.
    if tokens.count > 2,
      let index = tokens.indices.dropFirst().first(where: { index in
        let key = tokens[index]
        return (key == "Herr" || key == "Herrn" || key == "Frau") && index < tokens.count - 1
          && !tokens.contains { NameWords.connectors.contains($0) }
      })
    {
      if result.salutation == nil { result.salutation = SalutationNormalizer.inName(tokens[index]) }
      tokens.remove(at: index)
    }
  }

  static func takeTitle(from tokens: inout [String], into result: inout ParsedName) {
    let (title, count) = TitleNormalizer.leadingTitles(of: tokens[...])
    if count > 0, count < tokens.count {
      result.title = joined([result.title, title])
      tokens.removeFirst(count)
      takeRetirement(from: &tokens, into: &result)
    }
    takeInnerTitle(from: &tokens, into: &result)
  }

  /// "i. R." and "a. D." right behind a title: "Pfr. i. R. Josef Huber".
  private static func takeRetirement(
    from tokens: inout [String], into result: inout ParsedName
  ) {
    guard tokens.count > 2, tokens[0].has("."), tokens[1].has("."),
      LetterCase(of: tokens[0]) == .lower
    else { return }
    switch squashed(tokens[0] + tokens[1]) {
    case "ir": result.name.suffix = "i. R."
    case "ad": result.name.suffix = "a. D."
    default: return
    }
    tokens.removeFirst(2)
  }

  /// "Müller, Hans Dr." and "Schmitt Dipl.-Ing. Benjamin".
  private static func takeInnerTitle(from tokens: inout [String], into result: inout ParsedName) {
    guard tokens.count > 1 else { return }
    for index in tokens.indices.dropFirst() {
      let key = squashed(tokens[index])
      guard key == "dr" || key == "prof" || key.hasPrefix("dipl") || key == "dring" else {
        continue
      }
      let comma = tokens[index].hasSuffix(",")
      let (title, count) = TitleNormalizer.leadingTitles(of: tokens[index...])
      guard count > 0 else { continue }
      result.title = joined([result.title, title])
      tokens.removeSubrange(index..<(index + count))
      if comma, !tokens[index - 1].hasSuffix(",") { tokens[index - 1] += "," }
      return
    }
  }

  static func takeSuffixes(from tokens: inout [String], into result: inout ParsedName) {
    var suffixes: [String] = []
    while tokens.count > 1 {
      var taken = 0
      for count in [2, 1] where tokens.count > count && taken == 0 {
        let tail = tokens.suffix(count)
        if let suffix = suffix(joined(Array(tail))) {
          suffixes.insert(suffix, at: 0)
          taken = count
        }
      }
      guard taken > 0 else { break }
      tokens.removeLast(taken)
    }
    guard !suffixes.isEmpty, let last = tokens.indices.last else { return }
    tokens[last] = withoutComma(tokens[last])
    result.name.suffix = joined([result.name.suffix] + suffixes)
  }

  /// The canonical suffix that a word or two are; nil when they are a name.
  private static func suffix(_ text: String) -> String? {
    let bare = withoutComma(text)
    if NameWords.romanNumerals.contains(bare) { return bare }
    let key = squashed(bare)
    guard let suffix = NameWords.suffixes[key] else { return nil }
    if words(of: bare).count > 1 { return bare.has(".") ? suffix : nil }
    let needsDot = NameWords.dottedSuffixes.contains(key)
    return needsDot && bare != suffix && !(bare.has(".") && bare.utf8.count > 3) ? nil : suffix
  }

  // MARK: Order

  private static func commaIndex(in tokens: [String]) -> Int? {
    tokens.dropLast().firstIndex { $0.hasSuffix(",") }
  }

  static func withoutComma(_ token: String) -> String {
    token.has(",") ? trimmed(token) { $0 == UInt8(ascii: ",") } : token
  }

  /// "Heide, Dr. Hans von der" and "von der Heide, Hans".
  private static func parseReversed(
    _ tokens: [String], comma: Int, into result: inout ParsedName
  ) {
    let family = FamilyParts(tokens[...comma].map(withoutComma))
    var rest = tokens[(comma + 1)...].map(withoutComma).filter { !$0.isEmpty }
    let alone = TitleNormalizer.leadingTitles(of: rest[...])
    if alone.count == rest.count {
      result.title = joined([result.title, alone.title])
      rest = []
    }
    takeSalutations(from: &rest, into: &result)
    takeTitle(from: &rest, into: &result)
    let given = GivenParts(rest)
    result.name.given = given.given
    result.name.middle = given.middle
    result.name.particle = family.particle.isEmpty ? given.particle : family.particle
    result.name.family = family.family
  }

  /// "Hans Peter von der Heide", "MÜLLER Hans", "H. Müller", "Müller".
  private static func parseForward(_ tokens: [String], into result: inout ParsedName) {
    guard tokens.count > 1 else {
      result.name.family = NameCase.repaired(tokens)
      return
    }
    let (given, family) = divided(tokens)
    let givenParts = GivenParts(given)
    let familyParts = FamilyParts(family)
    result.name.given = givenParts.given
    result.name.middle = givenParts.middle
    result.name.particle = familyParts.particle
    result.name.family = familyParts.family
  }

  /// Where given names end and the family name begins; in this order, whatever the text's.
  private static func divided(_ tokens: [String]) -> (given: [String], family: [String]) {
    if let noble = dividedByNobility(tokens) { return noble }
    if let particle = tokens.indices.first(where: { FamilyParts.beginsParticle(tokens, at: $0) }) {
      // "von der Leyen Ursula": the given name stands behind.
      if particle == 0, let last = tokens.last, GivenNames.containsOnlyGiven(last),
        !FamilyParts(Array(tokens.dropLast())).particle.isEmpty
      {
        return ([last], Array(tokens.dropLast()))
      }
      return (Array(tokens[..<particle]), Array(tokens[particle...]))
    }
    let cases = tokens.map { LetterCase(of: $0) }
    let shouted = cases.prefix { $0 == .upper }.count
    let isShoutedFamily =
      shouted > 0 && shouted < tokens.count && !cases[shouted...].contains(.upper)
      && tokens[..<shouted].allSatisfy { $0.utf8.count > 2 && !$0.has(".") }
    if isShoutedFamily { return (Array(tokens[shouted...]), Array(tokens[..<shouted])) }
    let first = tokens[0]
    let last = tokens[tokens.count - 1]
    if NameTokens.isInitial(last), !NameTokens.isInitial(first) {
      return (Array(tokens[1...]), [first])
    }
    // "Lyppe-Stahl Günter": a double name that is no given name.
    if tokens.count == 2, first.has("-"), !GivenNames.contains(first), GivenNames.contains(last) {
      return ([last], [first])
    }
    if tokens.count == 2, GivenNames.containsOnlyGiven(last), !GivenNames.contains(first),
      !NameTokens.isInitial(first)
    {
      return ([last], [first])
    }
    return (Array(tokens.dropLast()), [last])
  }

  /// "Graf Dieter von Bülow" and "Baron Münchhausen"; nil for "Graf Dieter", a Mr. Graf.
  private static func dividedByNobility(
    _ tokens: [String]
  ) -> (given: [String], family: [String])? {
    guard tokens.count > 1, FamilyParts.isNobility(tokens[0]) else { return nil }
    if tokens.count == 2 { return GivenNames.contains(tokens[1]) ? nil : ([], tokens) }
    let particle = tokens.indices.dropFirst(2).first {
      FamilyParts.beginsParticle(tokens, at: $0)
    }
    guard let particle, GivenNames.contains(tokens[1]) else { return nil }
    return (Array(tokens[1..<particle]), [tokens[0]] + tokens[particle...])
  }

  private static func familyText(_ tokens: [String]) -> String {
    let parts = FamilyParts(tokens)
    return joined([parts.particle, parts.family])
  }
}

extension StringProtocol {
  /// The first place of a string, byte by byte.
  func range(ofString needle: String) -> Range<Index>? {
    let needle = Array(needle.utf8)
    var index = utf8.startIndex
    while index < utf8.endIndex {
      if utf8[index...].starts(with: needle) {
        return index..<utf8.index(index, offsetBy: needle.count)
      }
      index = utf8.index(after: index)
    }
    return nil
  }
}
