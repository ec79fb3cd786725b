/// The edit distance of two words: insertions, deletions, substitutions, and swaps of neighbors.
///
/// "Optimal string alignment": a swapped pair is not edited again. Bit-parallel, one word of the
/// matrix a letter.
///
/// - Complexity: O(n) for words of up to 16 bytes; the rest of a word is not looked at.
/// - Source: H. Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit
///   distances", Nordic Journal of Computing 10 (2003), 29–39.
func editDistance(_ left: Word, _ right: Word) -> Int {
  let m = left.length
  let n = right.length
  if m == 0 { return n }
  if n == 0 { return m }
  let top: UInt32 = 1 << UInt32(m - 1)
  var vertical = (plus: ~UInt32(0), minus: UInt32(0))
  var d0: UInt32 = 0
  var previousMatches: UInt32 = 0
  var distance = m
  for index in 0..<n {
    let matches = positions(of: right.bytes[index], in: left)
    let swap = ((~d0 & matches) << 1) & previousMatches
    d0 =
      (((matches & vertical.plus) &+ vertical.plus) ^ vertical.plus) | matches
      | vertical.minus | swap
    let plus = vertical.minus | ~(d0 | vertical.plus)
    let minus = d0 & vertical.plus
    if plus & top != 0 { distance += 1 }
    if minus & top != 0 { distance -= 1 }
    let shifted = plus << 1 | 1
    vertical = (plus: (minus << 1) | ~(d0 | shifted), minus: shifted & d0)
    previousMatches = matches
  }
  return distance
}

/// Whether two long values are alike at their ends too: a word holds but a value's beginning, and
/// web sites or descriptions that begin alike are not therefore one.
func areEndsClose(_ table: InternTable, _ left: UInt32, _ right: UInt32, most: Int) -> Bool {
  let a = table.value(of: left)
  let b = table.value(of: right)
  guard max(a.count, b.count) > Word.capacity else { return true }
  // The ends of values that are not equally long are shifted against each other.
  let shift = abs(a.count - b.count)
  return shift <= most
    && editDistance(Word(a.suffix(Word.capacity)), Word(b.suffix(Word.capacity))) <= most + shift
}

extension Word {
  /// How many edits make one word of the other; nil when they are more than `most`.
  ///
  /// Mostly the lengths and letters tell: an edit changes one letter for another at the most.
  @inline(__always)
  func edits(to other: Word, most: Int) -> Int? {
    guard abs(length - other.length) <= most else { return nil }
    if most == 1 { return atMostOneEdit(to: other) }
    guard lettersApart(from: other) <= 2 * most else { return nil }
    let edits = editDistance(self, other)
    return edits <= most ? edits : nil
  }

  /// 0, 1 or nil for more; the lengths differ by one at the most.
  @inline(__always)
  private func atMostOneEdit(to other: Word) -> Int? {
    let mine = unsafeBitCast(bytes, to: SIMD2<UInt64>.self)
    let others = unsafeBitCast(other.bytes, to: SIMD2<UInt64>.self)
    let equal = zeroBytes(of: mine.x ^ others.x) | zeroBytes(of: mine.y ^ others.y) << 8
    let different = ~equal & 0xFFFF
    if different == 0 { return length == other.length ? 0 : 1 }
    let first = different.trailingZeroBitCount
    if length == other.length {
      if different.nonzeroBitCount == 1 { return 1 }
      guard different == 3 << UInt32(first) else { return nil }
      let isSwap =
        bytes[first] == other.bytes[first + 1] && bytes[first + 1] == other.bytes[first]
      return isSwap ? 1 : nil
    }
    let (shorter, longer) = length < other.length ? (bytes, other.bytes) : (other.bytes, bytes)
    let rest = unsafeBitCast(shorter, to: UInt128.self) >> UInt128(8 * first)
    return rest == unsafeBitCast(longer, to: UInt128.self) >> UInt128(8 * (first + 1)) ? 1 : nil
  }
}

/// A bit for each place at which the letter stands in the word.
///
/// Eight bytes at a time: a byte that equals the letter becomes zero, a zero byte leaves its upper
/// bit, and a multiplication gathers the eight bits.
@inline(__always)
func positions(of letter: UInt8, in word: Word) -> UInt32 {
  let halves = unsafeBitCast(word.bytes, to: SIMD2<UInt64>.self)
  let pattern = UInt64(letter) &* 0x0101_0101_0101_0101
  return zeroBytes(of: halves.x ^ pattern) | zeroBytes(of: halves.y ^ pattern) << 8
}

@inline(__always)
private func zeroBytes(of value: UInt64) -> UInt32 {
  let lower: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
  let zeros = ~(((value & lower) &+ lower) | value | lower)
  return UInt32(truncatingIfNeeded: ((zeros >> 7) &* 0x0102_0408_1020_4080) >> 56)
}
