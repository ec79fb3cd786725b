internal import Records

/// What a column of whole names holds: a person, an organization, or both.
struct ParsedFullName: Hashable {
  var person = ParsedName()
  /// The organization's name as it is spelled; empty when none stands there.
  var organization = ""
  var department = ""
}

/// Decides what a column of whole names holds, by evidence: legal form, sector words, "Firma",
/// signs.
///
/// "Müller GmbH" · "Stefan Wagner / Rabl Heizungsbau UG" · "Becher (Christian Möller GmbH)" ·
/// "Rabl Heizungsbau UG, Stefan Wagner" · "Heide, Hans von der" · a name over a firm on two lines.
enum FullNameNormalizer {
  /// - Parameters:
  ///   - text: Cleaned; lines are kept.
  ///   - isOrganization: Whether the record says that it is an organization; nil when it says
  /// nothing.
  static func parsed(_ text: String, isOrganization: Bool? = nil) -> ParsedFullName {
    let text = withoutContactMarker(text)
    if let result = wholeKind(text, isOrganization) { return result }
    let marked = OrganizationNormalizer.normalized(oneLine(text))
    if !marked.contact.isEmpty { return behindContact(marked, text) }
    if let result = inBrackets(text) { return result }
    for separator in ["\n", " / ", " | ", "; ", ", ", " - ", " bei "] {
      guard let result = divided(text, at: separator) else { continue }
      return result
    }
    let line = joined(split(text, at: UInt8(ascii: "\n")))
    return single(line, isOrganization)
  }

  /// What is said from outside, or a text that is an e-mail address and no name.
  private static func wholeKind(_ text: String, _ isOrganization: Bool?) -> ParsedFullName? {
    if text.has("@"), !text.has(" ") { return ParsedFullName() }
    if isOrganization == false, OrganizationEvidence(in: text) < .strong {
      return ParsedFullName(person: PersonNameParser.parsed(oneLine(text)))
    }
    return nil
  }

  private static func single(_ text: String, _ isOrganization: Bool?) -> ParsedFullName {
    if isOrganization == true { return organization(text) }
    if let inside = firmInside(text) { return inside }
    let evidence = OrganizationEvidence(in: text)
    if evidence == .strong, !isSurelyPerson(text) { return organization(text) }
    let person = PersonNameParser.parsed(text)
    if person.isHousehold || evidence == .none { return ParsedFullName(person: person) }
    let isPerson = person.salutation != nil || !person.title.isEmpty
    return isPerson ? ParsedFullName(person: person) : organization(text)
  }

  /// A salutation or title in front, and no legal form behind: "Frau Petra Bau", "Herr Dr. Holz".
  private static func isSurelyPerson(_ text: String) -> Bool {
    let tokens = NameTokens.tokens(of: text)
    guard tokens.count > 1, tokens.count < 6, let first = tokens.first else { return false }
    guard SalutationNormalizer.inName(first) != nil else { return false }
    return OrganizationNormalizer.legalForm(in: tokens) == nil && !tokens.contains("&")
  }

  /// "Hans Meier Fa. Weigel".
  private static func firmInside(_ text: String) -> ParsedFullName? {
    let tokens = words(of: text)
    guard
      let index = tokens.indices.dropFirst().first(where: {
        tokens[$0] == "Fa." || tokens[$0] == "Firma" || tokens[$0] == "FA." || tokens[$0] == "fa."
      }), index < tokens.count - 1
    else { return nil }
    let person = withoutSigns(joined(Array(tokens[..<index])))
    guard OrganizationEvidence(in: person) < .strong else { return nil }
    var result = organization(joined(Array(tokens[index...])))
    result.person = PersonNameParser.parsed(person)
    return result
  }

  /// "Landratsamt Sankt Augustin z. Hd. Slavica Popovic".
  private static func behindContact(_ marked: ParsedOrganization, _ text: String) -> ParsedFullName
  {
    var result = organization(marked.name.text)
    if OrganizationEvidence(in: marked.contact) == .strong,
      !DepartmentWords.contains(marked.contact)
    {
      // "Hans Meier c/o Müller GmbH": the other way round.
      result = organization(marked.contact)
      result.person = PersonNameParser.parsed(marked.name.text)
    } else if DepartmentWords.contains(marked.contact) {
      result.department = marked.contact
    } else {
      result.person = PersonNameParser.parsed(marked.contact)
    }
    return result
  }

  // MARK: Two parts

