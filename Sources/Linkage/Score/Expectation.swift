/// Fits the matches' shares (m) and the numbers of partners to counted patterns: MAP-EM.
///
/// Each pattern is a mixture of matches, strangers, housemates and colleagues. The shipped shares
/// stand behind the counts as pseudo-matches; the strangers' shares stay as they are.
struct Expectation {
  let counted: PatternCounts
  /// The records of this kind, and how many pairs stand for one counted.
  let records: Int
  let scale: Double
  /// Pairs of which people said what they are: matches, and others.
  var labelled: (matches: PatternCounts, others: PatternCounts) = (
    PatternCounts([]), PatternCounts([])
  )

  static let mostRounds = 40
  /// The shipped shares weigh as much as this many pairs: matches, strangers, the close.
  static let pseudoPairs = SIMD4(40.0, 1, 200, 200)
  /// The shipped numbers of partners weigh as much as this many records.
  static let pseudoRecords = 100.0

  /// What fitting gave.
  struct Fit {
    var model: KindModel
    var rounds: Int
    var isConverged: Bool
  }

  /// Fits twice where birth dates show that these records know no households: then what housemates
  /// would share is no longer taken for theirs.
  func fit(_ shipped: KindModel, on executor: any Executor) -> Fit {
    let fit = converged(from: shipped, on: executor)
    let evidence = households(fit.model)
    guard fit.isConverged, !evidence.showsHouseholds else { return fit }
    var start = shipped
    start.knowsHouseholds = false
    start.partners.housemates = evidence.housemates(perRecordOf: records)
    return converged(from: start, mostGivenConflicts: evidence.conflictShare, on: executor)
  }

  private func converged(
    from shipped: KindModel, mostGivenConflicts: Double = 0, on executor: any Executor
  ) -> Fit {
    var model = shipped
    for round in 1...Self.mostRounds {
      let next = maximize(expect(model, on: executor), from: shipped, mostGivenConflicts)
      let change = largestChange(model, next)
      model = next
      if change < 0.002 { return Fit(model: model, rounds: round, isConverged: true) }
    }
    return Fit(model: model, rounds: Self.mostRounds, isConverged: false)
  }

  /// The expected numbers of pairs: of each sort, and by level among matches and the close.
  private struct Sums: Sendable {
    var sorts = SIMD4<Double>()
    /// By place << 4 | level.
    var levels: [SIMD4<Double>]
  }

  /// So many patterns are summed up at a time; the sums are added in their order.
  private static let patternsOfPart = 8192

  private func expect(_ model: KindModel, on executor: any Executor) -> Sums {
    let prior = SIMD4<Float>(Scorer.prior(model.partners, records: records))
    let logs = logs(of: model)
    let size = Self.patternsOfPart
    let count = counted.patterns.count
    let parts = collect((count + size - 1) / size, on: executor) { part in
      expect(part * size..<min(count, (part + 1) * size), prior, logs)
    }
    var sums = Sums(levels: .init(repeating: .zero, count: logs.count))
    for part in parts {
      sums.sorts += part.sorts
      for index in sums.levels.indices { sums.levels[index] += part.levels[index] }
    }
    addLabelled(to: &sums, prior, logs)
    return sums
  }

  /// The sums of some patterns.
  private func expect(
    _ range: Range<Int>, _ prior: SIMD4<Float>, _ logs: [SIMD4<Float>]
  ) -> Sums {
    var sums = Sums(levels: .init(repeating: .zero, count: logs.count))
    for index in range {
      let pattern = counted.patterns[index]
      let shares = expected(index, prior, logs)
      sums.sorts += shares
      pattern.forEachLevel { place, level in sums.levels[place << 4 | level] += shares }
    }
    return sums
  }

  /// Adds what people said of pairs.
  ///
  /// They are asked about doubtful ones: what these are says nothing of how many there are.
  private func addLabelled(
    to sums: inout Sums, _ prior: SIMD4<Float>, _ logs: [SIMD4<Float>]
  ) {
    for (pattern, count) in zip(labelled.matches.patterns, labelled.matches.counts) {
      pattern.forEachLevel { place, level in sums.levels[place << 4 | level].x += count }
    }
    for (pattern, count) in zip(labelled.others.patterns, labelled.others.counts) {
      var sum = sum(of: pattern, prior, logs)
      sum.x = -.infinity
      let shares = shares(of: sum) * count
      pattern.forEachLevel { place, level in sums.levels[place << 4 | level] += shares }
    }
  }

  /// The logarithms of a pattern's shares among the four sorts of pairs.
  @inline(__always)
  private func sum(
    of pattern: AgreementPattern, _ prior: SIMD4<Float>, _ logs: [SIMD4<Float>]
  ) -> SIMD4<Float> {
    var sum = prior
    pattern.forEachLevel { place, level in
      var log = logs[place << 4 | level]
      if pattern.byFrequency & 1 << UInt16(place) != 0 { log.y = 0 }
      sum += log
    }
    sum.y += Float(pattern.frequencyBits)
    return sum
  }

  /// How many pairs of each sort a pattern's are expected to be.
  @inline(__always)
  private func expected(
    _ index: Int, _ prior: SIMD4<Float>, _ logs: [SIMD4<Float>]
  ) -> SIMD4<Double> {
    shares(of: sum(of: counted.patterns[index], prior, logs)) * (counted.counts[index] * scale)
  }

