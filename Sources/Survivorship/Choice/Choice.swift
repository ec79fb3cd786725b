internal import Records

/// Chooses the values of one attribute from those of all members.
struct Choice {
  let attribute: Attribute
  let isUnion: Bool
  let ranking: Ranking
  /// The candidate that a person chose.
  private let decided: Int?

  private var candidates: Candidates { ranking.candidates }

  init(
    of attribute: Attribute, from candidates: Candidates, rules: [SurvivorshipRule], isUnion: Bool,
    decided: Int? = nil
  ) {
    self.decided = decided
    self.attribute = attribute
    self.isUnion = isUnion
    ranking = Ranking(attribute: attribute, rules: rules, candidates: candidates)
  }

  /// The chosen values, the preferred first.
  func values() -> [ContactValue] {
    guard let spellings = spellings(of: candidates) else { return [onlyValue] }
    var groups = groups(of: spellings, in: candidates)
    if let decided = decidedGroup(of: groups) { groups.letStand(decided) }
    let fullest = groups.indices.filter { !groups[$0].isCovered }
    var kept = isUnion ? union(of: fullest, groups) : single(from: fullest, groups)
    if fullest.count < groups.count {
      for part in groups.indices where groups[part].isCovered { settle(part, groups, into: &kept) }
    }
    return kept.map { value(of: $0, groups) }
  }

  private var onlyValue: ContactValue {
    let all = Array(candidates.indices)
    return value(
      ranking.most(Spelling(candidates: all)), agreeing: all, rule: .onlyValue, lost: [])
  }

  private func decidedGroup(of groups: [ValueGroup]) -> Int? {
    decided.flatMap { decided in groups.firstIndex { $0.own.contains(decided) } }
  }

  /// The groups in the order of the rules, but what a person chose before all others.
  private func order(
    _ wanted: [Int], of groups: [ValueGroup]
  ) -> (groups: [Int], rule: SurvivorshipRule) {
    let order = ranking.order(wanted, of: groups)
    guard let decided = decidedGroup(of: groups), order.groups.contains(decided) else {
      return order
    }
    return ([decided] + order.groups.filter { $0 != decided }, .decision)
  }

  /// A value on its way: its group, and the candidates that agree or lose.
  private struct Kept {
    let group: Int
    let rule: SurvivorshipRule
    var agreeing: [Int] = []
    var lost: [Int] = []
  }

  /// One value; of what bears labels one for each, in the order of all.
  private func single(from fullest: [Int], _ groups: [ValueGroup]) -> [Kept] {
    let (ordered, rule) = order(fullest, of: groups)
    guard bearsLabels else { return [kept(of: ordered, groups, rule)] }
    var slots: [(name: String, groups: [Int])] = []
    for group in ordered {
      let name = slotName(candidates.field(ranking.spelling(of: groups[group])))
      if let known = slots.firstIndex(where: { $0.name == name }) {
        slots[known].groups.append(group)
      } else {
        slots.append((name, [group]))
      }
    }
    return slots.map { slot in
      let (ordered, rule) = order(slot.groups, of: groups)
      return kept(of: ordered, groups, rule)
    }
  }

  private func kept(of ordered: [Int], _ groups: [ValueGroup], _ rule: SurvivorshipRule) -> Kept {
    // The only full value among shorter ones was chosen for being the fullest.
    let isFullest =
      ordered.count == 1 && !groups[ordered[0]].covered.isEmpty && rule != .decision
    let lost = ordered.dropFirst().flatMap { groups[$0].own }
    return Kept(group: ordered[0], rule: isFullest ? .mostComplete : rule, lost: lost)
  }

  private var bearsLabels: Bool {
    switch attribute {
    case .address, .phone, .email, .website: true
    default: false
    }
  }

  /// A private number does not compete with one at work, nor a mobile or fax number with a
  /// landline.
  private func slotName(_ field: FieldValue) -> String {
    let label = field.label?.rawValue ?? ""
    guard case .phone(let phone) = field.value else { return label }
    return phone.kind == .mobile || phone.kind == .fax ? label + phone.kind.rawValue : label
  }

  private func union(of fullest: [Int], _ groups: [ValueGroup]) -> [Kept] {
    let rule = fullest.count > 1 ? SurvivorshipRule.union : .onlyValue
    var kept: [Kept] = []
    let decided = decidedGroup(of: groups)
    for group in order(fullest, of: groups).groups {
      let shape = groups[group].shape
      if let known = kept.firstIndex(where: { shape.isVariant(of: groups[$0.group].shape) }) {
        kept[known].lost += groups[group].own
      } else {
        kept.append(Kept(group: group, rule: group == decided ? .decision : rule))
      }
    }
    return kept
  }

  /// Lets a shorter value agree with what covers it, or lose where nothing kept does.
  private func settle(_ part: Int, _ groups: [ValueGroup], into kept: inout [Kept]) {
    let shape = groups[part].shape
    if let full = kept.firstIndex(where: { groups[$0.group].shape.covers(shape) }) {
      kept[full].agreeing += groups[part].own
    } else if !kept.isEmpty {
      kept[0].lost += groups[part].own
    }
  }

  private func value(of kept: Kept, _ groups: [ValueGroup]) -> ContactValue {
    let group = groups[kept.group]
    // Who chose a value chose its spelling.
    let own = decided.flatMap { group.own.contains($0) ? $0 : nil }
    return value(
      own ?? ranking.spelling(of: group), agreeing: group.own + kept.agreeing, rule: kept.rule,
      lost: kept.lost)
  }

  private func value(
    _ chosen: Int, agreeing: [Int], rule: SurvivorshipRule, lost: [Int]
  ) -> ContactValue {
    let record = candidates.record(chosen)
    var others: [RecordID] = []
    if agreeing.count > 1 {
      others = Set(agreeing.map(candidates.record)).subtracting([record]).sorted()
    }
    return ContactValue(
      value: candidates.field(chosen), record: record, agreeing: others, rule: rule,
      lost: lost.sorted().map {
        LostValue(value: candidates.field($0), record: candidates.record($0))
      })
  }
}
