/// Repairs the case of a name's words: "MÜLLER" and "müller" as "Müller", "mCDONALD" as "McDonald".
enum NameCase {
  /// One word of a given or family name; nothing changes where it is mixed case already.
  static func repaired(_ word: String) -> String {
    guard word.utf8.count > 1 else { return word.uppercased() }
    switch LetterCase(of: word) {
    case .lower: return LetterCase.capitalized(word)
    case .upper: return isAcronym(word) ? word : LetterCase.capitalized(word)
    case .mixed: return LetterCase.isInverted(word) ? LetterCase.capitalized(word) : word
    case .none: return word
    }
  }

  static func repaired(_ words: [String]) -> String { joined(words.map(repaired)) }

  /// "HP", "H.-J.", "III": letters that stand for words, not a word.
  private static func isAcronym(_ word: String) -> Bool {
    if NameWords.romanNumerals.contains(word) { return true }
    let letters = squashed(word)
    if letters.utf8.count <= 1 { return true }
    if word.has(".") { return true }
    return letters.utf8.count <= 3 && !letters.utf8.contains { "aeiouy".utf8.contains($0) }
  }
}
