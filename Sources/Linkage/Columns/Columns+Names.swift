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

  /// Reads a given name, or its initial, from "uwe.mudauer", "u.mudauer", "umudauer", "mudauer.uwe".
  mutating func readGivenName(from locals: [ArraySlice<UInt8>], of row: inout Row) {
    guard row.family != 0, row.mailedGiven == 0 else { return }
    let families = [row.family, row.familyParts.0, row.familyParts.1].filter { $0 != 0 }
      .map { Array(names.strings.value(of: $0)) }.filter { $0.count > 2 }
    for local in locals {
      let given = givenName(in: local, families: families)
      guard !given.isEmpty, !Mailboxes.isFunction(given), !MailWords.all.contains(given[...]) else {
        continue
      }
      row.mailedGiven = names.intern(given[...])
      return
    }
  }

  private mutating func givenName(in local: ArraySlice<UInt8>, families: [[UInt8]]) -> [UInt8] {
    fold(String(decoding: local, as: UTF8.self), into: &scratch)
    let letters = scratch.filter { !(48...57).contains($0) }
    let words = letters.split(separator: UInt8(ascii: " ")).map(Array.init)
    if words.count == 1 {
      for family in families where words[0].count > family.count {
        if words[0].suffix(family.count) == family[...] {
          return Array(words[0].dropLast(family.count))
        }
        if words[0].starts(with: family) { return Array(words[0].dropFirst(family.count)) }
      }
      return []
    }
    guard words.contains(where: families.contains) else { return [] }
    return words.first { !families.contains($0) } ?? []
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
    switch String(decoding: folded(suffix).prefix(3), as: UTF8.self) {
    case "sen", "sr", "i", "der alt": self = .senior
    case "jun", "jr", "ii", "iii": self = .junior
    default: self = .unknown
    }
  }
}
