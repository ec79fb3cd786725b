internal import Records

/// Puts groups of values in the order the rules prefer.
struct Ranking {
  let attribute: Attribute
  let rules: [SurvivorshipRule]
  let candidates: Candidates

  /// The wanted ones of the groups, by index, the preferred first, and the rule that set the first
  /// above the rest.
  ///
  /// - Complexity: O(n + g²) for g groups of n values.
  func order(
    _ wanted: [Int], of groups: [ValueGroup]
  ) -> (groups: [Int], rule: SurvivorshipRule) {
    var rest = wanted
    guard rest.count > 1 else { return (rest, .onlyValue) }
    let standings = groups.map(standing(of:))
    var ordered: [Int] = []
    ordered.reserveCapacity(rest.count)
    var rule = SurvivorshipRule.onlyValue
    while rest.count > 1 {
      let (best, decider) = preferred(rest, standings)
      if ordered.isEmpty { rule = decider }
      ordered.append(best)
      rest.removeAll { $0 == best }
    }
    return (ordered + rest, rule)
  }

  /// Asks rule after rule, each of the groups the one before left equal.
  private func preferred(
    _ groups: [Int], _ standings: [Standing]
  ) -> (group: Int, rule: SurvivorshipRule) {
    var left = groups
    if groups.contains(where: { !standings[$0].isInvalid }) {
      left.removeAll { standings[$0].isInvalid }
    }
    if left.count == 1 { return (left[0], .onlyValue) }
    for rule in rules {
      narrow(&left, standings, by: rule)
      if left.count == 1 { return (left[0], rule) }
    }
    // Equal by every rule: the source that comes first by name, the place in its record, the text.
    let first = left.min { standings[$0].isBefore(standings[$1]) } ?? left[0]
    return (first, .sourcePriority)
  }

  private func narrow(_ left: inout [Int], _ standings: [Standing], by rule: SurvivorshipRule) {
    switch rule {
    case .sourcePriority: keepBest(of: &left) { standings[$0].priority }
    case .mostFrequent: keepBest(of: &left) { standings[$0].frequency }
    case .mostComplete where attribute == .createdAt: keepEarliest(of: &left, standings)
    case .mostComplete: keepBest(of: &left) { completeness(of: standings[$0]) }
    case .mostRecent: keepMostRecent(of: &left, standings)
    case .mostRestrictive: keepBest(of: &left) { restriction(of: standings[$0]) }
    case .onlyValue, .union, .decision: break
    }
  }

  private func keepBest<Rank: Comparable>(of left: inout [Int], by rank: (Int) -> Rank) {
    var best = rank(left[0])
    var differs = false
    for group in left.dropFirst() {
      let own = rank(group)
      if own != best { differs = true }
      if own > best { best = own }
    }
    if differs { left.removeAll { rank($0) != best } }
  }

  /// The earliest date says most: since when the contact is known.
  private func keepEarliest(of left: inout [Int], _ standings: [Standing]) {
    let dates = left.map { standings[$0].key }.filter(isFullYear)
    guard let first = dates.min() else { return }
    left.removeAll { standings[$0].key != first }
  }

  /// By change date; where that says nothing, the later row of one source is the more recent.
  private func keepMostRecent(of left: inout [Int], _ standings: [Standing]) {
    keepBest(of: &left) { standings[$0].changedAt }
    guard left.count > 1, let source = standings[left[0]].source,
      left.allSatisfy({ standings[$0].source == source })
    else { return }
    keepBest(of: &left) { standings[$0].lastMember }
  }
}

/// What the rules ask of a group, found out once.
private struct Standing {
  var isInvalid: Bool
  var key: String
  /// The first candidate of each spelling.
  var spellings: [Int]
  var priority: Int
  var changedAt: String
  /// The number of records that say it.
  var frequency = 1
  /// The only source that says it; nil when several do.
  var source: String?
  var lastMember: Int
  /// Where the group's first value stands; a delivery address after all others of its record.
  var origin = (Int.max, 0, 0)

  func isBefore(_ other: Standing) -> Bool {
    origin == other.origin ? key < other.key : origin < other.origin
  }
}

extension Ranking {
  private func standing(of group: ValueGroup) -> Standing {
    let all = group.all
    let first = all[0]
    var standing = Standing(
      isInvalid: group.isInvalid, key: group.key,
      spellings: group.spellings.map { $0.candidates[0] },
      priority: candidates.priority(first), changedAt: candidates.changedAt(first),
      source: candidates.source(first), lastMember: candidates.list[first].member)
    for index in all.dropFirst() {
      standing.priority = max(standing.priority, candidates.priority(index))
      standing.changedAt = max(standing.changedAt, candidates.changedAt(index))
      standing.lastMember = max(standing.lastMember, candidates.list[index].member)
      if candidates.source(index) != standing.source { standing.source = nil }
    }
    standing.frequency = countOfMembers(all)
    for index in standing.spellings {
      let place = candidates.list[index]
      let label = candidates.label(index) == .delivery ? 1 : 0
      let origin = (place.member, label, place.position)
      if origin < standing.origin { standing.origin = origin }
    }
    return standing
  }

  private func countOfMembers(_ all: [Int]) -> Int {
    if all.count == 1 { return 1 }
    if all.count == 2 {
      return candidates.list[all[0]].member == candidates.list[all[1]].member ? 1 : 2
    }
    return Set(all.map { candidates.list[$0].member }).count
  }

  private func completeness(of standing: Standing) -> Int {
    standing.spellings.reduce(0) { max($0, candidates.field($1).completeness) }
  }

  private func restriction(of standing: Standing) -> Int {
    standing.spellings.reduce(0) {
      max($0, ContactStatus(candidates.field($1).value.text)?.restriction ?? 0)
    }
  }

  /// The candidate that stands for its group: of the best spelling, the most trusted record's.
  ///
  /// Valid before invalid, as the source gave it before repaired, mixed case before one case, with
  /// a label before without; then source priority, the number of records that spell it so, umlauts
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
      let (priority, leading) = (candidates.priority(index), candidates.priority(best))
      if priority > leading
        || priority == leading && candidates.changedAt(index) > candidates.changedAt(best)
      {
        best = index
      }
    }
    return best
  }

  private func rank(of spelling: Spelling, _ index: Int) -> SpellingRank {
    let field = candidates.field(index)
    let text = field.value.text
    let quality =
      (field.isInvalid ? 0 : 8) + (field.mark == .repaired ? 0 : 4)
      + (caseMatters && hasMixedCase(text) ? 2 : 0) + (field.label == nil ? 0 : 1)
    let place = candidates.list[index]
    return SpellingRank(
      quality: (quality, field.label == .delivery ? 0 : 1, candidates.priority(index)),
      spelling: (spelling.candidates.count, countOfSpecialLetters(text)),
      age: (candidates.changedAt(index), -place.member, -place.position))
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
  let quality: (Int, Int, priority: Int)
  let spelling: (frequency: Int, specialLetters: Int)
  let age: (changedAt: String, Int, Int)

  func isBelow(_ other: SpellingRank) -> Bool {
    if quality != other.quality { return quality < other.quality }
    if spelling != other.spelling { return spelling < other.spelling }
    return age < other.age
  }
}
