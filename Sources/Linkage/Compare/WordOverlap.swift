/// What the words of two organization names share, in bits of their rarity.
struct WordOverlap: Equatable, Sendable {
  var sharedBits: Float = 0
  /// What only one of both has.
  var leftBits: Float = 0
  var rightBits: Float = 0
  /// The rarest shared word.
  var rarestBits: Float = 0
}

extension PairComparer {
  /// Pairs the words that are equal, then those that are abbreviated or misspelled.
  ///
  /// - Parameter rows: those that bear the names; a word that names the place of either one's
  ///   address may be left out.
  func wordOverlap(
    _ left: OrganizationEntry, _ right: OrganizationEntry, of rows: (Row, Row)
  ) -> WordOverlap {
    var overlap = WordOverlap()
    var leftFree: UInt32 = (1 << UInt32(left.wordCount)) - 1
    var rightFree: UInt32 = (1 << UInt32(right.wordCount)) - 1
    func pair(_ l: Int, _ r: Int, isExact: Bool) {
      leftFree &= ~(1 << UInt32(l))
      rightFree &= ~(1 << UInt32(r))
      count(word(l, of: left), word(r, of: right), isExact: isExact, in: &overlap)
    }
    for l in 0..<Int(left.wordCount) {
      let mine = word(l, of: left)
      for r in 0..<Int(right.wordCount)
      where rightFree & 1 << UInt32(r) != 0 && mine == word(r, of: right) {
        pair(l, r, isExact: true)
        break
      }
    }
    for l in 0..<Int(left.wordCount) where leftFree & 1 << UInt32(l) != 0 && rightFree != 0 {
      let mine = columns.organizations.wordEntries[Int(word(l, of: left))].word
      for r in 0..<Int(right.wordCount) where rightFree & 1 << UInt32(r) != 0 {
        let other = columns.organizations.wordEntries[Int(word(r, of: right))].word
        guard isSpelling(mine, of: other) else { continue }
        pair(l, r, isExact: false)
        break
      }
    }
    overlap.leftBits = bits(of: left, leftFree, rows)
    overlap.rightBits = bits(of: right, rightFree, rows)
    return overlap
  }

  private func count(_ mine: UInt32, _ other: UInt32, isExact: Bool, in overlap: inout WordOverlap)
  {
    // A misspelling is rare by itself: the commoner spelling tells how rare the word is.
    let rarity = min(frequencies.word(mine), frequencies.word(other)) - (isExact ? 0 : 1)
    overlap.sharedBits += max(0, rarity)
    overlap.rarestBits = max(overlap.rarestBits, rarity)
  }

  private func bits(
    of entry: OrganizationEntry, _ places: UInt32, _ rows: (Row, Row)
  ) -> Float {
    var sum: Float = 0
    for index in 0..<Int(entry.wordCount) where places & 1 << UInt32(index) != 0 {
      let word = columns.organizations.words[Int(entry.start) + index]
      let place = frequencies.placeNamed(by: word)
      let isOwnPlace = place != 0 && (lies(rows.0, in: place) || lies(rows.1, in: place))
      sum += isOwnPlace ? frequencies.word(word) : frequencies.missingWord(word)
    }
    return sum
  }

  private func lies(_ row: Row, in place: UInt32) -> Bool {
    row.range(of: .addresses).contains { columns.addresses[columns.lists[$0]].place == place }
  }

  @inline(__always)
  private func word(_ index: Int, of entry: OrganizationEntry) -> UInt32 {
    columns.organizations.words[Int(entry.start) + index]
  }

  /// Whether one word is the other's beginning ("immob" of "immobilien"), or a misspelling of it.
  func isSpellingOf(_ left: UInt32, _ right: UInt32) -> Bool {
    isSpelling(
      columns.organizations.wordEntries[Int(left)].word,
      of: columns.organizations.wordEntries[Int(right)].word)
  }

  private func isSpelling(_ a: Word, of b: Word) -> Bool {
    let shorter = min(a.length, b.length)
    if shorter >= 4 && abs(a.length - b.length) >= 2 && (a.isPrefix(of: b) || b.isPrefix(of: a)) {
      return true
    }
    guard shorter >= 5, let edits = a.edits(to: b, most: shorter >= 9 ? 2 : 1) else { return false }
    return edits > 0
  }
}
