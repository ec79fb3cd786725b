internal import Records

/// Gives the weights between any two records of one set of columns.
package struct Explainer: Sendable {
  package let model: LinkageModel
  private let point: OperatingPoint
  private let scorers: Scorers

  init(model: LinkageModel, columns: Columns, at point: OperatingPoint) {
    self.model = model
    self.point = point
    let comparer = PairComparer(
      columns: columns, frequencies: Frequencies(columns, frozen: model.frequencies))
    scorers = Scorers(model, comparer: comparer)
  }

  /// The weights between two records, by their indices.
  package func waterfall(_ left: Int, _ right: Int) -> Waterfall {
    let rows = scorers.comparer.columns.rows
    guard rows.indices.contains(left), rows.indices.contains(right),
      rows[left].kind == rows[right].kind
    else {
      return Waterfall(
        priorInBits: -100, rows: [], outcome: .different,
        veto: Phrase(de: "Person und Organisation", en: "a person and an organization"))
    }
    return waterfall(rows[left], rows[right], by: scorers.scorer(of: rows[left].kind))
  }

  private func waterfall(_ left: Row, _ right: Row, by scorer: Scorer) -> Waterfall {
    var sum = scorer.priorLogs
    var rows: [Waterfall.Row] = []
    for (comparison, agreement) in zip(scorer.comparisons, scorer.agreements(left, right)) {
      guard agreement.level != 0 else { continue }
      let logs = scorer.logs(of: agreement, in: comparison)
      let average = scorer.averageLogs(comparison, level: agreement.level)
      sum += logs
      rows.append(
        Waterfall.Row(
          comparison: comparison.phrase, level: comparison.levels[Int(agreement.level)],
          bits: Double(average.x - average.y), frequencyBits: Double(average.y - logs.y)))
    }
    let correction = sum.y - log2OfSum(sum.y, sum.z, sum.w)
    if correction < -0.05 { rows.append(closeness(left, sum, bits: correction)) }
    let excess =
      scorer.priorLogs.x + rows.reduce(0) { $0 + Float($1.bits + $1.frequencyBits) }
      - scorers.comparer.mostBits(left, right)
    if excess > 0 { rows.append(Self.limit(bits: -excess)) }
    var waterfall = Waterfall(
      priorInBits: Double(scorer.priorLogs.x), rows: rows, outcome: .different)
    let total = Float(waterfall.totalInBits)
    waterfall.veto = scorers.comparer.veto(left, right, bits: total)?.phrase
    if waterfall.veto == nil {
      waterfall.surety = scorers.comparer.surety(left, right)?.phrase
    }
    waterfall.outcome = outcome(of: waterfall)
    return waterfall
  }

  /// The row that takes back what names that differ in a telling word can't be sure of.
  private static func limit(bits: Float) -> Waterfall.Row {
    Waterfall.Row(
      comparison: Phrase(de: "Grenze", en: "limit"),
      level: Phrase(
        de: "Firmennamen mit eigenem Wort sind nie sicher gleich",
        en: "names with a telling word of their own are never sure"),
      bits: Double(bits))
  }

  /// The row that takes back what people close to each other share anyway.
  private func closeness(_ row: Row, _ sum: SIMD4<Float>, bits: Float) -> Waterfall.Row {
    let isHome = sum.z >= sum.w
    let level: Phrase =
      switch (row.kind, isHome) {
      case (.organization, true):
        Phrase(de: "auch bei Schwesterfirmen üblich", en: "usual for firms of one group")
      case (.organization, false):
        Phrase(de: "auch bei Firmen in einem Haus üblich", en: "usual for firms in one building")
      case (_, true): Phrase(de: "auch in einem Haushalt üblich", en: "usual within one household")
      case (_, false): Phrase(de: "auch unter Kollegen üblich", en: "usual among colleagues")
      }
    return Waterfall.Row(
      comparison: Phrase(de: "Nähe", en: "closeness"), level: level, bits: Double(bits))
  }

  /// At balanced nothing lies between merging and leaving apart.
  private func outcome(of waterfall: Waterfall) -> Waterfall.Outcome {
    if waterfall.surety != nil { return .same }
    let cuts = model.cuts ?? LinkageModel.Cuts(safeInBits: 8, balancedInBits: 0)
    if waterfall.veto != nil || waterfall.totalInBits < cuts.balancedInBits { return .different }
    return point == .safe && waterfall.totalInBits < cuts.safeInBits ? .review : .same
  }
}
