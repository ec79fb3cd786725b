/// The words of a family name: particle and name, cased.
struct FamilyParts: Hashable {
  var particle = ""
  var family = ""

  init(_ tokens: [String]) {
    var count = 0
    while count < tokens.count - 1, Self.isParticle(tokens, at: count, isFirst: count == 0) {
      count += 1
    }
    particle = joined(Self.canonicalParticle(Array(tokens[..<count])))
    // "Müller zu Stein": a particle inside stays small.
    family = joined(
      tokens[count...].enumerated().map { index, token in
        index > 0 && NameWords.germanParticles.contains(token) ? token : NameCase.repaired(token)
      })
  }

  /// Whether a particle begins at a token of a whole name, with a name after it.
  static func beginsParticle(_ tokens: [String], at index: Int) -> Bool {
    guard index < tokens.count - 1, isParticle(tokens, at: index, isFirst: true) else {
      return false
    }
    guard index == 0 else {
      return true
    }
    // "Van Nguyen", "Graf Dieter": first and with a capital it is a name as well.
    let key = NameTokens.key(tokens[0])
    let isCapital = LetterCase(of: tokens[0]) != .lower
    let isAmbiguous = NameWords.namesWhenCapital.contains(key) || nobility(tokens[0]) != nil
    return !(isCapital && isAmbiguous)
      || isParticle(tokens, at: 1, isFirst: false)
        && tokens.count > 2
  }

  private static func isParticle(_ tokens: [String], at index: Int, isFirst: Bool) -> Bool {
    let token = tokens[index]
    let key = NameTokens.key(token)
    if nobility(token) != nil { return isFirst ? index < tokens.count - 1 : true }
    if key == "und" || key == "u" { return !isFirst && isVonUndZu(tokens, at: index) }
    if key == "d" { return !isFirst && token == "d." }
    guard NameWords.particles.contains(key) else { return false }
    if key == "v" || key == "vd" { return token.has(".") && LetterCase(of: token) == .lower }
    if isFirst, NameWords.onlyBeforeParticle.contains(key) {
      return index + 2 < tokens.count
        && NameWords.particles.contains(NameTokens.key(tokens[index + 1]))
    }
    return true
  }

  /// "von und zu": the connector stands between two particles.
  private static func isVonUndZu(_ tokens: [String], at index: Int) -> Bool {
    index > 0 && index + 2 < tokens.count
      && NameWords.particles.contains(NameTokens.key(tokens[index + 1]))
  }

  /// Whether a word is a title of nobility.
  static func isNobility(_ token: String) -> Bool { nobility(token) != nil }

  private static func nobility(_ token: String) -> String? {
    token.utf8.count > 12 ? nil : NameWords.nobility[squashed(token)]
  }

  private static func canonicalParticle(_ tokens: [String]) -> [String] {
    tokens.enumerated().map { index, token in
      if let title = nobility(token) { return title }
      let key = NameTokens.key(token)
      if key == "v" { return "von" }
      if key == "d", index > 0 { return "der" }
      if key == "vd" { return "von der" }
      if key == "u" { return "und" }
      if NameWords.germanParticles.contains(key) { return key }
      return LetterCase(of: token) == .upper && token.utf8.count > 1 ? token.lowercased() : token
    }
  }
}

/// The words of given names: names, initials behind them, and a particle at their end.
struct GivenParts: Hashable {
  var given = ""
  var middle = ""
  /// "von der" of "Heide, Hans von der".
  var particle = ""

  init(_ tokens: [String]) {
    var tokens = tokens
    particle = Self.takeParticle(from: &tokens)
    let names = tokens.prefix { !NameTokens.isInitial($0) }.count
    // "H. P." is a given name and a middle initial; "Hans P." as well.
    let givenCount = max(1, names)
    given = NameCase.repaired(tokens.prefix(givenCount).map(Self.initial))
    let middleTokens = tokens.dropFirst(givenCount).map(Self.initial)
    middle = NameCase.repaired(Array(middleTokens))
  }

  private static func takeParticle(from tokens: inout [String]) -> String {
    var count = 0
    while count < tokens.count - 1 {
      let token = tokens[tokens.count - 1 - count]
      let key = NameTokens.key(token)
      let isParticle =
        NameWords.particles.contains(key) || NameWords.nobility[squashed(token)] != nil
        || (key == "und" && count > 0) || isAbbreviatedDer(tokens, at: tokens.count - 1 - count)
      guard isParticle,
        LetterCase(of: token) != .mixed || NameWords.nobility[squashed(token)] != nil
      else { break }
      if key == "v", !token.has(".") { break }
      count += 1
    }
    guard count > 0 else { return "" }
    let tail = Array(tokens.suffix(count)) + [""]
    tokens.removeLast(count)
    return FamilyParts(tail.filter { !$0.isEmpty } + ["x"]).particle
  }

  /// Whether a token is the "d." of "v. d.".
  private static func isAbbreviatedDer(_ tokens: [String], at index: Int) -> Bool {
    index > 1 && tokens[index] == "d." && tokens[index - 1] == "v."
  }

  /// "H" as "H.".
  private static func initial(_ token: String) -> String {
    NameTokens.isInitial(token) && !token.has(".") ? token + "." : token
  }
}