  /// What the birth dates of all pairs say of households.
  private func households(_ model: KindModel) -> HouseholdEvidence {
    var evidence = HouseholdEvidence()
    guard let given = model.tables.firstIndex(where: { $0.comparison == .given }),
      let birthDate = model.tables.firstIndex(where: { $0.comparison == .birthDate })
    else { return evidence }
    let prior = SIMD4<Float>(Scorer.prior(model.partners, records: records))
    let logs = logs(of: model)
    for (index, pattern) in counted.patterns.enumerated() {
      evidence.add(
        given: pattern.level(at: given), birthDate: pattern.level(at: birthDate),
        expected(index, prior, logs))
    }
    return evidence
  }

  /// The logarithms of all levels' shares, by place << 4 | level.
  private func logs(of model: KindModel) -> [SIMD4<Float>] {
    var logs = [SIMD4<Float>](repeating: .zero, count: model.tables.count * 16)
    for (place, table) in model.tables.enumerated() {
      for (index, level) in table.levels.enumerated() { logs[place << 4 | index + 1] = level.logs }
    }
    return logs
  }

  /// The chance of each sort of pair from their logarithms.
  private func shares(of logs: SIMD4<Float>) -> SIMD4<Double> {
    let most = logs.max()
    var shares = SIMD4<Double>()
    for sort in 0..<4 { shares[sort] = exp2(Double(logs[sort] - most)) }
    return shares / shares.sum()
  }

  private func maximize(
    _ sums: Sums, from shipped: KindModel, _ mostGivenConflicts: Double
  ) -> KindModel {
    var model = shipped
    for place in model.tables.indices {
      let all = (1...shipped.tables[place].levels.count).reduce(SIMD4<Double>()) {
        $0 + sums.levels[place * 16 + $1]
      }
      for index in shipped.tables[place].levels.indices {
        let seen = sums.levels[place * 16 + index + 1]
        let old = shipped.tables[place].levels[index]
        let new = (seen + old.shares * Self.pseudoPairs) / (all + Self.pseudoPairs)
        model.tables[place].levels[index].m = new.x
        guard !shipped.tables[place].comparison.tellsTheCloseApart else { continue }
        model.tables[place].levels[index].housemates = new.z
        model.tables[place].levels[index].colleagues = new.w
      }
      limitConflicts(
        in: &model.tables[place], shipped: shipped.tables[place], mostGivenConflicts)
    }
    model.partners = partners(sums.sorts, from: shipped.partners)
    if !shipped.knowsHouseholds { model.partners.housemates = shipped.partners.housemates }
    return model
  }

  /// Keeps the share of conflicts among matches within reason.
  ///
  /// Without it, matches may turn into households (everything agrees but the given name), or into
  /// namesakes (nothing agrees but the names), whichever are more numerous.
  private func limitConflicts(
    in table: inout ComparisonTable, shipped: ComparisonTable, _ mostGivenConflicts: Double
  ) {
    guard let limit = table.comparison.conflictLimit else { return }
    let conflicts = table.levels.indices.suffix(limit.levels)
    let shipped = conflicts.reduce(0) { $0 + shipped.levels[$1].m }
    let sum = conflicts.reduce(0) { $0 + table.levels[$1].m }
    let seen = table.comparison == .given ? mostGivenConflicts : 0
    let most = max(limit.share, shipped, seen)
    guard sum > most else { return }
    for index in table.levels.indices {
      let isConflict = conflicts.contains(index)
      table.levels[index].m *= isConflict ? most / sum : (1 - most) / (1 - sum)
    }
  }

  private func partners(
    _ sorts: SIMD4<Double>, from shipped: KindModel.Partners
  ) -> KindModel.Partners {
    func number(_ pairs: Double, _ old: Double) -> Double {
      (2 * pairs + Self.pseudoRecords * old) / (Double(records) + Self.pseudoRecords)
    }
    return KindModel.Partners(
      matches: number(sorts.x, shipped.matches),
      housemates: number(sorts.z, shipped.housemates),
      colleagues: number(sorts.w, shipped.colleagues))
  }

  private func largestChange(_ old: KindModel, _ new: KindModel) -> Double {
    var most = 0.0
    for (a, b) in zip(old.tables, new.tables) {
      for (l, r) in zip(a.levels, b.levels) { most = max(most, abs(l.m - r.m)) }
    }
    return most
  }
}

extension LevelWeights {
  /// m, u, housemates, colleagues.
  var shares: SIMD4<Double> { SIMD4(m, u, housemates, colleagues) }
}

extension Comparison {
  /// Whether it parts the members of one household or the firms of one group, and so is never
  /// fitted for them: it holds the sorts of pairs apart.
  var tellsTheCloseApart: Bool {
    switch self {
    case .given, .generation, .birthDate, .organization: true
    default: false
    }
  }

  /// The most that the last levels, those of conflict, may make up among matches.
  var conflictLimit: (levels: Int, share: Double)? {
    switch self {
    case .given: (3, 0.10)
    case .family: (1, 0.15)
    case .birthDate: (1, 0.40)
    case .email: (1, 0.15)
    case .phone: (2, 0.30)
    case .address: (1, 0.15)
    case .organization: (3, 0.08)
    default: nil
    }
  }
}
