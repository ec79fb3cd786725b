internal import Records

/// How person names become match features.
extension Columns {
  mutating func append(_ name: PersonName, to row: inout Row) {
    let spelled = name.middle.isEmpty ? name.given : name.given + " " + name.middle
    let (given, parts) = words(spelled, skipping: Titles.all)
    row.given = given
    row.givenParts = parts
    (row.family, row.familyParts) = familyName(name.family)
    row.generation = Generation(suffix: name.suffix)
  }

  /// A family name as a whole and its parts, if it has several.
  mutating func familyName(_ text: String) -> (whole: UInt32, parts: (UInt32, UInt32)) {
    let (whole, parts) = words(text, skipping: Particles.all)
    return (whole, parts.1 == 0 ? (0, 0) : parts)
  }

  /// The number of all words written as one, and of the first and the last of them.
  private mutating func words(
    _ text: String, skipping skipped: WordSet
  ) -> (whole: UInt32, parts: (UInt32, UInt32)) {
    fold(text, into: &scratch)
    guard scratch.contains(UInt8(ascii: " ")) else {
      let id = names.intern(scratch[...])
      return (id, (id, 0))
    }
    var words = scratch.split(separator: UInt8(ascii: " "))
    let telling = words.filter { !skipped.contains($0) }
    if !telling.isEmpty { words = telling }
    guard let first = words.first, let last = words.last else { return (0, (0, 0)) }
    let firstID = names.intern(first)
    guard words.count > 1 else { return (firstID, (firstID, 0)) }
    let whole = names.intern(Array(words.joined())[...])
    return (whole, (firstID, names.intern(last)))
  }

  /// Reads a given name, or its initial, from "uwe.mudauer", "u.mudauer", "umudauer", "mudauer.uwe"
  /// before the "@".
  mutating func readGivenName(from found: FoundLists, of row: inout Row) {
    guard row.family != 0, row.mailedGiven == 0 else { return }
    for (kind, email) in found.numbers where kind == .emails {
      guard let range = givenName(in: email, of: row) else { continue }
      let given = scratch[range]
      guard !Mailboxes.isFunction(given), !MailWords.all.contains(given) else { continue }
      row.mailedGiven = names.intern(given)
      return
    }
  }

  /// Where in `scratch` the given name stands that an address has beside a family name.
  private mutating func givenName(in email: UInt32, of row: Row) -> Range<Int>? {
    let address = emails.strings.value(of: email)
    let local = address[..<(address.lastIndex(of: UInt8(ascii: "@")) ?? address.endIndex)]
    local.withUnsafeBufferPointer { fold($0, into: &scratch) }
    if scratch.contains(where: { (48...57).contains($0) }) {
      scratch.removeAll { (48...57).contains($0) }
    }
    var words = 0
    var first = 0..<0
    var other: Range<Int>?
    var hasFamily = false
    forEachWord(of: scratch) { word in
      if words == 0 { first = word.startIndex..<word.endIndex }
      words += 1
      if isFamilyName(word, of: row) {
        hasFamily = true
      } else if other == nil {
        other = word.startIndex..<word.endIndex
      }
    }
    return words == 1 ? givenName(in: scratch[first], of: row) : hasFamily ? other : nil
  }

  /// Where the given name stands in one word that begins or ends with a family name.
  private func givenName(in word: ArraySlice<UInt8>, of row: Row) -> Range<Int>? {
    for family in [row.family, row.familyParts.0, row.familyParts.1] {
      let name = names.strings.value(of: family)
      guard name.count > 2, word.count > name.count else { continue }
      if word.suffix(name.count) == name { return word.startIndex..<word.endIndex - name.count }
      if word.starts(with: name) { return word.startIndex + name.count..<word.endIndex }
    }
    return nil
  }

  /// Whether a word is one of the row's family names that are long enough to be told apart.
  private func isFamilyName(_ word: ArraySlice<UInt8>, of row: Row) -> Bool {
    guard word.count > 2 else { return false }
    return word == names.strings.value(of: row.family)
      || word == names.strings.value(of: row.familyParts.0)
      || word == names.strings.value(of: row.familyParts.1)
  }
}

/// Words before a family name that are written, split off or left out at will.
enum Particles {
  static let all = WordSet(
    [
      "von", "van", "der", "den", "dem", "de", "zu", "zum", "zur", "vom", "und", "di", "da", "del",
      "della", "dos", "du", "la", "le", "el", "al", "ten", "ter", "auf", "im", "in", "am", "an",
    ])
}

/// Titles and salutations that stand before given names where no one has split them off.
enum Titles {
  static let all = WordSet(
    [
      "herr", "herrn", "frau", "dr", "prof", "professor", "dipl", "ing", "graf", "gräfin",
      "freiherr",
      "baron", "baronin", "mr", "mrs", "miss", "ms", "sir", "lady", "lord", "dame", "rev",
      "reverend",
      "captain", "major", "general", "colonel", "admiral", "earl", "countess", "duke", "duchess",
      "of",
      "saint", "hon", "viscount",
    ])
}

/// Words in e-mail addresses beside a family name that are no given name.
enum MailWords {
  static let all = WordSet(
    [
      "familie", "fam", "family", "privat", "firma", "dr", "prof", "herr", "frau", "der", "die",
      "von",
    ])
}

extension Generation {
  /// Reads a suffix: "sen.", "jun.", "jr", "II".
  init(suffix: String) {
    guard !suffix.isEmpty else {
      self = .unknown
      return
    }
    switch String(decoding: folded(suffix).prefix(3), as: UTF8.self) {
    case "sen", "sr", "i", "der alt": self = .senior
    case "jun", "jr", "ii", "iii": self = .junior
    default: self = .unknown
    }
  }
}
