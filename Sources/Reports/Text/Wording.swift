package import Records

extension Attribute {
  /// The attribute as people call it.
  package var phrase: Phrase {
    switch self {
    case .salutation: Phrase(de: "Anrede", en: "Salutation")
    case .title: Phrase(de: "Titel", en: "Title")
    case .name: Phrase(de: "Name", en: "Name")
    case .birthName: Phrase(de: "Geburtsname", en: "Birth name")
    case .nickname: Phrase(de: "Rufname", en: "Nickname")
    case .gender: Phrase(de: "Geschlecht", en: "Gender")
    case .organization: Phrase(de: "Firma", en: "Organization")
    case .department: Phrase(de: "Abteilung", en: "Department")
    case .position: Phrase(de: "Position", en: "Position")
    case .address: Phrase(de: "Anschrift", en: "Address")
    case .phone: Phrase(de: "Telefon", en: "Phone")
    case .email: Phrase(de: "E-Mail", en: "E-mail")
    case .website: Phrase(de: "Website", en: "Website")
    case .birthDate: Phrase(de: "Geburtsdatum", en: "Birth date")
    case .customerNumber: Phrase(de: "Kundennummer", en: "Customer number")
    case .vatID: Phrase(de: "USt-IdNr.", en: "VAT id")
    case .iban: Phrase(de: "IBAN", en: "IBAN")
    case .role: Phrase(de: "Rolle", en: "Role")
    case .status: Phrase(de: "Status", en: "Status")
    case .category: Phrase(de: "Kategorie", en: "Category")
    case .language: Phrase(de: "Sprache", en: "Language")
    case .note: Phrase(de: "Notiz", en: "Note")
    case .createdAt: Phrase(de: "Angelegt", en: "Created")
    case .changedAt: Phrase(de: "Geändert", en: "Changed")
    case .consent: Phrase(de: "Einwilligung", en: "Consent")
    case .extra: Phrase(de: "Weitere Spalten", en: "Further columns")
    }
  }
}

extension ValueLabel {
  /// The label as people call it.
  package var phrase: Phrase {
    switch self {
    case .work: Phrase(de: "geschäftlich", en: "work")
    case .home: Phrase(de: "privat", en: "home")
    case .billing: Phrase(de: "Rechnung", en: "billing")
    case .delivery: Phrase(de: "Lieferung", en: "delivery")
    case .other: Phrase(de: "weitere", en: "other")
    }
  }
}

extension SurvivorshipRule {
  /// Why a value was chosen, to follow the record it came from.
  package var phrase: Phrase {
    switch self {
    case .onlyValue: Phrase(de: "einziger Wert", en: "the only value")
    case .sourcePriority:
      Phrase(de: "Quelle mit dem höchsten Vorrang", en: "the source of highest priority")
    case .mostRecent: Phrase(de: "jüngster Stand", en: "the most recent")
    case .mostFrequent: Phrase(de: "am häufigsten genannt", en: "the most frequent")
    case .mostComplete: Phrase(de: "am vollständigsten", en: "the most complete")
    case .union: Phrase(de: "alle Werte bleiben", en: "all values are kept")
    case .mostRestrictive: Phrase(de: "der strengste Wert gilt", en: "the most restrictive holds")
    case .decision: Phrase(de: "von einem Menschen gewählt", en: "chosen by a person")
    }
  }
}

extension ValueMark {
  /// What was found wrong or done to a value; nil when there is nothing to say.
  package var phrase: Phrase? {
    switch self {
    case .good: nil
    case .invalid: Phrase(de: "ungültig", en: "invalid")
    case .repaired: Phrase(de: "berichtigt", en: "repaired")
    }
  }
}

extension Record.Kind {
  /// The kind as people call it.
  package var phrase: Phrase {
    switch self {
    case .person: Phrase(de: "Person", en: "Person")
    case .organization: Phrase(de: "Firma", en: "Organization")
    case .contactPerson: Phrase(de: "Ansprechpartner", en: "Contact person")
    case .household: Phrase(de: "Haushalt", en: "Household")
    }
  }
}

extension Relation.Kind {
  /// The kind as people call many of it.
  package var phrase: Phrase {
    switch self {
    case .household: Phrase(de: "im selben Haushalt", en: "in one household")
    case .worksAt: Phrase(de: "arbeitet bei", en: "works at")
    case .sharedMailbox: Phrase(de: "gemeinsames Postfach", en: "shared mailbox")
    case .sharedLine: Phrase(de: "gemeinsamer Anschluss", en: "shared line")
    }
  }
}

extension Consent.Channel {
  /// The channel as people call it.
  package var phrase: Phrase {
    switch self {
    case .email: Phrase(de: "E-Mail", en: "E-mail")
    case .phone: Phrase(de: "Telefon", en: "Phone")
    case .post: Phrase(de: "Post", en: "Post")
    }
  }
}

extension Consent.State {
  /// The state as people call it.
  package var phrase: Phrase {
    switch self {
    case .granted: Phrase(de: "erteilt", en: "granted")
    case .denied: Phrase(de: "abgelehnt", en: "denied")
    case .unknown: Phrase(de: "unbekannt", en: "unknown")
    }
  }
}

extension LinkedTable.Kind {
  /// The kind as people call it.
  package var phrase: Phrase {
    switch self {
    case .activities: Phrase(de: "Aktivitäten", en: "Activities")
    case .opportunities: Phrase(de: "Verkaufschancen", en: "Opportunities")
    }
  }
}

/// The nouns that stand behind numbers.
package enum Noun {
  package static let record = Phrase(de: "Datensatz", en: "record")
  package static let records = Phrase(de: "Datensätze", en: "records")
  package static let recordsDative = Phrase(de: "Datensätzen", en: "records")
  package static let contact = Phrase(de: "Kontakt", en: "contact")
  package static let contacts = Phrase(de: "Kontakte", en: "contacts")
  package static let source = Phrase(de: "Quelle", en: "source")
  package static let sources = Phrase(de: "Quellen", en: "sources")
  package static let sourcesDative = Phrase(de: "Quellen", en: "sources")
  package static let file = Phrase(de: "Datei", en: "file")
  package static let files = Phrase(de: "Dateien", en: "files")
  package static let row = Phrase(de: "Zeile", en: "row")
  package static let rows = Phrase(de: "Zeilen", en: "rows")
  package static let sign = Phrase(de: "Zeichen", en: "character")
  package static let signs = Phrase(de: "Zeichen", en: "characters")
}
