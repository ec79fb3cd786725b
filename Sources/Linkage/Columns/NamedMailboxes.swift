/// Which e-mail addresses follow from the name of who bears them.
extension Columns {
  /// A bit for each of a row's addresses whose part before the "@" is made of the row's names alone:
  /// "uwe.mudauer", "u.mudauer", "mudauer".
  ///
  /// A namesake would choose the same, so an equal part at another provider says nothing beyond
  /// the names. Digits, other words and abbreviations are the bearer's own, and do say something.
  func namedMails(of row: Row, _ found: FoundLists) -> UInt16 {
    guard row.family != 0 || row.given != 0 else { return 0 }
    var bits: UInt16 = 0
    var place: UInt16 = 0
    for (kind, email) in found.numbers where kind == .emails {
      if place == FoundLists.mostValues { break }
      if isNamed(locals(of: email), by: row) { bits |= 1 << place }
      place += 1
    }
    return bits
  }

  private func locals(of email: UInt32) -> ArraySlice<UInt8> {
    emails.locals.value(of: emails[email].local)
  }

  private func isNamed(_ local: ArraySlice<UInt8>, by row: Row) -> Bool {
    for family in [row.family, row.familyParts.0, row.familyParts.1, row.birthName]
    where family != 0 {
      let name = names.strings.value(of: family)
      if local.starts(with: name), isGiven(local.dropFirst(name.count), of: row) { return true }
      if local.count >= name.count, local.suffix(name.count).elementsEqual(name),
        isGiven(local.dropLast(name.count), of: row)
      {
        return true
      }
    }
    return !local.isEmpty && isGiven(local, of: row)
  }

  /// Whether letters are nothing, a given name, or the initials of given names.
  private func isGiven(_ letters: ArraySlice<UInt8>, of row: Row) -> Bool {
    guard let first = letters.first else { return true }
    for given in [row.given, row.givenParts.0, row.givenParts.1] where given != 0 {
      if letters.elementsEqual(names.strings.value(of: given)) { return true }
    }
    let initial = names.strings.value(of: row.givenParts.0).first
    let second = names.strings.value(of: row.givenParts.1).first
    if letters.count == 1 { return (initial ?? second) == first }
    return letters.count == 2 && initial == first && second == letters.last
  }
}
