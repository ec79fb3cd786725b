internal import Records

/// Reads two people in one name: "Hans u. Erika Müller", "Yvonne Günther und Stefan Lauckner".
enum CoupleParser {
  /// The couple's name, both given names kept; nil when the words name no couple.
  ///
  /// "Fischer & Sommer" is none: without a given name it may as well be a firm.
  static func parsed(_ tokens: [String]) -> PersonName? {
    guard tokens.count > 2, let connector = connector(in: tokens) else { return nil }
    var left = Array(tokens[..<connector]).map(PersonNameParser.withoutComma)
    var right = Array(tokens[(connector + 1)...]).map(PersonNameParser.withoutComma)
    removeSignsOfRespect(from: &left)
    removeSignsOfRespect(from: &right)
    guard !left.isEmpty, !right.isEmpty, left.count <= 4, right.count <= 5 else { return nil }
    if let last = right.last, NameWords.partnerWords.contains(squashed(last)) { return nil }
    let knowsGiven = GivenNames.contains(left[0]) || GivenNames.contains(right[0])
    if right.count == 1 {
      return endingInGiven(left, right, knowsGiven: knowsGiven)
    }
    guard knowsGiven || left.count == 1 && right.count == 2 else { return nil }
    let second = divided(right)
    if left.count == 1 {
      return name([left], [second.given], family: [second.family])
    }
    let first = divided(left)
    return name([first.given], [second.given], family: [first.family, second.family])
  }

  /// The given names of a couple in a given-name column: "Hans und Erika", "Jens Agostini und
  /// Irmtraut".
  static func parsed(given tokens: [String], family: String) -> PersonName? {
    guard tokens.count > 2, let connector = connector(in: tokens) else { return nil }
    let left = Array(tokens[..<connector])
    let right = Array(tokens[(connector + 1)...])
    guard !left.isEmpty, !right.isEmpty else { return nil }
    let hasOwnFamily =
      left.count == 2 && GivenNames.contains(left[0]) && !GivenNames.contains(left[1])
      && !NameTokens.isInitial(left[1]) && !family.isEmpty
    let parts = FamilyParts(words(of: family))
    guard hasOwnFamily else {
      var name = name([left], [right], family: [])
      name.particle = parts.particle
      name.family = parts.family
      return name
    }
    return name([[left[0]]], [right], family: [[left[1]], words(of: family)])
  }

  private static func connector(in tokens: [String]) -> Int? {
    tokens.indices.dropFirst().dropLast().first { index in
      guard NameWords.connectors.contains(NameTokens.key(tokens[index])) else { return false }
      // "von und zu" joins particles, not people.
      return !NameWords.particles.contains(NameTokens.key(tokens[index + 1]))
        || index + 2 >= tokens.count
    }
  }

  private static func removeSignsOfRespect(from tokens: inout [String]) {
    var ignored = ParsedName()
    PersonNameParser.takeSalutations(from: &tokens, into: &ignored)
    PersonNameParser.takeTitle(from: &tokens, into: &ignored)
    if tokens.count == 1, SalutationNormalizer.inName(tokens[0]) != nil { tokens = [] }
  }

  /// "Hans Müller und Erika", "Hans und Erika", "Müller, Hans und Erika".
  private static func endingInGiven(
    _ left: [String], _ right: [String], knowsGiven: Bool
  ) -> PersonName? {
    guard GivenNames.contains(right[0]) else { return nil }
    if left.count == 1 {
      return GivenNames.contains(left[0]) ? name([left], [right], family: []) : nil
    }
    let isReversed = !GivenNames.contains(left[0]) && GivenNames.contains(left[left.count - 1])
    let given = isReversed ? [left[left.count - 1]] : Array(left.dropLast())
    let family = isReversed ? Array(left.dropLast()) : [left[left.count - 1]]
    return name([given], [right], family: [family])
  }

  private static func divided(_ tokens: [String]) -> (given: [String], family: [String]) {
    let particle = tokens.indices.dropFirst().first { FamilyParts.beginsParticle(tokens, at: $0) }
    let split = particle ?? tokens.count - 1
    return (Array(tokens[..<split]), Array(tokens[split...]))
  }

  private static func name(
    _ first: [[String]], _ second: [[String]], family: [[String]]
  ) -> PersonName {
    let given = (first + second).map { NameCase.repaired($0) }
    let families = family.map { FamilyParts($0) }
    var names: [String] = []
    for part in families where !names.contains(part.family) { names.append(part.family) }
    return PersonName(
      given: given.joined(separator: " und "),
      particle: Set(families.map(\.particle)).count == 1 ? families.first?.particle ?? "" : "",
      family: names.joined(separator: " und "))
  }
}
