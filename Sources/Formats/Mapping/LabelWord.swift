internal import Records

/// What the value of a label column says: which address or number the values beside it are.
package struct LabelWord {
  var label: ValueLabel?
  /// A phone column whose label says "Fax" or "mobil" holds such a number.
  var phoneField: Field?

  /// Reads a value like "Rechnung", "fax_work", "CELL,HOME"; nil when it says nothing known.
  package init?(_ text: String) {
    for word in text.lowercased().split(whereSeparator: { !$0.isLetter }) {
      if label == nil { label = Self.labels[String(word)] }
      if phoneField == nil { phoneField = Self.phoneFields[String(word)] }
    }
    if label == nil && phoneField == nil { return nil }
  }

  /// Words of German and English exports, written for Kontor.
  private static let labels: [String: ValueLabel] = table([
    .billing: "rechnung rechnungsadresse rechnungsanschrift billing invoice bill",
    .delivery: """
    lieferung lieferadresse lieferanschrift versand versandadresse delivery shipping ship
    warenempfang
    """,
    .home: "privat privatadresse home private zuhause personal wohnung wohnort",
    .work: """
    geschäftlich geschaeftlich dienstlich work business firma büro buero office hauptsitz \
    hauptadresse zentrale sitz firmensitz haupt main headquarters beruflich arbeit
    """,
    .other: "sonstige sonstiges weitere andere other postfach filiale niederlassung branch",
  ])

  private static let phoneFields: [String: Field] = table([
    .fax: "fax telefax faxnummer",
    .mobile: "mobil mobile handy cell cellular mobiltelefon mobilfunk natel",
  ])

  private static func table<Meaning: Hashable>(_ words: [Meaning: String]) -> [String: Meaning] {
    var table: [String: Meaning] = [:]
    for (meaning, list) in words {
      for word in list.split(whereSeparator: \.isWhitespace) { table[String(word)] = meaning }
    }
    return table
  }
}
