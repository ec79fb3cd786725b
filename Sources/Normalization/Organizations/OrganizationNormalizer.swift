internal import Records

/// What a text that names an organization holds.
struct ParsedOrganization: Hashable {
  var name = OrganizationName(text: "", core: "")
  /// Who stands behind "z. Hd." or "c/o": a person or a department.
  var contact = ""
  /// Whether it began with "Firma" or "Fa.".
  var hasFirmPrefix = false
  /// What a sign beside the name says: "(gesperrt)" is "blocked".
  var status = ""
  /// Whether case was repaired.
  var isRepaired = false
}

/// Normalizes organization names: legal form found, "Fa." dropped, shouting repaired.
///
/// A name is shown as its source writes it, "Weber e. K."; only its core and its legal form are
/// spelled one way. Where case was repaired, the legal form is spelled anew as well.
enum OrganizationNormalizer {
  static func normalized(_ text: String) -> ParsedOrganization {
    var result = ParsedOrganization()
    let written = words(of: text)
    var tokens = tokens(of: text, written)
    let isAsWritten = tokens == written
    dropSurroundings(from: &tokens, &result)
    guard !tokens.isEmpty else {
      result.name = OrganizationName(text: text, core: text)
      return result
    }
    let found = legalForm(in: tokens)
    let head = found.map { Array(tokens[..<$0.range.lowerBound]) } ?? tokens
    let tail = found.map { Array(tokens[$0.range.upperBound...]) } ?? []
    let whole = tail.isEmpty ? head : head + tail
    let cased = OrganizationCase.repaired(whole)
    result.isRepaired = cased != whole
    let before = withoutTrailingSigns(tail.isEmpty ? cased : Array(cased.prefix(head.count)))
    let after = tail.isEmpty ? tail : Array(cased.dropFirst(head.count))
    if result.isRepaired {
      let display = found.map { self.display($0, in: tokens, after: before) } ?? ""
      result.name.text = joined(before + [display] + after)
    } else if isAsWritten {
      result.name.text = joined(withoutTrailingSigns(tokens))
    } else {
      result.name.text = asWritten(written, told: tokens)
    }
    result.name.core = core(after.isEmpty ? before : before + withoutLeadingSigns(after))
    result.name.legalForm = found?.form.canonical ?? ""
    return result
  }

  /// The name with its source's signs and spaces, without what stands around it.
  private static func asWritten(_ words: [String], told tokens: [String]) -> String {
    var written = words
    var told = ParsedOrganization()
    dropSurroundings(from: &written, &told)
    return joined(withoutTrailingSigns(written.isEmpty ? tokens : written))
  }

  private static func dropSurroundings(
    from tokens: inout [String], _ result: inout ParsedOrganization
  ) {
    dropFirmPrefix(from: &tokens, &result)
    splitContact(from: &tokens, &result)
    dropAnnotations(from: &tokens, &result)
  }

  /// "GmbH&Co.KG" stays one token; "Müller&Söhne" as well. Only spaces and commas part words.
  private static func tokens(of text: String, _ words: [String]) -> [String] {
    var tokens = words
    if text.has("&") || text.has("+") { tokens = tokens.flatMap(apart) }
    if text.has("-") { tokens = tokens.flatMap(withoutHyphen) }
    if text.holds(0xE2) {
      tokens = tokens.map { $0 == "–" || $0 == "—" ? "-" : $0 }
    }
    return tokens
  }

  /// "Kück&Sohn" as three words; "K&H" and "H&M" stay.
  private static func apart(_ token: String) -> [String] {
    guard token.utf8.count > 4, token.has("&") || token.has("+") else { return [token] }
    for sign in ["&", "+"] {
      guard let found = token.range(ofString: sign) else { continue }
      let left = token[..<found.lowerBound]
      let right = token[found.upperBound...]
      guard left.utf8.count > 2, right.utf8.count > 1 else { continue }
      return [String(left), sign, String(right)]
    }
    return [token]
  }

