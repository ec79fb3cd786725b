/// Whether a contact may still be dealt with: blocked, deceased, insolvent, inactive.
enum StatusNormalizer {
  /// The status; nil for "aktiv" and its like, which say nothing; unknown words in lower case.
  static func status(_ text: String) -> String? {
    if text == "†" { return "deceased" }
    let key = squashed(text)
    if unremarkable.contains(key) || key.isEmpty { return nil }
    for (status, stems) in restrictive
    where stems.contains(where: { key.range(ofString: $0) != nil }) {
      let isDenied = key.hasPrefix("nicht") || key.hasPrefix("kein")
      return isDenied && status != "inactive" ? nil : status
    }
    return text.lowercased()
  }

  /// The status that a sign beside a name says: "(verstorben)", "†", "(gesperrt)"; nil when it says
  /// none.
  static func sign(_ word: String) -> String? {
    if word.unicodeScalars.contains("\u{2020}"), squashed(word).isEmpty { return "deceased" }
    guard word.has("(") || word.has("!") else { return nil }
    return signs[squashed(word)]
  }

  private static let signs: [String: String] = [
    "verstorben": "deceased", "verst": "deceased", "gestorben": "deceased", "tot": "deceased",
    "deceased": "deceased", "insolvent": "insolvent", "insolvenz": "insolvent",
    "konkurs": "insolvent", "gesperrt": "blocked", "blocked": "blocked", "inaktiv": "inactive",
    "geloescht": "inactive", "ehemalig": "inactive", "ehemals": "inactive",
    "erloschen": "inactive",
  ]

  /// Whether a status has an effect; any other is shown, and nothing follows from it.
  static func isKnown(_ status: String) -> Bool { restrictive.contains { $0.0 == status } }

  /// The most restrictive first: it wins when a text names several.
  private static let restrictive: [(String, [String])] = [
    ("deceased", ["verstorben", "gestorben", "deceased", "verschieden", "tot"]),
    ("insolvent", ["insolv", "konkurs", "bankrupt"]),
    (
      "blocked", ["gesperrt", "sperr", "block", "locked", "lieferstopp", "mahnstopp", "hausverbot"]
    ),
    (
      "inactive",
      [
        "inaktiv", "inactive", "geloescht", "deleted", "archiv", "erloschen", "geschlossen",
        "ehemalig",
        "stillgelegt", "nichtaktiv", "aufgegeben", "abgemeldet", "gekuendigt", "liquid", "passiv",
        "disabled",
      ]
    ),
  ]
  private static let unremarkable: Set<String> = [
    "aktiv", "active", "ok", "normal", "offen", "neu", "new", "1", "ja", "a", "gueltig", "valid",
    "live",
    "enabled", "freigegeben", "standard", "bestehend", "0", "keiner", "ohne", "none",
  ]
}
