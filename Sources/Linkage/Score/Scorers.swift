/// The scorers of a model, one for each kind of record; only records of one kind are one contact.
struct Scorers: Sendable {
  let comparer: PairComparer
  let persons: Scorer
  let organizations: Scorer

  init(_ model: LinkageModel, comparer: PairComparer) {
    self.comparer = comparer
    var counts = [0, 0, 0]
    for row in comparer.columns.rows { counts[Int(row.kind.rawValue)] += 1 }
    persons = Scorer(model.persons, comparer: comparer, records: counts[0])
    organizations = Scorer(model.organizations, comparer: comparer, records: counts[1])
  }

  /// The scorer of a kind; households are compared like persons.
  func scorer(of kind: RowKind) -> Scorer { kind == .organization ? organizations : persons }

  /// The logarithm of the odds that two rows are one contact; nil when it is below `least`.
  func score(_ left: Row, _ right: Row, atLeast least: Float) -> Float? {
    guard left.kind == right.kind else { return nil }
    return left.kind == .organization
      ? organizations.score(left, right, atLeast: least)
      : persons.score(left, right, atLeast: least)
  }
}