  /// "Verwaltungs-GmbH" as two words.
  private static func withoutHyphen(_ token: String) -> [String] {
    guard let hyphen = token.lastRange(ofByte: UInt8(ascii: "-")) else { return [token] }
    let end = String(token[token.utf8.index(after: hyphen)...])
    let start = String(token[..<hyphen])
    let key = squashed(end)
    let isForm = key.utf8.count > 2 && LegalForms.forms[key]?.needsSign == false
    return isForm && start.utf8.count > 2 ? [start, end] : [token]
  }

  // MARK: Legal form

  struct Found {
    var range: Range<Int>
    var form: LegalForms.Form
  }

  /// The legal form at the end, else the last one inside ("Müller GmbH Niederlassung Köln").
  static func legalForm(in tokens: [String]) -> Found? {
    for end in stride(from: tokens.count, to: 1, by: -1) {
      if let found = legalForm(tokens, endingAt: end) { return found }
    }
    return nil
  }

  /// The longest legal form that ends before a token.
  private static func legalForm(_ tokens: [String], endingAt end: Int) -> Found? {
    var key = ""
    var found: Found?
    for start in stride(from: end - 1, through: max(1, end - LegalForms.maximumWords), by: -1) {
      key = squashed(tokens[start]) + key
      // No longer form ends in what is the end of none.
      guard !key.isEmpty, LegalForms.lastWords.contains(key) else { break }
      guard let form = LegalForms.forms[key], tokens[start] != "-" else { continue }
      if form.needsSign, !hasSign(tokens[start..<end], isLast: end == tokens.count) { continue }
      // A sign between core and form belongs to a form that begins with "& Co.".
      let begin =
        isConnector(tokens[start - 1]) && form.canonical.hasPrefix("&") && start > 1
        ? start - 1 : start
      let told = LegalForms.told(form, by: tokens[start..<end])
      found = Found(range: begin..<end, form: told)
    }
    return found
  }

  private static func isConnector(_ token: String) -> Bool {
    token == "&" || token == "+" || token == "u." || token == "und"
  }

  private static func hasSign(_ tokens: ArraySlice<String>, isLast: Bool) -> Bool {
    isLast
      && tokens.contains { token in
        token.has(".") || token.has("/") || LetterCase(of: token) != .lower && token.utf8.count < 5
      }
  }

  /// How the form is shown; "& Co." stays in front of "KG".
  private static func display(_ found: Found, in tokens: [String], after before: [String]) -> String
  {
    let spelled = squashed(joined(Array(tokens[found.range])))
    let hasPartner =
      spelled.hasPrefix("co") || spelled.hasPrefix("undco") || spelled.hasPrefix("cie")
    if hasPartner,
      found.form.canonical == "KG" || found.form.canonical == "OHG"
        || found.form.canonical == "OG"
    {
      return "& Co. " + found.form.canonical
    }
    return found.form.display
  }

  /// The words without "Inh. Hans Huber" at their end.
  private static func core(_ words: [String]) -> String {
    let owner = words.indices.dropFirst().first { index in
      guard words[index].has("i") || words[index].has("I") else { return false }
      let key = squashed(words[index])
      return key == "inh" || key == "inhaber" || key == "inhaberin"
    }
    let told = owner.map { Array(words[..<$0]) } ?? words
    return joined(withoutTrailingSigns(withoutStage(told)))
  }

  /// The words without "i. L." or "in Gründung" at their end: no part of what tells firms apart.
  private static func withoutStage(_ words: [String]) -> [String] {
    for count in [2, 1] where words.count > count {
      let tail = words.suffix(count)
      let isMarked = tail.first == "in" || tail.contains { $0.has(".") }
      if isMarked, stages.contains(squashed(joined(Array(tail)))) {
        return Array(words.dropLast(count))
      }
    }
    return words
  }

  private static let stages: Set<String> = [
    "il", "inliquidation", "ig", "igr", "ingruendung", "iins", "ininsolvenz", "iinsolvenz",
  ]