  /// "Becher (Christian Möller GmbH)", "Bäckerei Huber (Hans Huber)".
  private static func inBrackets(_ text: String) -> ParsedFullName? {
    guard text.hasSuffix(")"), let open = text.lastRange(ofByte: UInt8(ascii: "(")) else {
      return nil
    }
    let inside = trimmed(text[text.utf8.index(after: open)...].dropLast())
    let outside = trimmed(text[..<open])
    guard !inside.isEmpty, !outside.isEmpty else { return nil }
    let isPartOfForm =
      squashed(inside).hasPrefix("haftungsb") || squashed(inside).hasPrefix("gemeinn")
    guard !isPartOfForm else { return nil }
    let inner = OrganizationEvidence(in: inside)
    let outer = OrganizationEvidence(in: outside)
    if outer == .strong, inner == .strong { return organization(text) }
    let isMarker = NameWords.birthMarkers.contains(NameTokens.key(words(of: inside).first ?? ""))
    if inner < .strong, outer < .strong, isMarker || words(of: inside).count == 1 { return nil }
    if outer > inner {
      return words(of: inside).count > 1
        ? pair(organization: outside, other: inside) : organization(text)
    }
    return pair(organization: inside, other: outside)
  }

  /// Divides at a separator when some parts are an organization and others are not.
  private static func divided(_ text: String, at separator: String) -> ParsedFullName? {
    let parts = parts(of: text, at: separator)
    guard parts.count > 1, parts.count < 5 else { return nil }
    // "Kranz, Inc.": a legal form alone is the end of a name.
    if parts.dropFirst().contains(where: isLegalForm) { return organization(text) }
    let evidence = parts.map { OrganizationEvidence(in: $0) }
    let strongest = evidence.max() ?? .none
    let lines = separator == "\n"
    guard strongest == .strong || lines && strongest == .weak else {
      return lines ? personOverLines(parts) : nil
    }
    if separator == " - ", !isAnnotationOrPair(evidence) { return nil }
    let organizations = zip(parts, evidence).filter { $0.1 == strongest }.map(\.0)
    let others = zip(parts, evidence).filter { $0.1 < strongest }.map(\.0)
    guard !others.isEmpty else {
      // "Müller GmbH, Niederlassung …": one organization in two parts.
      return lines ? organization(joined(organizations)) : nil
    }
    if organizations.count == 1, isSurelyPerson(organizations[0]) { return nil }
    return pair(organization: joined(organizations), other: others.joined(separator: ", "))
  }

  private static func isLegalForm(_ text: String) -> Bool {
    let key = squashed(text)
    return key.utf8.count > 2 && LegalForms.forms[key]?.needsSign == false
  }

  /// "Wieczorek EDV AG - NEU" is one organization; "Hans Meier - Müller GmbH" is a pair.
  private static func isAnnotationOrPair(_ evidence: [OrganizationEvidence]) -> Bool {
    evidence.count == 2 && evidence.contains(.strong)
      && evidence.contains(OrganizationEvidence.none)
  }

  /// "Herrn / Hans Kassem" on two lines.
  private static func personOverLines(_ parts: [String]) -> ParsedFullName? {
    ParsedFullName(person: PersonNameParser.parsed(joined(parts)))
  }

  private static func pair(organization text: String, other: String) -> ParsedFullName {
    var result = organization(text)
    let key = squashed(other)
    if key == "neu" || key == "alt" || key.isEmpty { return result }
    if DepartmentWords.contains(other) {
      result.department = other
    } else {
      result.person = PersonNameParser.parsed(withoutContactMarker(withoutSigns(other)))
    }
    return result
  }

  private static func organization(_ text: String) -> ParsedFullName {
    ParsedFullName(organization: withoutSigns(oneLine(text)))
  }

  // MARK: Text

  private static func parts(of text: String, at separator: String) -> [String] {
    var parts: [String] = []
    var rest = Substring(text)
    while let found = rest.range(ofString: separator) {
      parts.append(trimmed(rest[..<found.lowerBound]))
      rest = rest[found.upperBound...]
    }
    return (parts + [trimmed(rest)]).filter { !$0.isEmpty }
  }

  private static func oneLine(_ text: String) -> String {
    text.has("\n") ? joined(split(text, at: UInt8(ascii: "\n"))) : text
  }

  private static func withoutSigns(_ text: String) -> String {
    trimmed(text) { ",;:/- ".utf8.contains($0) }
  }

  /// "z. Hd. Frau Meier" as "Frau Meier", "Inh. Hans Huber" as "Hans Huber".
  private static func withoutContactMarker(_ text: String) -> String {
    let tokens = words(of: text)
    for count in [3, 2, 1] where tokens.count > count {
      let key = squashed(joined(Array(tokens.prefix(count))))
      if [
        "zhd", "zhdn", "zuhaenden", "inh", "inhaber", "inhaberin", "ap", "ansprechpartner", "zhdv",
      ]
      .contains(key) {
        return joined(Array(tokens.dropFirst(count)))
      }
    }
    return text
  }
}

extension String {
  /// The last place of an ASCII byte.
  func lastRange(ofByte byte: UInt8) -> Index? { utf8.lastIndex(of: byte) }
}
