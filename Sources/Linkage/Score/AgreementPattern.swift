/// The levels of all comparisons of one pair in one number, and the rarity of what agrees.
struct AgreementPattern: Hashable, Comparable, Sendable {
  /// Four bits a comparison, in the order of the model's tables.
  var levels: UInt64 = 0
  /// The sum of the logarithms of the agreeing values' frequencies, in whole bits.
  var frequencyBits: Int16 = 0
  /// The places of the levels whose weight comes from the frequency: a bit each.
  var byFrequency: UInt16 = 0

  /// Adds what a comparison found.
  ///
  /// - Parameters:
  ///   - place: the comparison's in the model's tables.
  ///   - frequency: the sum of the logarithms of the frequencies so far.
  @inline(__always)
  mutating func note(
    _ agreement: Agreement, of comparison: Comparison, at place: Int, frequency: inout Float
  ) {
    levels |= UInt64(agreement.level) << UInt64(4 * place)
    guard agreement.log2Frequency != 0, comparison.isByFrequency else { return }
    frequency += agreement.log2Frequency
    byFrequency |= 1 << UInt16(place)
  }

  /// Calls `body` with the places of all levels but "missing", ascending.
  @inline(__always)
  func forEachLevel(_ body: (_ place: Int, _ level: Int) -> Void) {
    var rest = levels
    while rest != 0 {
      let place = rest.trailingZeroBitCount >> 2
      let level = rest >> UInt64(4 * place) & 15
      body(place, Int(level))
      rest &= ~(15 << UInt64(4 * place))
    }
  }

  func level(at place: Int) -> Int { Int(levels >> UInt64(4 * place) & 15) }

  func hash(into hasher: inout Hasher) {
    hasher.combine(levels ^ UInt64(UInt16(bitPattern: frequencyBits)) << 48)
  }

  static func < (left: Self, right: Self) -> Bool {
    (left.levels, left.frequencyBits, left.byFrequency)
      < (right.levels, right.frequencyBits, right.byFrequency)
  }
}

/// How often each pattern occurs; patterns in ascending order.
struct PatternCounts: Sendable {
  private(set) var patterns: [AgreementPattern] = []
  private(set) var counts: [Double] = []

  /// All of two counts.
  init(_ left: PatternCounts, _ right: PatternCounts) {
    var (l, r) = (0, 0)
    while l < left.patterns.count || r < right.patterns.count {
      let isLeft =
        r == right.patterns.count
        || l < left.patterns.count && left.patterns[l] <= right.patterns[r]
      let pattern = isLeft ? left.patterns[l] : right.patterns[r]
      var count = 0.0
      if l < left.patterns.count, left.patterns[l] == pattern {
        count += left.counts[l]
        l += 1
      }
      if r < right.patterns.count, right.patterns[r] == pattern {
        count += right.counts[r]
        r += 1
      }
      patterns.append(pattern)
      counts.append(count)
    }
  }

  /// - Parameter parts: the patterns of some pairs each.
  init(_ parts: [[AgreementPattern]]) {
    var all: [AgreementPattern: Int] = [:]
    for part in parts {
      for pattern in part { all[pattern, default: 0] += 1 }
    }
    for (pattern, count) in all.sorted(by: { $0.key < $1.key }) {
      patterns.append(pattern)
      counts.append(Double(count))
    }
  }
}
