/// The cuts at which merging is expected to serve best, from the model's own probabilities.
struct CutEstimate {
  let cuts: LinkageModel.Cuts
  /// The pairs a merge decides, with the chance that they are right, highest first.
  private let steps: [(average: Weight, pairs: Double, right: Double)]
  private let allRight: Double

  /// Where hardly anything is sure, the best balance would merge what is likely wrong.
  static let leastBalanced = -0.5
  /// The precision that the safe cut is expected to keep.
  static let safePrecision = 0.995
  /// At the safe cut each single merge must be this sure by itself (99.7 %): on the average alone,
  /// many certain merges would pay for doubtful ones.
  static let safeLink = 8.4
  /// Among so many records, people of one name who share more by chance than the model knows (one
  /// town, one trade) are as many as the wrong merges that occur at any size.
  static let recordsOfNamesakes = 400_000.0

  /// How many times the namesakes' bits a safe merge must outweigh: they are most of what is wrong
  /// among sure merges.
  static let safeExcess = 2.0

  /// How far scores overstate what is sure among so many records, in bits.
  static func namesakeBits(records: Int) -> Double {
    log2(1 + Double(records) / recordsOfNamesakes)
  }

  /// - Parameter records: how many were compared.
  init(_ merges: [Merge], records: Int) {
    var byAverage: [Int32: (pairs: Int, right: Double)] = [:]
    for merge in merges {
      byAverage[merge.average.units, default: (0, 0)].pairs += merge.pairs
    }
    let excess = Self.namesakeBits(records: records)
    steps = byAverage.sorted { $0.key > $1.key }.map { units, sum in
      let average = Weight(units: units)
      let chance = probabilityOf(bits: average.bits - excess)
      return (average, Double(sum.pairs), Double(sum.pairs) * chance)
    }
    allRight = steps.reduce(0) { $0 + $1.right }
    cuts = Self.cuts(
      steps, allRight: allRight, safeLink: Self.safeLink + Self.safeExcess * excess)
  }

  private static func cuts(
    _ steps: [(average: Weight, pairs: Double, right: Double)], allRight: Double,
    safeLink: Double
  ) -> LinkageModel.Cuts {
    var balanced = (f1: -1.0, cut: 0.0)
    var safe = 20.0
    var pairs = 0.0
    var right = 0.0
    for step in steps {
      pairs += step.pairs
      right += step.right
      let f1 = 2 * right / max(pairs + allRight, 1)
      if f1 > balanced.f1 { balanced = (f1, step.average.bits) }
      if right >= safePrecision * pairs { safe = step.average.bits }
    }
    return LinkageModel.Cuts(
      safeInBits: max(safe, safeLink, balanced.cut),
      balancedInBits: balanced.f1 < 0 ? 0 : max(balanced.cut, leastBalanced))
  }

  /// The pairs merged from a cut on, and the precision and recall the model expects of them.
  func expectation(at cut: Double) -> (pairs: Int, precision: Double, recall: Double) {
    let merged = steps.prefix { $0.average.bits >= cut }
    let pairs = merged.reduce(0) { $0 + $1.pairs }
    let right = merged.reduce(0) { $0 + $1.right }
    return (Int(pairs), pairs > 0 ? right / pairs : 1, allRight > 0 ? right / allRight : 1)
  }

  /// The merges between two bounds with what the model expects of them, lowest first; empty ones
  /// are left out.
  ///
  /// - Parameter bounds: in bits, ascending.
  func bands(bounds: [Double]) -> [ScoreBand] {
    var bands = (0...bounds.count).map { place in
      ScoreBand(
        lower: place == 0 ? nil : bounds[place - 1],
        upper: place == bounds.count ? nil : bounds[place])
    }
    for step in steps {
      let place = bounds.firstIndex { step.average.bits < $0 } ?? bounds.count
      bands[place].pairs += Int(step.pairs)
      bands[place].expectedMatches += step.right
    }
    return bands.filter { $0.pairs > 0 }
  }
}
