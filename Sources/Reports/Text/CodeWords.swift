internal import Records

/// The words that stand for codes in values: "customer" is "Kunde" to a German reader.
enum CodeWords {
  /// The code as people call it; nil when the attribute has no codes or the code is not known.
  static func phrase(for code: String, of attribute: Attribute) -> Phrase? {
    switch attribute {
    case .role: roles[code]
    case .status: statuses[code]
    case .gender: genders[code]
    default: nil
    }
  }

  private static let roles: [String: Phrase] = [
    "customer": Phrase(de: "Kunde", en: "customer"),
    "supplier": Phrase(de: "Lieferant", en: "supplier"),
    "prospect": Phrase(de: "Interessent", en: "prospect"),
    "press": Phrase(de: "Presse", en: "press"),
    "authority": Phrase(de: "Behörde", en: "authority"),
    "partner": Phrase(de: "Partner", en: "partner"),
    "employee": Phrase(de: "Mitarbeiter", en: "employee"),
    "competitor": Phrase(de: "Wettbewerber", en: "competitor"),
    "member": Phrase(de: "Mitglied", en: "member"),
    "subscriber": Phrase(de: "Abonnent", en: "subscriber"),
    "family": Phrase(de: "Familie", en: "family"),
    "friend": Phrase(de: "Freund", en: "friend"),
  ]

  private static let statuses: [String: Phrase] = [
    "deceased": Phrase(de: "verstorben", en: "deceased"),
    "insolvent": Phrase(de: "insolvent", en: "insolvent"),
    "blocked": Phrase(de: "gesperrt", en: "blocked"),
    "inactive": Phrase(de: "inaktiv", en: "inactive"),
  ]

  private static let genders: [String: Phrase] = [
    "male": Phrase(de: "männlich", en: "male"),
    "female": Phrase(de: "weiblich", en: "female"),
    "diverse": Phrase(de: "divers", en: "diverse"),
  ]
}
