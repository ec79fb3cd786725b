/// Words of organization names that say nothing, or are written in several ways.
///
/// Written from general knowledge of German company names.
enum OrganizationWords {
  /// Whether a folded word only connects others: "und", "the".
  static func isConnector(_ word: ArraySlice<UInt8>) -> Bool {
    connectors.contains(Array(word))
  }

  /// The one spelling of a folded word: "gebr" becomes "gebruder".
  static func canonical(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let spelled = spellings[Array(word)] else { return word }
    return spelled[...]
  }

  private static let connectors: Set<[UInt8]> = Set(
    ["und", "u", "and", "et", "fa", "firma", "the", "der", "die", "das"].map(folded))

  private static let spellings: [[UInt8]: [UInt8]] = {
    var spellings: [[UInt8]: [UInt8]] = [:]
    for (short, long) in [
      ("gebr", "gebrüder"), ("ing", "ingenieure"), ("ingbüro", "ingenieurbüro"),
      ("nachf", "nachfolger"),
      ("inh", "inhaber"), ("int", "international"), ("intern", "international"),
      ("dtsch", "deutsche"), ("dt", "deutsche"), ("sped", "spedition"), ("masch", "maschinen"),
      ("ges", "gesellschaft"), ("allg", "allgemeine"), ("freiw", "freiwillige"),
      ("ffw", "feuerwehr"),
    ] {
      spellings[folded(short)] = folded(long)
    }
    return spellings
  }()
}
