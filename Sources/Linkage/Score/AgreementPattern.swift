/// The levels of all comparisons of one pair in one number, and the rarity of what agrees.
struct AgreementPattern: Hashable, Comparable, Sendable {
  /// Four bits a comparison, in the order of the model's tables.
  var levels: UInt64 = 0
  /// The sum of the logarithms of the agreeing values' frequencies, in whole bits.
  var frequencyBits: Int16 = 0
  /// The places of the levels whose weight comes from the frequency: a bit each.
  var byFrequency: UInt16 = 0

  init(_ left: Row, _ right: Row, by scorer: Scorer) {
    var sum: Float = 0
    var rest = scorer.places(left, right)
    while rest != 0 {
      let place = rest.trailingZeroBitCount
      rest &= rest - 1
      let comparison = scorer.comparisons[place]
      let agreement = scorer.comparer.agreement(comparison, left, right)
      levels |= UInt64(agreement.level) << UInt64(4 * place)
      if agreement.log2Frequency != 0, comparison.isByFrequency {
        sum += agreement.log2Frequency
        byFrequency |= 1 << UInt16(place)
      }
    }
    frequencyBits = Int16(sum.rounded())
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

  init(_ parts: [[AgreementPattern: Int]]) {
    var all: [AgreementPattern: Int] = [:]
    for part in parts { all.merge(part, uniquingKeysWith: +) }
    for (pattern, count) in all.sorted(by: { $0.key < $1.key }) {
      patterns.append(pattern)
      counts.append(Double(count))
    }
  }
}
