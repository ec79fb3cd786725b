internal import Records

/// What progress lines count.
enum Unit {
  static let records = Phrase(de: "Datensätze", en: "records")
  static let clusters = Phrase(de: "Gruppen", en: "clusters")
  static let contacts = Phrase(de: "Kontakte", en: "contacts")
  static let rows = Phrase(de: "Zeilen", en: "rows")
  static let files = Phrase(de: "Dateien", en: "files")
}
