/// Passes over the candidate pairs that can't score enough, by a glance at both rows.
struct ScoreBounds: Sendable {
  private let gists: RowGists
  private let persons: ScoreBound
  private let organizations: ScoreBound

  init(_ model: LinkageModel, _ scorers: Scorers, _ gists: RowGists) {
    self.gists = gists
    persons = ScoreBound(model.persons, scorers.persons, gists)
    organizations = ScoreBound(model.organizations, scorers.organizations, gists)
  }

  /// Calls `body` with each pair of a part that scores `least` or more, the lower record first,
  /// with its score and agreements.
  ///
  /// - Parameter every: only every so manyth block is looked at, drawn by the key's hash.
  /// - Returns: how many pairs the part has.
  @inline(__always)
  func forEachPair(
    of part: CandidatePairs.Part, in candidates: CandidatePairs, every: Int = 1,
    atLeast least: Float, _ body: (Int, Int, Float, Agreements) -> Void
  ) -> Int {
    var count = 0
    let bound = ScoreBound.bound(of: least)
    let rows = persons.comparer.columns.rows
    withUnsafeTemporaryAllocation(
      of: RowGist.self, capacity: max(1, candidates.largestBlock)
    ) { block in
      guard let places = block.baseAddress else { return }
      candidates.forEach(of: part, every: every) { members in
        for place in 0..<members.count {
          (places + place).initialize(to: gists.rows.base[Int(members[place])])
        }
      } body: { l, r, first, second in
        count += 1
        guard let glance = glance(places + l, places + r, bound) else { return }
        let (left, right) = (Int(min(first, second)), Int(max(first, second)))
        let kind = self.bound(of: places[l].kind)
        guard let found = kind.agreements(rows[left], rows[right], glance, bound: bound) else {
          return
        }
        let score = kind.scorer.score(found, of: rows[left], rows[right])
        if score >= least { body(left, right, score, found) }
      }
    }
    return count
  }

  /// Whether two records may score `least` or more at a glance, by their indices.
  func mayScore(_ left: Int, _ right: Int, atLeast least: Float) -> Bool {
    let base = gists.rows.base
    return glance(base + left, base + right, ScoreBound.bound(of: least)) != nil
  }

  @inline(__always)
  private func bound(of kind: UInt8) -> ScoreBound {
    kind == RowKind.organization.rawValue ? organizations : persons
  }

  @inline(__always)
  private func glance(
    _ left: ScoreBound.Gist, _ right: ScoreBound.Gist, _ bound: Float
  ) -> ScoreBound.Glance? {
    guard left.pointee.kind == right.pointee.kind else { return nil }
    return self.bound(of: left.pointee.kind).glance(left, right, bound: bound)
  }
}
