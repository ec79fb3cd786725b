/// Scores pairs of one kind by a model's weights: one look-up and one addition a comparison.
final class Scorer: Sendable {
  let comparer: PairComparer
  /// The comparisons in order, those that rule out most pairs first.
  let comparisons: [Comparison]
  /// log2 of m, u, housemates' and colleagues' share by comparison << 4 | level.
  private let weights: [SIMD4<Float>]
  /// The most that the comparisons from each place on can still add.
  private let mostFrom: [Float]
  /// log2 of the share of each sort of pair.
  private let prior: SIMD4<Float>

  init(_ model: KindModel, comparer: PairComparer, records: Int) {
    self.comparer = comparer
    comparisons = model.tables.map(\.comparison)
    var weights = [SIMD4<Float>](repeating: .zero, count: 256)
    var most: [Float] = []
    for table in model.tables {
      var best: Float = 0
      for (index, level) in table.levels.enumerated() {
        let logs = level.logs
        weights[Int(table.comparison.rawValue) << 4 | index + 1] = logs
        let rarity = table.comparison.isByFrequency ? Frequencies.mostBits : -logs.y
        best = max(best, logs.x + max(rarity, -logs.y))
      }
      most.append(best)
    }
    self.weights = weights
    mostFrom = most.indices.map { most[$0...].reduce(0, +) } + [0]
    prior = Self.prior(model.partners, records: records)
  }

  static func prior(_ partners: KindModel.Partners, records: Int) -> SIMD4<Float> {
    let others = Double(max(records - 1, 1))
    func share(_ count: Double) -> Float { Float(log2(min(0.3, count / others))) }
    return SIMD4(share(partners.matches), 0, share(partners.housemates), share(partners.colleagues))
  }

  /// The logarithm of the odds that two rows are one contact; nil when it is below `least` for sure.
  func score(_ left: Row, _ right: Row, atLeast least: Float) -> Float? {
    var sum = prior
    for place in comparisons.indices {
      let comparison = comparisons[place]
      let agreement = comparer.agreement(comparison, left, right)
      if agreement.level == 0 { continue }
      sum += logs(of: agreement, in: comparison)
      if sum.x - sum.y + mostFrom[place + 1] < least { return nil }
    }
    let total = sum.x - log2OfSum(sum.y, sum.z, sum.w)
    return total < least ? nil : total
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
