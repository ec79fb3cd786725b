internal import Records

/// Puts groups of values in the order the rules prefer.
struct Ranking {
  let attribute: Attribute
  let rules: [SurvivorshipRule]
  let candidates: Candidates

  /// The groups, the preferred first, and the rule that set the first above the rest.
  ///
  /// - Complexity: O(n + g²) for g groups of n values.
  func order(_ groups: [ValueGroup]) -> (groups: [ValueGroup], rule: SurvivorshipRule) {
    guard groups.count > 1 else { return (groups, .onlyValue) }
    let standings = groups.map(standing(of:))
    var rest = Array(groups.indices)
    var ordered: [ValueGroup] = []
    var rule = SurvivorshipRule.onlyValue
    while rest.count > 1 {
      let (best, decider) = preferred(rest, standings)
      if ordered.isEmpty { rule = decider }
      ordered.append(groups[best])
      rest.removeAll { $0 == best }
    }
    return (ordered + rest.map { groups[$0] }, rule)
  }

  /// Asks rule after rule, each of the groups the one before left equal.
  private func preferred(
    _ groups: [Int], _ standings: [Standing]
  ) -> (group: Int, rule: SurvivorshipRule) {
    var left = groups.filter { !standings[$0].isInvalid }
    if left.isEmpty { left = groups }
    if left.count == 1 { return (left[0], .onlyValue) }
    for rule in rules {
      left = narrow(left, standings, by: rule)
      if left.count == 1 { return (left[0], rule) }
    }
    // Equal by every rule: the source that comes first by name, the place in its record, the text.
    let first = left.min { standings[$0].isBefore(standings[$1]) } ?? left[0]
    return (first, .sourcePriority)
  }

  private func narrow(
    _ left: [Int], _ standings: [Standing], by rule: SurvivorshipRule
  ) -> [Int] {
    switch rule {
    case .sourcePriority: best(left) { standings[$0].priority }
    case .mostFrequent: best(left) { standings[$0].frequency }
    case .mostComplete where attribute == .createdAt: earliest(left, standings)
    case .mostComplete: best(left) { standings[$0].completeness }
    case .mostRecent: mostRecent(left, standings)
    case .mostRestrictive: best(left) { standings[$0].restriction }
    case .onlyValue, .union: left
    }
  }

  private func best<Rank: Comparable>(_ left: [Int], by rank: (Int) -> Rank) -> [Int] {
    guard let highest = left.lazy.map(rank).max() else { return left }
    return left.filter { rank($0) == highest }
  }

  /// The earliest date says most: since when the contact is known.
  private func earliest(_ left: [Int], _ standings: [Standing]) -> [Int] {
    let dated = left.filter { isFullYear(standings[$0].key) }
    guard let first = dated.map({ standings[$0].key }).min() else { return left }
    return dated.filter { standings[$0].key == first }
  }

  /// By change date; where that says nothing, the later row of one source is the more recent.
  private func mostRecent(_ left: [Int], _ standings: [Standing]) -> [Int] {
    let dated = best(left) { standings[$0].changedAt }
    guard dated.count > 1, let source = standings[dated[0]].source,
      dated.allSatisfy({ standings[$0].source == source })
    else { return dated }
    return best(dated) { standings[$0].lastMember }
  }
}

/// What the rules ask of a group, found out once.
private struct Standing {
  var isInvalid: Bool
  var key: String
  var priority: Int
  var changedAt = ""
  /// The number of records that say it.
  var frequency = 0
  var completeness = 0
  var restriction = 0
  /// The only source that says it; nil when several do.
  var source: String?
  var lastMember = 0
  /// Where the group's first value stands; a delivery address after all others of its record.
  var origin: [Int] = []

  func isBefore(_ other: Standing) -> Bool {
    origin == other.origin ? key < other.key : origin.lexicographicallyPrecedes(other.origin)
  }
}

extension Ranking {
  private func standing(of group: ValueGroup) -> Standing {
    let all = group.all
    let first = candidates.member(all[0])
    var standing = Standing(
      isInvalid: group.isInvalid, key: group.key, priority: first.priority,
      source: first.record.source)
    for index in all {
      let member = candidates.member(index)
      standing.priority = max(standing.priority, member.priority)
      standing.changedAt = max(standing.changedAt, member.changedAt)
      standing.lastMember = max(standing.lastMember, candidates.list[index].member)
      if member.record.source != standing.source { standing.source = nil }
    }
    standing.frequency =
      all.count == 1 ? 1 : Set(all.map { candidates.list[$0].member }).count
    describe(group, in: &standing)
    return standing
  }

  private func describe(_ group: ValueGroup, in standing: inout Standing) {
    for spelling in group.spellings {
      let field = candidates.field(spelling.candidates[0])
      standing.completeness = max(standing.completeness, field.completeness)
      if attribute == .status, let status = ContactStatus(field.value.text) {
        standing.restriction = max(standing.restriction, status.restriction)
      }
      let place = candidates.list[spelling.candidates[0]]
      let origin = [place.member, field.label == .delivery ? 1 : 0, place.position]
      if standing.origin.isEmpty || origin.lexicographicallyPrecedes(standing.origin) {
        standing.origin = origin
      }
    }
  }

  /// The candidate that stands for its group: of the best spelling, the most trusted record's.
  ///
  /// Valid before invalid, as the source gave it before repaired, mixed case before one case, with a
  /// label before without; then source priority, the number of records that spell it so, umlauts
  /// before "ae", recency, and the order of records.
  func spelling(of group: ValueGroup) -> Int {
    var best = most(group.spellings[0])
    guard group.spellings.count > 1 else { return best }
    var bestRank = rank(of: group.spellings[0], best)
    for spelling in group.spellings.dropFirst() {
      let candidate = most(spelling)
      let rank = rank(of: spelling, candidate)
      if bestRank.isBelow(rank) { (best, bestRank) = (candidate, rank) }
    }
    return best
  }

  /// The most trusted of those that spell it alike: by priority, then recency, then order.
  func most(_ spelling: Spelling) -> Int {
    var best = spelling.candidates[0]
    for index in spelling.candidates.dropFirst() {
      let (member, leader) = (candidates.member(index), candidates.member(best))
      if member.priority > leader.priority
        || member.priority == leader.priority && member.changedAt > leader.changedAt
      {
        best = index
      }
    }
    return best
  }

  private func rank(of spelling: Spelling, _ index: Int) -> SpellingRank {
    let field = candidates.field(index)
    let member = candidates.member(index)
    let text = field.value.text
    let quality =
      (field.isInvalid ? 0 : 8) + (field.mark == .repaired ? 0 : 4)
      + (caseMatters && hasMixedCase(text) ? 2 : 0) + (field.label == nil ? 0 : 1)
    let place = candidates.list[index]
    return SpellingRank(
      numbers: [
        quality, field.label == .delivery ? 0 : 1, member.priority, spelling.candidates.count,
        countOfSpecialLetters(text),
      ],
      changedAt: member.changedAt, order: [-place.member, -place.position])
  }

  /// Capitals set a name well; in an address on the net or a number they say nothing.
  private var caseMatters: Bool {
    switch attribute {
    case .email, .website, .customerNumber, .vatID, .iban: false
    default: true
    }
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
