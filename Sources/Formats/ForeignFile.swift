package import Records

/// A file that no reader is for, told by its first bytes.
package enum ForeignFile: CaseIterable, Sendable {
  case pdf, picture, html, compressed, database, richText

  /// nil when a reader may be for it.
  package init?(_ sample: some Collection<UInt8>) {
    let start = Array(sample.prefix(1024))
    for (bytes, kind) in Self.signatures where start.starts(with: bytes) {
      self = kind
      return
    }
    let text = start.drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) }.map { byte in
      UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte ? byte | 0x20 : byte
    }
    guard ["<!doctype html", "<html", "<table"].contains(where: { text.starts(with: $0.utf8) })
    else { return nil }
    self = .html
  }

  private static let signatures: [([UInt8], ForeignFile)] = [
    (Array("%PDF-".utf8), .pdf), ([0x89, 0x50, 0x4E, 0x47, 0x0D], .picture),
    ([0xFF, 0xD8, 0xFF], .picture), (Array("GIF8".utf8), .picture), ([0x1F, 0x8B], .compressed),
    ([0x37, 0x7A, 0xBC, 0xAF], .compressed), (Array("Rar!".utf8), .compressed),
    (Array("SQLite format 3\0".utf8), .database), (Array("{\\rtf".utf8), .richText),
    ([0x00, 0x01, 0x00, 0x00] + Array("Standard ".utf8), .database),
    (Array("!BDN".utf8), .database),
  ]

  /// What it is, and what can be done.
  package var advice: Phrase {
    switch self {
    case .pdf:
      Phrase(
        de: "ein PDF: lassen Sie sich die Tabelle dazu geben", en: "a PDF: ask for its table")
    case .picture: Phrase(de: "ein Bild", en: "a picture")
    case .html:
      Phrase(
        de: "eine HTML-Seite, wie immer sie heißt: öffnen Sie sie als Tabelle, speichern Sie .xlsx",
        en: "an HTML page, whatever its name: open it as a spreadsheet and save it as .xlsx")
    case .compressed:
      Phrase(de: "ein Archiv: entpacken Sie es zuerst", en: "an archive: unpack it first")
    case .database:
      Phrase(
        de: "eine Datenbank (SQLite, Access, Outlook): exportieren Sie ihre Tabellen als CSV",
        en: "a database (SQLite, Access, Outlook): export its tables as CSV")
    case .richText:
      Phrase(
        de: "ein Textdokument (RTF): kopieren Sie seine Tabelle in eine Tabellenkalkulation",
        en: "a text document (RTF): copy its table into a spreadsheet")
    }
  }
}
