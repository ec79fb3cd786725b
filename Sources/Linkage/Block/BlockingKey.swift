package import Records

/// What two records must share to be compared.
package enum BlockingKey: UInt8, CaseIterable, Hashable, Sendable {
  case vatID, iban, customerNumber, extra
  case birthDate
  case fullName, familyAndPostalCode, familyAndPlace, givenAndPostalCode
  case address
  case organizationName
  case email, phone
  case organizationToken, familyAtOrganization
}

extension BlockingKey {
  /// What the key is made of, in words.
  package var phrase: Phrase {
    switch self {
    case .vatID: Phrase(de: "USt-IdNr.", en: "VAT id")
    case .iban: Phrase(de: "IBAN", en: "IBAN")
    case .customerNumber: Phrase(de: "Kundennummer", en: "customer number")
    case .extra: Phrase(de: "weiteres Feld", en: "further field")
    case .birthDate: Phrase(de: "Geburtsdatum und Name", en: "birth date and name")
    case .fullName: Phrase(de: "Vor- und Nachname", en: "given and family name")
    case .familyAndPostalCode: Phrase(de: "Nachname und PLZ", en: "surname and postal code")
    case .familyAndPlace: Phrase(de: "Nachname und Ort", en: "surname and place")
    case .givenAndPostalCode: Phrase(de: "Vorname und PLZ", en: "given name and postal code")
    case .address: Phrase(de: "Straße und Hausnummer", en: "street and house number")
    case .organizationName: Phrase(de: "Firmenname", en: "organization name")
    case .email: Phrase(de: "E-Mail", en: "e-mail")
    case .phone: Phrase(de: "Telefon", en: "phone")
    case .organizationToken: Phrase(de: "Wort im Firmennamen", en: "word of the organization name")
    case .familyAtOrganization:
      Phrase(de: "Nachname und Firma", en: "surname and organization")
    }
  }
}
