internal import Records

/// What the vCard reader tells of a file.
enum VCardProblem: String {
  case noCard = "vcard-no-card"
  case garbage = "vcard-garbage"
  case noEnd = "vcard-no-end"
  case group = "vcard-group"
  case groupWithAddress = "vcard-group-with-address"
  case empty = "vcard-empty"
  case tooLarge = "vcard-too-large"
  case lineWithoutColon = "vcard-line-without-colon"
  case lineTooLong = "vcard-line-too-long"
  case unknownCharset = "vcard-unknown-charset"

  func problem(at location: Location, field: String = "") -> Problem {
    Problem(code: rawValue, location: location, field: field, action: action, message: message)
  }

  private var action: Problem.Action {
    switch self {
    case .empty, .tooLarge: .setAside
    case .noEnd, .unknownCharset, .groupWithAddress: .repaired
    case .group, .noCard, .garbage, .lineWithoutColon, .lineTooLong: .skipped
    }
  }

  private var message: Phrase {
    switch self {
    case .noCard:
      Phrase(de: "die Datei enthält keine Visitenkarte", en: "the file holds no vCard")
    case .garbage:
      Phrase(de: "Text außerhalb der Karten", en: "text outside of the cards")
    case .noEnd:
      Phrase(
        de: "der Karte fehlt END:VCARD: bis zur nächsten Karte gelesen",
        en: "the card has no END:VCARD: read up to the next card")
    case .group:
      Phrase(
        de: "die Karte ist eine Gruppe: sie ist eine Kategorie ihrer Mitglieder",
        en: "the card is a group: it is a category of its members")
    case .groupWithAddress:
      Phrase(
        de: "die Karte ist eine Gruppe mit eigener Adresse: als Organisation gelesen",
        en: "the card is a group with an address of its own: read as an organization")
    case .empty:
      Phrase(
        de: "die Karte enthält keine lesbare Kontaktangabe",
        en: "the card holds no readable contact property")
    case .tooLarge:
      Phrase(de: "die Karte ist größer als 8 MiB", en: "the card is larger than 8 MiB")
    case .lineWithoutColon:
      Phrase(de: "eine Zeile ohne Doppelpunkt", en: "a line without a colon")
    case .lineTooLong:
      Phrase(de: "eine Zeile ist länger als 1 MiB", en: "a line is longer than 1 MiB")
    case .unknownCharset:
      Phrase(
        de: "der angegebene Zeichensatz ist unbekannt: als Windows-1252 gelesen",
        en: "the character set named is unknown: read as Windows-1252")
    }
  }
}
