/// Repairs organization names in capitals or in small letters; acronyms of up to four letters stay.
enum OrganizationCase {
  /// The words of a name without its legal form.
  static func repaired(_ tokens: [String]) -> [String] {
    switch LetterCase(of: tokens) {
    case .upper where hasLongWord(tokens): return tokens.enumerated().map { upper($1, at: $0) }
    case .lower: return tokens.enumerated().map { lower($1, at: $0) }
    default: return tokens
    }
  }

  /// A name of short words alone may be an acronym: "BASF", "VW AG".
  private static func hasLongWord(_ tokens: [String]) -> Bool {
    tokens.contains { $0.unicodeScalars.count > 4 || shortWords.contains($0.lowercased()) }
  }

  private static func upper(_ word: String, at index: Int) -> String {
    let lower = word.lowercased()
    if smallWords.contains(lower) { return index == 0 ? LetterCase.capitalized(word) : lower }
    if shortWords.contains(trimmed(lower) { $0 == UInt8(ascii: ".") }) {
      return LetterCase.capitalized(word)
    }
    let longest = split(word) { !$0.isASCIILetter && $0 < 0x80 }.map(\.unicodeScalars.count).max()
    return (longest ?? 0) > 4 ? capitalizedParts(word) : word
  }

  /// "KFZ-TECHNIK" as "KFZ-Technik".
  private static func capitalizedParts(_ word: String) -> String {
    guard word.has("-") else { return LetterCase.capitalized(word) }
    return word.split(separator: "-", omittingEmptySubsequences: false).map { part in
      let part = String(part)
      return part.unicodeScalars.count > 4 || shortWords.contains(part.lowercased())
        ? LetterCase.capitalized(part)
        : smallWords.contains(part.lowercased()) ? part.lowercased() : part
    }.joined(separator: "-")
  }

  private static func lower(_ word: String, at index: Int) -> String {
    if index > 0, smallWords.contains(word) { return word }
    let letters = squashed(word)
    let isAcronym =
      !word.has(".") && letters.utf8.count <= 4
      && !letters.utf8.contains { "aeiouy0123456789".utf8.contains($0) }
    return isAcronym ? word.uppercased() : LetterCase.capitalized(word)
  }

  private static let smallWords: Set<String> = [
    "und", "u.", "für", "der", "die", "das", "des", "dem", "den", "am", "an", "auf", "im", "in",
    "bei",
    "von", "vom", "zu", "zum", "zur", "mit", "aus", "of", "and", "for", "the", "de", "la", "et",
    "del",
  ]
  /// Common words of up to four letters that are no acronyms.
  private static let shortWords: Set<String> = [
    "bau", "bahn", "auto", "haus", "hof", "post", "café", "cafe", "bad", "holz", "sohn", "wolf",
    "beck",
    "koch",
    "mode", "druck", "foto", "öl", "team", "west", "ost", "nord", "süd", "sued", "neu", "alt",
    "blum",
    "bank", "park", "land", "see", "tal", "berg", "burg", "dorf", "weg", "tor", "tour", "taxi",
    "bus",
    "bar", "pub", "golf", "spa", "kino", "gas", "glas", "lack", "eis", "obst", "wein", "bier",
    "brot",
    "fit", "pro", "top", "plan", "form", "werk", "rad", "ross", "lang", "kurz", "groß", "hahn",
    "fuchs",
    "lamm", "bär", "star", "city", "home", "care", "food", "shop", "club", "born", "horn", "stub",
    "fa", "gebr", "inh", "st", "dr", "abt", "max", "otto", "karl", "hans", "paul", "kath", "ev",
    "graf",
    "roth", "rau", "may", "vogt", "voß", "voss", "frey", "baum", "zorn", "sand", "kern", "kraus",
    "hein",
    "co", "sen", "jun", "ges", "int", "ing", "büro", "amt", "tier", "arzt", "welt", "rat", "kreis",
  ]
}
