internal import Records

/// Fits a model to the data, and falls back on the shipped weights where the data don't carry it.
struct Training {
  let comparer: PairComparer
  let candidates: CandidatePairs
  let gists: RowGists
  let shipped: LinkageModel
  /// What people said of pairs, to be learned from.
  var labels: [Clamps.Pair] = []

  /// About how many pairs are looked at.
  static let sampledPairs = 1_000_000
  /// Pairs that even the shipped weights put below this are not counted.
  static let least: Float = -20
  /// With fewer expected matches than this the shipped weights stay.
  static let fewestMatches = 50.0

  /// The trained model, and what was done.
  func train(on executor: any Executor) -> (model: LinkageModel, notes: [Phrase]) {
    var model = shipped
    let before = Scorers(model, comparer: comparer)
    let bounds = ScoreBounds(model, before, gists)
    model.persons = StrangerShares(
      scorer: before.persons, bounds: bounds, records: records(of: .person)
    ).fitted(model.persons, on: executor)
    model.organizations = StrangerShares(
      scorer: before.organizations, bounds: bounds, records: records(of: .organization)
    ).fitted(model.organizations, on: executor)
    let scorers = Scorers(model, comparer: comparer)
    let every = max(1, candidates.pairCount / Self.sampledPairs)
    let fittedBounds = ScoreBounds(model, scorers, gists)
    let counted = patterns(scorers, fittedBounds, every: every, on: executor)
    var notes: [Phrase] = []
    for kind in [RowKind.person, .organization] {
      let halves = kind == .organization ? counted.organizations : counted.persons
      let start = kind == .organization ? model.organizations : model.persons
      let labels = labelled(kind, scorers.scorer(of: kind))
      func fit(_ counts: PatternCounts, _ scale: Int) -> Expectation.Fit {
        Expectation(
          counted: counts, records: records(of: kind).count, scale: Double(scale),
          labelled: labels
        ).fit(start, on: executor)
      }
      let whole = fit(PatternCounts(halves.0, halves.1), every)
      let passes = { [halves.0, halves.1].map { fit($0, 2 * every).model } }
      guard let accepted = accept(whole, passes, of: kind, notes: &notes) else { continue }
      if kind == .organization { model.organizations = accepted } else { model.persons = accepted }
    }
    return (model, notes)
  }

  private func records(of kind: RowKind) -> [UInt32] {
    comparer.columns.rows.indices.lazy.filter { comparer.columns.rows[$0].kind == kind }
      .map { UInt32($0) }
  }

  private typealias Halves = (PatternCounts, PatternCounts)

  /// The patterns of a sample of the candidate pairs, in two halves.
  private func patterns(
    _ scorers: Scorers, _ bounds: ScoreBounds, every: Int, on executor: any Executor
  ) -> (persons: Halves, organizations: Halves) {
    let rows = comparer.columns.rows
    let parts = collect(candidates.parts.count, on: executor) { index in
      // By the kind and the half.
      var patterns = [[AgreementPattern]](repeating: [], count: 4)
      _ = bounds.forEachPair(
        of: candidates.parts[index], in: candidates, every: every, atLeast: Self.least
      ) { left, right, _, agreements in
        let kind = rows[left].kind
        let scorer = scorers.scorer(of: kind)
        // By the records' identities: the same halves in any order.
        let half = Int((rows[left].identity ^ rows[right].identity) & 1)
        patterns[(kind == .organization ? 2 : 0) + half].append(
          scorer.pattern(agreements, of: rows[left], rows[right]))
      }
      return patterns
    }
    let counts = collect(4, on: executor) { place in PatternCounts(parts.map { $0[place] }) }
    return ((counts[0], counts[1]), (counts[2], counts[3]))
  }

  /// The patterns of the labelled pairs of a kind: of those that are one contact, and of others.
  private func labelled(
    _ kind: RowKind, _ scorer: Scorer
  ) -> (matches: PatternCounts, others: PatternCounts) {
    let rows = comparer.columns.rows
    var matches: [AgreementPattern] = []
    var others: [AgreementPattern] = []
    for label in labels {
      let (left, right) = (rows[label.left], rows[label.right])
      guard [left, right].allSatisfy({ ($0.kind == .organization) == (kind == .organization) })
      else { continue }
      if label.kind == .same { matches.append(scorer.pattern(of: left, right)) }
      if label.kind.isApart { others.append(scorer.pattern(of: left, right)) }
    }
    return (PatternCounts([matches]), PatternCounts([others]))
  }

  /// The fitted weights when they pass the guards; else nil and a note.
  private func accept(
    _ fit: Expectation.Fit, _ passes: () -> [KindModel], of kind: RowKind, notes: inout [Phrase]
  ) -> KindModel? {
    let what =
      kind == .organization
      ? Phrase(de: "Organisationen", en: "organizations") : Phrase(de: "Personen", en: "persons")
    let matches = fit.model.partners.matches * Double(records(of: kind).count) / 2
    guard matches >= Self.fewestMatches else {
      notes.append(
        Phrase(
          de: "\(what.german): zu wenige Treffer zum Lernen, mitgelieferte Gewichte",
          en: "\(what.english): too few matches to train on, shipped weights"))
      return nil
    }
    guard fit.isConverged else {
      notes.append(
        Phrase(
          de: "\(what.german): Anpassung kam zu keinem Ende, mitgelieferte Gewichte",
          en: "\(what.english): fitting did not converge, shipped weights"))
      return nil
    }
    notes.append(
      Phrase(
        de: "\(what.german): Gewichte in \(fit.rounds) Runden angepasst",
        en: "\(what.english): weights fitted in \(fit.rounds) rounds"))
    if kind == .person, !fit.model.knowsHouseholds { notes.append(Self.noHouseholds) }
    return guarded(fit.model, passes(), kind, what, notes: &notes)
  }

  private static let noHouseholds = Phrase(
    de: "Personen: Geburtsdaten zeigen kaum Haushalte; verschiedene Vornamen zu einem "
      + "Geburtsdatum gelten als die einer Person",
    en: "persons: birth dates show hardly any households; different given names with one "
      + "birth date count as one person's")

  /// The model with shipped weights for each comparison whose fitted ones break a guard.
  private func guarded(
    _ fit: KindModel, _ passes: [KindModel], _ kind: RowKind, _ what: Phrase,
    notes: inout [Phrase]
  ) -> KindModel {
    let shipped = kind == .organization ? shipped.organizations : shipped.persons
    let guards = TrainingGuards(fit: fit, passes: passes)
    var model = fit
    for place in model.tables.indices where !guards.accepts(place) {
      let comparison = model.tables[place].comparison.phrase
      model.tables[place] = shipped.tables[place]
      notes.append(
        Phrase(
          de: "\(what.german): \(comparison.german) nicht lernbar, mitgelieferte Gewichte",
          en: "\(what.english): \(comparison.english) can't be trained, shipped weights"))
    }
    return model
  }
}
