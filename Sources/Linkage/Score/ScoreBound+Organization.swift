/// How two organizations' names agree, from their words side by side.
extension ScoreBound {
  func organization(_ a: Gist, _ b: Gist) -> Margins {
    guard a.pointee.flags.intersection(b.pointee.flags).contains(.oneOrganization) else {
      return .zero
    }
    if a.pointee.compact == b.pointee.compact {
      let share = max(a.pointee.organizationShare, b.pointee.organizationShare)
      return upper(
        loss(.organization, OrganizationLevel.equal, share: share),
        loss(.organization, OrganizationLevel.otherForm, share: share))
    }
    let overlap = overlap(a, b)
    if overlap.sharedBits > 0 { return margins(of: overlap) }
    let different = loss(.organization, OrganizationLevel.different)
    return has(.initials, a, b)
      ? upper(different, loss(.organization, OrganizationLevel.initials)) : different
  }

  /// What two names share, as `wordOverlap` finds it.
  private struct Overlap {
    var sharedBits: Float = 0
    var rarestBits: Float = 0
    var leftBits: Float = 0
    var rightBits: Float = 0
    /// Whether a missing word names a place, and so may count less.
    var isUncertain = false

    /// Two words that are paired.
    mutating func count(_ mine: WordGist, _ other: WordGist, isExact: Bool) {
      let rarity = min(mine.bits, other.bits) - (isExact ? 0 : 1)
      sharedBits += max(0, rarity)
      rarestBits = max(rarestBits, rarity)
    }
  }

  private func overlap(_ a: Gist, _ b: Gist) -> Overlap {
    let left = UnsafePointer(gists.words.base + Int(a.pointee.wordStart))
    let right = UnsafePointer(gists.words.base + Int(b.pointee.wordStart))
    let (leftCount, rightCount) = (Int(a.pointee.wordCount), Int(b.pointee.wordCount))
    var overlap = Overlap()
    var leftFree: UInt32 = (1 << UInt32(leftCount)) - 1
    var rightFree: UInt32 = (1 << UInt32(rightCount)) - 1
    for l in 0..<leftCount {
      for r in 0..<rightCount where rightFree & 1 << UInt32(r) != 0 && left[l].id == right[r].id {
        leftFree &= ~(1 << UInt32(l))
        rightFree &= ~(1 << UInt32(r))
        overlap.count(left[l], right[r], isExact: true)
        break
      }
    }
    for l in 0..<leftCount where leftFree & 1 << UInt32(l) != 0 {
      for r in 0..<rightCount where rightFree & 1 << UInt32(r) != 0 {
        guard left[l].mayBeSpelling(of: right[r]),
          comparer.isSpellingOf(left[l].id, right[r].id)
        else { continue }
        leftFree &= ~(1 << UInt32(l))
        rightFree &= ~(1 << UInt32(r))
        overlap.count(left[l], right[r], isExact: false)
        break
      }
    }
    overlap.leftBits = missing(left, leftFree, &overlap.isUncertain)
    overlap.rightBits = missing(right, rightFree, &overlap.isUncertain)
    return overlap
  }

  private func missing(
    _ words: UnsafePointer<WordGist>, _ places: UInt32, _ isUncertain: inout Bool
  ) -> Float {
    var sum: Float = 0
    var rest = places
    while rest != 0 {
      let place = rest.trailingZeroBitCount
      rest &= rest - 1
      sum += words[place].missingBits
      if words[place].isPlace { isUncertain = true }
    }
    return sum
  }

  /// The level as `organization` of the comparer finds it; the best of all where it is uncertain.
  private func margins(of overlap: Overlap) -> Margins {
    let shared = min(overlap.sharedBits, Frequencies.mostBits)
    let all = overlap.sharedBits + overlap.leftBits + overlap.rightBits
    let mostMissing = max(overlap.leftBits, overlap.rightBits)
    var best = Margins(repeating: -1000)
    func add(_ level: OrganizationLevel, _ bits: Float) {
      best = upper(best, loss(.organization, level, bits: bits))
    }
    if overlap.isUncertain || mostMissing == 0 {
      add(.sameWords, shared)
      add(.otherForm, shared)
    }
    if overlap.isUncertain || min(overlap.leftBits, overlap.rightBits) == 0 {
      add(.shortened, shared)
      add(.extended, shared)
    }
    if overlap.isUncertain || overlap.sharedBits > 0.54 * all { add(.overlap, shared) }
    if overlap.rarestBits >= Frequencies.rareWordBits { add(.rareWord, overlap.rarestBits) }
    return upper(best, loss(.organization, OrganizationLevel.different))
  }
}
