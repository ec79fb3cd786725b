package import Records

/// How the values of a contact are chosen: for each attribute an ordered list of rules.
///
/// A rule narrows the values that are left; the first that leaves one decides. Rules an attribute
/// does not name follow in the order of `tail`, so that a choice never hangs on the order of
/// records.
package struct SurvivorshipRules: Hashable, Sendable {
  private var named: [Attribute: [SurvivorshipRule]] = [:]

  /// The rules that hold where the pipeline file says nothing.
  package init() {}

  /// The rules of an attribute in the order in which they are asked.
  package subscript(attribute: Attribute) -> [SurvivorshipRule] {
    named[attribute] ?? Self.defaults(of: attribute)
  }

  /// Whether all values of the attribute are kept, the preferred first.
  package func unites(_ attribute: Attribute) -> Bool {
    self[attribute].contains(.union)
  }

  /// The rules as asked for, and after them what decides between values they leave equal.
  func complete(_ attribute: Attribute) -> [SurvivorshipRule] {
    let asked = self[attribute].filter { $0 != .union }
    return asked + Self.tail.filter { !asked.contains($0) }
  }

  private static let tail: [SurvivorshipRule] = [
    .sourcePriority, .mostRecent, .mostFrequent, .mostComplete,
  ]

  /// Sensible rules when the pipeline file is silent.
  ///
  /// Where the user ranked the sources, their word comes first. Then: what does not change with
  /// time (a name, a birth date) goes by the number of records that say it, because that outvotes
  /// typing errors; what does change (a position, a department) goes by recency; what a contact may
  /// have several of is united.
  package static func defaults(of attribute: Attribute) -> [SurvivorshipRule] {
    switch attribute {
    case .status: [.mostRestrictive]
    case .title: [.sourcePriority, .mostComplete, .mostFrequent]
    case .name, .organization: [.sourcePriority, .mostFrequent, .mostComplete, .mostRecent]
    case .salutation, .birthName, .nickname, .gender, .birthDate, .vatID, .language:
      [.sourcePriority, .mostFrequent, .mostRecent]
    case .department, .position: [.sourcePriority, .mostRecent, .mostFrequent]
    case .createdAt: [.mostComplete]
    case .changedAt: [.mostRecent]
    case .address: [.union, .mostComplete, .sourcePriority, .mostRecent, .mostFrequent]
    case .phone, .email, .website, .customerNumber, .iban, .role, .category, .note, .consent,
      .extra:
      [.union, .sourcePriority, .mostRecent, .mostFrequent]
    }
  }
}

extension SurvivorshipRules {
  /// Sets the rules of an attribute as the pipeline file's `merge:` names them.
  ///
  /// - Parameters:
  ///   - names: In the order in which they are asked: `["source-priority", "most-complete"]`.
  ///   - attribute: The attribute's name: `birth_date`.
  package mutating func set(_ names: [String], for attribute: String) throws(RuleNameError) {
    let known = try Self.attribute(named: attribute)
    guard !names.isEmpty else { throw RuleNameError(.noRule) }
    var rules: [SurvivorshipRule] = []
    for (position, name) in names.enumerated() {
      let rule = try Self.rule(named: name, at: position)
      if rules.contains(rule) { throw RuleNameError(.repeatedRule, rule: position) }
      if rule == .mostRestrictive { throw RuleNameError(.restrictiveIsForStatus, rule: position) }
      rules.append(rule)
    }
    named[known] = rules
  }

  /// What was set, by the attributes' names: what `set` takes.
  package var namedRules: [String: [String]] {
    var names: [String: [String]] = [:]
    for (attribute, rules) in named { names[attribute.rawValue] = rules.map(\.rawValue) }
    return names
  }

  private static func attribute(named name: String) throws(RuleNameError) -> Attribute {
    guard let attribute = Attribute(rawValue: name) else {
      let part = Field(rawValue: name).flatMap(attribute(holding:))
      let names = Attribute.allCases.map(\.rawValue)
      let suggestion = part?.rawValue ?? nearestName(to: name, among: names)
      throw RuleNameError(.unknownAttribute, suggestion: suggestion)
    }
    switch attribute {
    case .status: throw RuleNameError(.statusIsFixed)
    case .consent: throw RuleNameError(.consentIsFixed)
    default: return attribute
    }
  }

  private static func rule(
    named name: String, at position: Int
  ) throws(RuleNameError) -> SurvivorshipRule {
    if let rule = SurvivorshipRule.named.first(where: { $0.rawValue == name }) { return rule }
    let names = SurvivorshipRule.named.map(\.rawValue)
    let suggestion = nearestName(to: name, among: names)
    throw RuleNameError(.unknownRule, rule: position, suggestion: suggestion)
  }

  /// The attribute a flat field is a part of: who writes `given` means `name`.
  private static func attribute(holding field: Field) -> Attribute? {
    switch field {
    case .given, .middle, .particle, .family, .suffix, .fullName: .name
    case .organization2: .organization
    case .street, .houseNumber, .addressAddition, .poBox, .postalCode, .place, .region, .country,
      .fullAddress:
      .address
    case .mobile, .fax: .phone
    default: nil
    }
  }
}

/// Why a line of the pipeline file's `merge:` names no rules.
package struct RuleNameError: Error, Hashable, Sendable {
  /// What is wrong with the line.
  package enum Kind: Hashable, Sendable {
    case unknownAttribute, unknownRule, noRule, repeatedRule, restrictiveIsForStatus
    case statusIsFixed, consentIsFixed
  }

  package var kind: Kind
  /// The position of the wrong rule among the names, from 0; nil when the attribute is wrong.
  package var rule: Int?
  /// The known name that looks most like the one found.
  package var suggestion: String?

  init(_ kind: Kind, rule: Int? = nil, suggestion: String? = nil) {
    self.kind = kind
    self.rule = rule
    self.suggestion = suggestion
  }

  /// What is wrong and what can be done, for the message after file:line:column.
  package var message: Phrase {
    let hint = suggestion.map {
      Phrase(de: ": meinten Sie „\($0)“?", en: ": did you mean \"\($0)\"?")
    }
    let text = plainMessage
    return Phrase(de: text.german + (hint?.german ?? ""), en: text.english + (hint?.english ?? ""))
  }

  private var plainMessage: Phrase {
    switch kind {
    case .unknownAttribute:
      Phrase(de: "kein Merkmal dieses Namens", en: "no attribute of this name")
    case .unknownRule:
      Phrase(de: "keine Regel dieses Namens", en: "no rule of this name")
    case .noRule:
      Phrase(de: "keine Regel genannt", en: "names no rule")
    case .repeatedRule:
      Phrase(de: "Regel steht zweimal da", en: "names the rule twice")
    case .restrictiveIsForStatus:
      Phrase(
        de: "„most-restrictive“ gilt nur für den Status",
        en: "\"most-restrictive\" is for status alone")
    case .statusIsFixed:
      Phrase(
        de: "beim Status gilt immer der strengste Wert",
        en: "of status the most restrictive value always wins")
    case .consentIsFixed:
      Phrase(
        de: "über Einwilligungen entscheiden feste Regeln, siehe docs/survivorship-and-consent.md",
        en: "consent follows fixed rules, see docs/survivorship-and-consent.md")
    }
  }
}
