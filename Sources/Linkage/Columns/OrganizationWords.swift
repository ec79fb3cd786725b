/// Words of organization names that say nothing, or are written in several ways.
///
/// Written from general knowledge of German company names.
enum OrganizationWords {
  /// Whether a folded word only connects others: "und", "the".
  static func isConnector(_ word: ArraySlice<UInt8>) -> Bool {
    connectors.contains(word)
  }

  /// The one spelling of a folded word: "gebr" becomes "gebruder".
  static func canonical(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let number = spellings.short.find(word)
    return number == 0 ? word : spellings.long[Int(number)][...]
  }

  /// Whether a legal form is a partnership whose partner is a firm: "GmbH & Co. KG".
  ///
  /// The partner is a firm too, mostly of the same name.
  static func isPartnershipOfFirm(_ legalForm: String) -> Bool {
    guard legalForm.utf8.contains(where: { $0 | 0x20 == UInt8(ascii: "c") }) else { return false }
    let words = folded(legalForm).split(separator: UInt8(ascii: " ")).map(Array.init)
    guard let place = words.firstIndex(of: Array("co".utf8)) else { return false }
    return words[..<place].contains { firms.contains($0[...]) }
  }

  /// Whether a folded word says which firm of a group is meant: "holding", "verwaltungs".
  static func isGroupPart(_ word: ArraySlice<UInt8>) -> Bool { groupParts.contains(word) }

  private static let firms = WordSet(["gmbh", "ag", "se", "ug", "ltd", "stiftung"])

  private static let groupParts = WordSet(
    [
      "holding", "beteiligung", "beteiligungs", "beteiligungen", "beteiligungsgesellschaft",
      "verwaltung", "verwaltungs", "verwaltungsgesellschaft", "besitz", "besitzgesellschaft",
      "vermögensverwaltung", "vermögensverwaltungs", "grundstücks", "grundbesitz", "immobilien",
      "logistik", "logistics", "leasing", "finance", "capital", "ventures", "vertriebs",
      "vertriebsgesellschaft", "produktions", "produktionsgesellschaft", "betriebs",
      "betriebsgesellschaft",
    ])

  private static let connectors = WordSet(
    ["und", "u", "and", "et", "fa", "firma", "the", "der", "die", "das"])

  /// The long forms by the number of the short one.
  private static let spellings: (short: InternTable, long: [[UInt8]]) = {
    var spellings = (short: InternTable(), long: [[UInt8]()])
    for (short, long) in [
      ("gebr", "gebrüder"), ("ing", "ingenieure"), ("ingbüro", "ingenieurbüro"),
      ("nachf", "nachfolger"),
      ("inh", "inhaber"), ("int", "international"), ("intern", "international"),
      ("dtsch", "deutsche"), ("dt", "deutsche"), ("sped", "spedition"), ("masch", "maschinen"),
      ("ges", "gesellschaft"), ("allg", "allgemeine"), ("freiw", "freiwillige"),
      ("ffw", "feuerwehr"),
    ] {
      if spellings.short.intern(folded(short)) == spellings.long.count {
        spellings.long.append(folded(long))
      }
    }
    return spellings
  }()
}
