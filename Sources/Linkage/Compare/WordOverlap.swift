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
  func wordOverlap(_ left: OrganizationEntry, _ right: OrganizationEntry) -> WordOverlap {
    var overlap = WordOverlap()
    var leftFree: UInt32 = (1 << UInt32(left.wordCount)) - 1
    var rightFree: UInt32 = (1 << UInt32(right.wordCount)) - 1
    func pair(isExact: Bool) {
      for l in 0..<Int(left.wordCount) where leftFree & 1 << UInt32(l) != 0 {
        let mine = columns.organizations.words[Int(left.start) + l]
        for r in 0..<Int(right.wordCount) where rightFree & 1 << UInt32(r) != 0 {
          let other = columns.organizations.words[Int(right.start) + r]
          guard mine == other || !isExact && isSpellingOf(mine, other) else { continue }
          leftFree &= ~(1 << UInt32(l))
          rightFree &= ~(1 << UInt32(r))
          count(mine, other, isExact: isExact, in: &overlap)
          break
        }
      }
    }
    pair(isExact: true)
    if leftFree != 0 && rightFree != 0 { pair(isExact: false) }
    overlap.leftBits = bits(of: left, leftFree)
    overlap.rightBits = bits(of: right, rightFree)
    return overlap
  }

  private func count(_ mine: UInt32, _ other: UInt32, isExact: Bool, in overlap: inout WordOverlap)
  {
    // A misspelling is rare by itself: the commoner spelling tells how rare the word is.
    let rarity = min(frequencies.word(mine), frequencies.word(other)) - (isExact ? 0 : 1)
    overlap.sharedBits += max(0, rarity)
    overlap.rarestBits = max(overlap.rarestBits, rarity)
  }

  private func bits(of entry: OrganizationEntry, _ places: UInt32) -> Float {
    var sum: Float = 0
    for index in 0..<Int(entry.wordCount) where places & 1 << UInt32(index) != 0 {
      sum += frequencies.word(columns.organizations.words[Int(entry.start) + index])
    }
    return sum
  }

  /// Whether one word is the other's beginning ("immob" of "immobilien"), or a misspelling of it.
  func isSpellingOf(_ left: UInt32, _ right: UInt32) -> Bool {
    let a = columns.organizations.wordEntries[Int(left)].word
    let b = columns.organizations.wordEntries[Int(right)].word
    let shorter = min(a.length, b.length)
    if shorter >= 4 && abs(a.length - b.length) >= 2 && (a.isPrefix(of: b) || b.isPrefix(of: a)) {
      return true
    }
    guard shorter >= 5, let edits = a.edits(to: b, most: shorter >= 9 ? 2 : 1) else { return false }
    return edits > 0
  }
}
