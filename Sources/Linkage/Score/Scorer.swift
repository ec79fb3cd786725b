/// The agreements of two rows, by the numbers of the comparisons.
typealias Agreements = InlineArray<16, Agreement>

/// Scores pairs of one kind by a model's weights: one look-up and one addition a comparison.
final class Scorer: Sendable {
  let comparer: PairComparer
  /// The comparisons in order, those that rule out most pairs first.
  let comparisons: [Comparison]
  /// log2 of m, u, housemates' and colleagues' share by comparison << 4 | level.
  private let weights: [SIMD4<Float>]
  /// The most that comparisons can add, by the bits of their places: the sum of a low and a high
  /// byte's, each 256.
  private let most: [Float]
  /// The places of comparisons by their numbers' bits: of a low and a high byte, each 256.
  private let placesOfBits: [UInt16]
  /// log2 of the share of each sort of pair.
  private let prior: SIMD4<Float>

  init(_ model: KindModel, comparer: PairComparer, records: Int) {
    self.comparer = comparer
    comparisons = model.tables.map(\.comparison)
    var weights = [SIMD4<Float>](repeating: .zero, count: 256)
    var most: [Float] = []
    let rarest = RarestValues(comparer.frequencies)
    for table in model.tables {
      var best: Float = 0
      for (index, level) in table.levels.enumerated() {
        let logs = level.logs
        weights[Int(table.comparison.rawValue) << 4 | index + 1] = logs
        let rarity = rarest.bits(of: table.comparison, level: UInt8(index + 1))
        best = max(best, logs.x + max(rarity, -logs.y))
      }
      most.append(best)
    }
    self.weights = weights
    self.most = Self.byBits { $0 < most.count ? most[$0] : 0 }
    let comparisons = comparisons
    placesOfBits = Self.byBits { number in
      comparisons.firstIndex { Int($0.rawValue) == number }.map { 1 << UInt16($0) } ?? 0
    }
    prior = Self.prior(model.partners, records: records)
  }

  /// Sums of what each of 16 bits stands for: of the lower eight, then of the upper eight.
  private static func byBits<Number: AdditiveArithmetic>(_ value: (Int) -> Number) -> [Number] {
    let values = (0..<16).map(value)
    return (0..<512).map { index in
      (0..<8).reduce(.zero) { index >> $1 & 1 == 1 ? $0 + values[index / 256 * 8 + $1] : $0 }
    }
  }

  /// A bit for each place whose comparison both rows have something for.
  @inline(__always)
  func places(_ left: Row, _ right: Row) -> UInt16 {
    let both = left.present & right.present
    return placesOfBits[Int(both & 255)] | placesOfBits[256 + Int(both >> 8)]
  }

  /// The most that the comparisons of some places can add.
  @inline(__always)
  private func most(_ places: UInt16) -> Float {
    most[Int(places & 255)] + most[256 + Int(places >> 8)]
  }

  static func prior(_ partners: KindModel.Partners, records: Int) -> SIMD4<Float> {
    let others = Double(max(records - 1, 1))
    func share(_ count: Double) -> Float { Float(log2(min(0.3, count / others))) }
    return SIMD4(share(partners.matches), 0, share(partners.housemates), share(partners.colleagues))
  }

  /// The logarithm of the odds that two rows are one contact; nil when it is below `least` for sure.
  func score(_ left: Row, _ right: Row, atLeast least: Float) -> Float? {
    var sum = prior
    var rest = places(left, right)
    // A bound is a sum in another order, and may be off in its last digits.
    let bound = least - 0.01
    if sum.x - sum.y + most(rest) < bound { return nil }
    while rest != 0 {
      let comparison = comparisons[rest.trailingZeroBitCount]
      rest &= rest - 1
      let agreement = comparer.agreement(comparison, left, right)
      if agreement.level == 0 { continue }
      sum += logs(of: agreement, in: comparison)
      if sum.x - sum.y + most(rest) < bound { return nil }
    }
    let total = sum.x - log2OfSum(sum.y, sum.z, sum.w)
    return total < least ? nil : total
  }

  /// The same from all agreements.
  ///
  /// - Parameter agreements: of the comparisons that both rows have something for, by their numbers.
  func score(_ agreements: Agreements, of left: Row, _ right: Row) -> Float {
    var sum = prior
    var rest = places(left, right)
    while rest != 0 {
      let comparison = comparisons[rest.trailingZeroBitCount]
      rest &= rest - 1
      let agreement = agreements[Int(comparison.rawValue)]
      if agreement.level != 0 { sum += logs(of: agreement, in: comparison) }
    }
    return sum.x - log2OfSum(sum.y, sum.z, sum.w)
  }

  /// The pattern of the agreements of two rows.
  func pattern(_ agreements: Agreements, of left: Row, _ right: Row) -> AgreementPattern {
    var pattern = AgreementPattern()
    var frequency: Float = 0
    var rest = places(left, right)
    while rest != 0 {
      let place = rest.trailingZeroBitCount
      rest &= rest - 1
      let agreement = agreements[Int(comparisons[place].rawValue)]
      pattern.note(agreement, of: comparisons[place], at: place, frequency: &frequency)
    }
    pattern.frequencyBits = Int16(frequency.rounded())
    return pattern
  }

  /// The pattern of two rows that are compared for it alone.
  func pattern(of left: Row, _ right: Row) -> AgreementPattern {
    var pattern = AgreementPattern()
    var frequency: Float = 0
    var rest = places(left, right)
    while rest != 0 {
      let place = rest.trailingZeroBitCount
      rest &= rest - 1
      let agreement = comparer.agreement(comparisons[place], left, right)
      pattern.note(agreement, of: comparisons[place], at: place, frequency: &frequency)
    }
    pattern.frequencyBits = Int16(frequency.rounded())
    return pattern
  }

  /// The logarithms of an agreement's shares; a frequency stands for the strangers' share.
  @inline(__always)
  func logs(of agreement: Agreement, in comparison: Comparison) -> SIMD4<Float> {
    var logs = weights[Int(comparison.rawValue) << 4 | Int(agreement.level)]
    if agreement.log2Frequency != 0 { logs.y = agreement.log2Frequency }
    return logs
  }

  /// The sums of all comparisons, and each one's agreement.
  func agreements(_ left: Row, _ right: Row) -> [Agreement] {
    comparisons.map { comparer.agreement($0, left, right) }
  }

  /// The prior's four logarithms.
  var priorLogs: SIMD4<Float> { prior }

  /// The average weight of a level, without its value's frequency.
  func averageLogs(_ comparison: Comparison, level: UInt8) -> SIMD4<Float> {
    weights[Int(comparison.rawValue) << 4 | Int(level)]
  }
}

extension LevelWeights {
  /// The logarithms to the base 2.
  var logs: SIMD4<Float> {
    func log(_ share: Double) -> Float { Float(log2(max(share, 1e-9))) }
    return SIMD4(log(m), log(u), log(housemates), log(colleagues))
  }
}

extension Comparison {
  /// Whether a rare value weighs more than a common one.
  var isByFrequency: Bool {
    switch self {
    case .given, .family, .address, .organization, .extra1, .extra2, .extra3: true
    default: false
    }
  }
}

/// log2(2^a + 2^b + 2^c).
func log2OfSum(_ a: Float, _ b: Float, _ c: Float) -> Float {
  let most = max(a, b, c)
  // The usual case: one of the three outweighs the others.
  let others = max(min(a, b), min(max(a, b), c))
  if most - others > 14 { return most }
  let sum = exp2(Double(a - most)) + exp2(Double(b - most)) + exp2(Double(c - most))
  return most + Float(log2(sum))
}
