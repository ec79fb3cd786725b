internal import Records

/// What the LDIF reader tells of a file.
enum LDIFProblem: String {
  case noEntry = "ldif-no-entry"
  case lineWithoutColon = "ldif-line-without-colon"
  case badBase64 = "ldif-bad-base64"
  case reference = "ldif-reference"
  case tooLong = "ldif-value-too-long"
  case change = "ldif-change"
  case group = "ldif-group"
  case container = "ldif-container"
  case empty = "ldif-empty"

  func problem(at location: Location, field: String = "") -> Problem {
    Problem(
      code: rawValue, location: location, field: field,
      action: self == .change || self == .empty ? .setAside : .skipped, message: message)
  }

  private var message: Phrase {
    switch self {
    case .noEntry: Phrase(de: "die Datei enthält keinen Eintrag", en: "the file holds no entry")
    case .lineWithoutColon:
      Phrase(de: "eine Zeile ohne Doppelpunkt", en: "a line without a colon")
    case .badBase64: Phrase(de: "kein lesbares Base64", en: "no readable base64")
    case .reference:
      Phrase(
        de: "ein Verweis auf eine andere Datei wird nicht verfolgt",
        en: "a reference to another file isn't followed")
    case .tooLong: Phrase(de: "ein Wert ist länger als 1 MiB", en: "a value is longer than 1 MiB")
    case .change:
      Phrase(
        de: "eine Änderung an einem anderen Eintrag: gelesen wird nur \"add\"",
        en: "a change of another entry: only \"add\" is read")
    case .group:
      Phrase(
        de: "der Eintrag ist eine Liste: sie ist eine Kategorie ihrer Mitglieder",
        en: "the entry is a list: it is a category of its members")
    case .container:
      Phrase(
        de: "der Eintrag gliedert nur das Verzeichnis", en: "the entry only orders the directory")
    case .empty:
      Phrase(
        de: "der Eintrag enthält keine Kontaktangabe", en: "the entry holds no contact attribute")
    }
  }
}
