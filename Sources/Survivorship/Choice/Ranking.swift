internal import Records

/// Puts groups of values in the order the rules prefer.
struct Ranking {
  let attribute: Attribute
  let rules: [SurvivorshipRule]
  let members: [Member]
  let candidates: [Candidate]

  /// The groups, the preferred first, and the rule that set the first above the rest.
  ///
  /// - Complexity: O(g²) for g groups.
  func order(_ groups: [ValueGroup]) -> (groups: [ValueGroup], rule: SurvivorshipRule) {
    var rest = groups
    var ordered: [ValueGroup] = []
    var rule = SurvivorshipRule.onlyValue
    while rest.count > 1 {
      let (best, decider) = preferred(rest)
      if ordered.isEmpty { rule = decider }
      ordered.append(rest.remove(at: best))
    }
    return (ordered + rest, rule)
  }

  /// Asks rule after rule, each of the groups the one before left equal.
  private func preferred(_ groups: [ValueGroup]) -> (index: Int, rule: SurvivorshipRule) {
    var left = Array(groups.indices)
    let valid = left.filter { !groups[$0].isInvalid }
    if !valid.isEmpty { left = valid }
    if left.count == 1 { return (left[0], .onlyValue) }
    for rule in rules {
      left = narrow(left, of: groups, by: rule)
      if left.count == 1 { return (left[0], rule) }
    }
    // Equal by every rule: the source that comes first by name, the place in its record, the text.
    let first = left.min { isBefore(groups[$0], groups[$1]) } ?? left[0]
    return (first, .sourcePriority)
  }

  private func narrow(
    _ left: [Int], of groups: [ValueGroup], by rule: SurvivorshipRule
  ) -> [Int] {
    switch rule {
    case .sourcePriority: best(left) { priority(of: groups[$0]) }
    case .mostFrequent: best(left) { Set(groups[$0].all.map { candidates[$0].member }).count }
    case .mostComplete where attribute == .createdAt: earliest(left, of: groups)
    case .mostComplete: best(left) { completeness(of: groups[$0]) }
    case .mostRecent: mostRecent(left, of: groups)
    case .mostRestrictive: best(left) { restriction(of: groups[$0]) }
    case .onlyValue, .union: left
    }
  }

  private func best<Rank: Comparable>(_ left: [Int], by rank: (Int) -> Rank) -> [Int] {
    let ranks = left.map(rank)
    guard let highest = ranks.max() else { return left }
    return zip(left, ranks).filter { $0.1 == highest }.map(\.0)
  }

  private func priority(of group: ValueGroup) -> Int {
    group.all.map { members[candidates[$0].member].priority }.max() ?? 0
  }

  private func completeness(of group: ValueGroup) -> Int {
    group.own.map { candidates[$0].field.completeness }.max() ?? 0
  }

  /// The earliest date says most: since when the contact is known.
  private func earliest(_ left: [Int], of groups: [ValueGroup]) -> [Int] {
    let dated = left.filter { isFullYear(groups[$0].key) }
    let first = dated.map { groups[$0].key }.min()
    return first.map { first in dated.filter { groups[$0].key == first } } ?? left
  }

  /// By change date; where that says nothing, the later row of one source is the more recent.
  private func mostRecent(_ left: [Int], of groups: [ValueGroup]) -> [Int] {
    let dated = best(left) { index in
      groups[index].all.map { members[candidates[$0].member].changedAt }.max() ?? ""
    }
    let sources = Set(dated.flatMap { groups[$0].all.map { source(of: $0) } })
    guard dated.count > 1, sources.count == 1 else { return dated }
    return best(dated) { groups[$0].all.map { candidates[$0].member }.max() ?? 0 }
  }

  private func source(of candidate: Int) -> String {
    members[candidates[candidate].member].record.source
  }

  private func restriction(of group: ValueGroup) -> Int {
    group.own.map { ContactStatus(candidates[$0].field.value.text)?.restriction ?? 0 }.max() ?? 0
  }

  private func isBefore(_ left: ValueGroup, _ right: ValueGroup) -> Bool {
    let (first, second) = (origin(of: left), origin(of: right))
    return first == second ? left.key < right.key : first < second
  }

  /// Where the group's first value stands; a delivery address after all others of its record.
  private func origin(of group: ValueGroup) -> (Int, Int, Int) {
    let origins = group.own.map { index in
      let candidate = candidates[index]
      return (candidate.member, candidate.field.label == .delivery ? 1 : 0, candidate.position)
    }
    return origins.min { $0 < $1 } ?? (0, 0, 0)
  }
}

extension Ranking {
  /// The best spelling of a value: the candidate that stands for its group.
  ///
  /// Valid before invalid, as the source gave it before repaired, mixed case before one case, with a
  /// label before without; then source priority, the number of records that spell it so, umlauts
  /// before "ae", recency, and the order of records.
  func spelling(of group: ValueGroup) -> Int {
    guard group.own.count > 1 else { return group.own[0] }
    let ranked = group.own.map { (index: $0, rank: spellingRank($0, in: group)) }
    let best = ranked.max { $0.rank.isBelow($1.rank) }
    return best?.index ?? group.own[0]
  }

  /// Capitals set a name well; in an address on the net or a number they say nothing.
  private var caseMatters: Bool {
    switch attribute {
    case .email, .website, .customerNumber, .vatID, .iban: false
    default: true
    }
  }

  private func spellingRank(_ index: Int, in group: ValueGroup) -> SpellingRank {
    let candidate = candidates[index]
    let member = members[candidate.member]
    let text = candidate.field.value.text
    let quality =
      (candidate.isInvalid ? 0 : 8) + (candidate.field.mark == .repaired ? 0 : 4)
      + (caseMatters && hasMixedCase(text) ? 2 : 0) + (candidate.field.label == nil ? 0 : 1)
    let frequency = group.own.count { candidates[$0].field.value == candidate.field.value }
    return SpellingRank(
      numbers: [
        quality, candidate.field.label == .delivery ? 0 : 1, member.priority, frequency,
        countOfSpecialLetters(text),
      ],
      changedAt: member.changedAt, order: [-candidate.member, -candidate.position])
  }
}

private struct SpellingRank {
  let numbers: [Int]
  let changedAt: String
  let order: [Int]

  func isBelow(_ other: SpellingRank) -> Bool {
    if numbers != other.numbers { return numbers.lexicographicallyPrecedes(other.numbers) }
    if changedAt != other.changedAt { return changedAt < other.changedAt }
    return order.lexicographicallyPrecedes(other.order)
  }
}
