/// The scorers of a model, one for each kind of record; only records of one kind are one contact.
struct Scorers: Sendable {
  let comparer: PairComparer
  let persons: Scorer
  let organizations: Scorer

  init(_ model: LinkageModel, comparer: PairComparer) {
    let comparer = comparer.judging(by: model)
    self.comparer = comparer
    let counts = comparer.columns.countsByKind
    persons = Scorer(
      model.persons, comparer: comparer, records: model.persons.records ?? counts.persons)
    organizations = Scorer(
      model.organizations, comparer: comparer,
      records: model.organizations.records ?? counts.organizations)
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

extension Columns {
  /// How many records are persons', how many organizations'.
  var countsByKind: (persons: Int, organizations: Int) {
    var counts = (persons: 0, organizations: 0)
    for row in rows {
      if row.kind == .person { counts.persons += 1 }
      if row.kind == .organization { counts.organizations += 1 }
    }
    return counts
  }
}