  private static func withoutTrailingSigns(_ tokens: [String]) -> [String] {
    var tokens = tokens
    while tokens.count > 1, let last = tokens.last, isTrailingSign(last) { tokens.removeLast() }
    if let last = tokens.last, last.has(",") || last.has(";") {
      tokens[tokens.count - 1] = trimmed(last) {
        $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";")
      }
    }
    return tokens
  }

  private static func isTrailingSign(_ token: String) -> Bool {
    switch token {
    case "&", "+", "-", ",", "/", "und", "u.": true
    default: false
    }
  }

  private static func withoutLeadingSigns(_ tokens: [String]) -> [String] {
    Array(tokens.drop { squashed($0).isEmpty })
  }

  // MARK: What stands around a name

  private static func dropFirmPrefix(
    from tokens: inout [String], _ result: inout ParsedOrganization
  ) {
    while tokens.count > 1 {
      guard let first = tokens[0].utf8.first,
        first >= 0x80 || !first.isASCIILetter
          || "fFaA".utf8.contains(first)
      else { return }
      let key = squashed(tokens[0])
      let isPrefix = key == "firma" || key == "fa" && (tokens[0].has(".") || tokens[0] == "Fa")
      let isAddress = key == "an" && squashed(tokens[1]) == "die" && tokens.count > 2
      guard isPrefix || isAddress else { return }
      tokens.removeFirst(isAddress ? 2 : 1)
      if isPrefix { result.hasFirmPrefix = true }
    }
  }

  private static let contactMarkers: Set<String> = [
    "co", "zhd", "zhdn", "zh", "abt", "abteilung", "zuhaenden", "zhaenden", "attn", "att",
    "zhv", "zhdv",
  ]

  private static func splitContact(from tokens: inout [String], _ result: inout ParsedOrganization)
  {
    for index in tokens.indices.dropFirst() where mayBeMarker(tokens[index]) {
      for count in [3, 2, 1] where index + count < tokens.count {
        let spelled = tokens[index..<(index + count)]
        let key = squashed(joined(Array(spelled)))
        guard contactMarkers.contains(key), isMarker(spelled, key) else { continue }
        let rest = Array(tokens[(index + count)...])
        result.contact = trimmed(joined(rest)) {
          $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ":")
        }
        if key.hasPrefix("abt") { result.contact = "Abt. " + result.contact }
        tokens = Array(tokens[..<index])
        if let last = tokens.last {
          tokens[index - 1] = trimmed(last) { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "-") }
          if tokens[index - 1].isEmpty { tokens.removeLast() }
        }
        return
      }
    }
  }

  /// A marker begins with c, z or a, and no marker's first word is long.
  private static func mayBeMarker(_ token: String) -> Bool {
    guard token.utf8.count < 10, let first = token.utf8.first else { return false }
    return "czaCZA".utf8.contains(first)
  }

  /// "c/o" needs its slash ("Co" is a partner), "z. H." its dots.
  private static func isMarker(_ tokens: ArraySlice<String>, _ key: String) -> Bool {
    switch key {
    case "co": tokens.count == 1 && tokens.first?.has("/") == true
    case "zh", "att": tokens.contains { $0.has(".") }
    default: true
    }
  }

  /// Drops "(alt)", "- NEU" and signs at the end that are no part of a name.
  private static func dropAnnotations(
    from tokens: inout [String], _ result: inout ParsedOrganization
  ) {
    while tokens.count > 1, let last = tokens.last {
      if isPlainWord(last), tokens[tokens.count - 2] != "-" { return }
      let key = squashed(last)
      let isApart = tokens[tokens.count - 2] == "-"
      let status = StatusNormalizer.sign(isApart ? "(\(last))" : last)
      if let status {
        result.status = status
        tokens.removeLast()
        continue
      }
      let isAnnotation =
        ["alt", "neu", "dublette", "doppelt"].contains(key)
        && (last.has("(") || last.has("!") || isApart)
      guard isAnnotation || key.isEmpty else { return }
      tokens.removeLast()
    }
  }

  /// Whether a word is made of ASCII letters, and so is no sign or remark.
  private static func isPlainWord(_ word: String) -> Bool {
    for byte in word.utf8 where !byte.isASCIILetter { return false }
    return !word.isEmpty
  }
}
