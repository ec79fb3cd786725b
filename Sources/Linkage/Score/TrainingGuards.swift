/// What fitted weights must keep to; a comparison whose weights don't keeps the shipped ones.
struct TrainingGuards {
  /// What was fitted to all pairs, and to either half of them.
  let fit: KindModel
  let passes: [KindModel]

  /// No level speaks against a match more than this, in bits: every value may be wrong.
  static let mostAgainst = 12.0
  /// The weights of two halves of the data lie no further apart, in bits.
  static let mostApart = 1.0
  /// Rarer levels hang on a few pairs, and move little.
  static let leastShare = 0.05

  /// Whether the weights of the comparison at a place of the tables can be used.
  func accepts(_ place: Int) -> Bool {
    let levels = fit.tables[place].levels
    if let best = levels.first, best.m <= best.u { return false }
    return levels.indices.allSatisfy { levels[$0].bits >= -Self.mostAgainst && agree(place, $0) }
  }

  /// Whether both halves give a level about the same weight.
  private func agree(_ place: Int, _ level: Int) -> Bool {
    let shares = passes.map { $0.tables[place].levels[level].m }
    guard let least = shares.min(), let most = shares.max(), most >= Self.leastShare else {
      return true
    }
    return log2(most / max(least, 1e-9)) <= Self.mostApart
  }
}
