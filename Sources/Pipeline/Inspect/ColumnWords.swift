internal import Formats
internal import Records

/// What kinds of columns are called for people: "Straße (privat)".
enum ColumnKindWords {
  static func name(of target: MappingTarget?, _ language: Language) -> String {
    switch target {
    case .field(let target): name(of: target, language)
    case .label: Phrase(de: "welche Adresse", en: "which address")(language)
    case .labelOf(let target):
      Phrase(de: "welche: ", en: "which: ")(language) + name(of: target, language)
    case .ignore: Phrase(de: "Technisches", en: "technical")(language)
    case nil: "–"
    }
  }

  private static func name(of target: FieldTarget, _ language: Language) -> String {
    var name = words(for: target.field)(language)
    if let label = target.label { name += " (\(words(for: label)(language)))" }
    return target.group == 1 ? name : name + " \(target.group)"
  }

  private static func words(for label: ValueLabel) -> Phrase {
    switch label {
    case .work: Phrase(de: "geschäftlich", en: "work")
    case .home: Phrase(de: "privat", en: "home")
    case .billing: Phrase(de: "Rechnung", en: "billing")
    case .delivery: Phrase(de: "Lieferung", en: "delivery")
    case .other: Phrase(de: "weitere", en: "other")
    }
  }

  private static func words(for field: Field) -> Phrase {
    phrases[field] ?? Phrase(de: field.rawValue, en: field.rawValue)
  }

  private static let phrases: [Field: Phrase] = [
    .key: Phrase(de: "Schlüssel", en: "key"),
    .recordID: Phrase(de: "Datensatznummer", en: "record id"),
    .kind: Phrase(de: "Person oder Firma", en: "person or firm"),
    .parentKey: Phrase(de: "Schlüssel der Firma", en: "key of the firm"),
    .customerNumber: Phrase(de: "Kundennummer", en: "customer number"),
    .salutation: Phrase(de: "Anrede", en: "salutation"),
    .title: Phrase(de: "Titel", en: "title"),
    .given: Phrase(de: "Vorname", en: "given name"),
    .middle: Phrase(de: "weitere Vornamen", en: "middle name"),
    .particle: Phrase(de: "Namensvorsatz", en: "name particle"),
    .family: Phrase(de: "Nachname", en: "family name"),
    .birthName: Phrase(de: "Geburtsname", en: "birth name"),
    .suffix: Phrase(de: "Namenszusatz", en: "name suffix"),
    .nickname: Phrase(de: "Spitzname", en: "nickname"),
    .fullName: Phrase(de: "ganzer Name", en: "whole name"),
    .gender: Phrase(de: "Geschlecht", en: "gender"),
    .organization: Phrase(de: "Firma", en: "organization"),
    .organization2: Phrase(de: "Firma, 2. Zeile", en: "organization, 2nd line"),
    .department: Phrase(de: "Abteilung", en: "department"),
    .position: Phrase(de: "Position", en: "job title"),
    .street: Phrase(de: "Straße", en: "street"),
    .houseNumber: Phrase(de: "Hausnummer", en: "house number"),
    .addressAddition: Phrase(de: "Adresszusatz", en: "address addition"),
    .poBox: Phrase(de: "Postfach", en: "post box"),
    .postalCode: Phrase(de: "Postleitzahl", en: "postal code"),
    .place: Phrase(de: "Ort", en: "place"),
    .region: Phrase(de: "Bundesland", en: "region"),
    .country: Phrase(de: "Land", en: "country"),
    .fullAddress: Phrase(de: "ganze Adresse", en: "whole address"),
    .phone: Phrase(de: "Telefon", en: "phone"),
    .mobile: Phrase(de: "Mobiltelefon", en: "mobile phone"),
    .fax: Phrase(de: "Fax", en: "fax"),
    .email: Phrase(de: "E-Mail", en: "e-mail"),
    .website: Phrase(de: "Webseite", en: "website"),
    .birthDate: Phrase(de: "Geburtsdatum", en: "birth date"),
    .birthYear: Phrase(de: "Geburtsjahr", en: "birth year"),
    .birthMonth: Phrase(de: "Geburtsmonat", en: "birth month"),
    .birthDay: Phrase(de: "Tag der Geburt", en: "birth day"),
    .vatID: Phrase(de: "USt-IdNr.", en: "VAT id"),
    .iban: Phrase(de: "IBAN", en: "IBAN"),
    .role: Phrase(de: "Rolle", en: "role"),
    .status: Phrase(de: "Status", en: "status"),
    .category: Phrase(de: "Kategorie", en: "category"),
    .language: Phrase(de: "Sprache", en: "language"),
    .note: Phrase(de: "Notiz", en: "note"),
    .createdAt: Phrase(de: "angelegt am", en: "created at"),
    .changedAt: Phrase(de: "geändert am", en: "changed at"),
    .consentChannel: Phrase(de: "Einwilligung: Kanal", en: "consent: channel"),
    .consentAddress: Phrase(de: "Einwilligung: Adresse", en: "consent: address"),
    .consentState: Phrase(de: "Einwilligung (Opt-in)", en: "consent (opt-in)"),
    .consentDate: Phrase(de: "Einwilligung: Datum", en: "consent: date"),
    .consentSource: Phrase(de: "Einwilligung: Weg", en: "consent: way"),
    .consentEvidence: Phrase(de: "Einwilligung: Nachweis", en: "consent: evidence"),
    .consentWithdrawnAt: Phrase(de: "Widerruf am", en: "consent withdrawn at"),
  ]
}

/// What reasons and oddities are called for people.
enum ColumnFactWords {
  static func reason(_ reason: ColumnVerdict.Reason) -> Phrase {
    switch reason {
    case .export: Phrase(de: "bekannter Export", en: "known export")
    case .nameAndValues: Phrase(de: "Name und Werte", en: "name and values")
    case .name: Phrase(de: "Name", en: "name")
    case .values: Phrase(de: "Werte", en: "values")
    case .contradicted:
      Phrase(de: "Werte widersprechen dem Namen", en: "values contradict the name")
    case .unknown: Phrase(de: "", en: "")
    }
  }

  static func oddity(_ name: String) -> Phrase {
    switch name {
    case ColumnOddity.excelDamage.rawValue:
      Phrase(de: "von Excel beschädigt", en: "damaged by Excel")
    case ColumnOddity.garbled.rawValue:
      Phrase(de: "doppelt kodiert", en: "doubly encoded")
    case ColumnOddity.lostCharacters.rawValue:
      Phrase(de: "verlorene Zeichen", en: "lost characters")
    case ColumnOddity.placeholder.rawValue: Phrase(de: "Platzhalter", en: "placeholders")
    case ColumnOddity.severalLines.rawValue: Phrase(de: "mehrzeilig", en: "several lines")
    case "mixed_dates": Phrase(de: "gemischte Datumsformen", en: "mixed date forms")
    case "repeated_keys": Phrase(de: "doppelte Schlüssel", en: "repeated keys")
    default: Phrase(de: name, en: name)
    }
  }

  static func role(_ role: FileRole) -> Phrase {
    switch role {
    case .contacts: Phrase(de: "Kontakte", en: "contacts")
    case .activities: Phrase(de: "Aktivitäten", en: "activities")
    case .opportunities: Phrase(de: "Verkaufschancen", en: "opportunities")
    case .contactsAndActivities:
      Phrase(de: "Kontakte und Aktivitäten", en: "contacts and activities")
    case .none(let reason): Phrase(de: "keine Quelle: ", en: "no source: ") + reason
    }
  }
}
