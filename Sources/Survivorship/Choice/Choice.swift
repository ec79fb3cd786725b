internal import Records

/// Chooses the values of one attribute from those of all members.
struct Choice {
  let attribute: Attribute
  let isUnion: Bool
  let ranking: Ranking

  private var candidates: Candidates { ranking.candidates }

  init(
    of attribute: Attribute, from candidates: Candidates, rules: [SurvivorshipRule], isUnion: Bool
  ) {
    self.attribute = attribute
    self.isUnion = isUnion
    ranking = Ranking(attribute: attribute, rules: rules, candidates: candidates)
  }

  /// The chosen values, the preferred first.
  func values() -> [ContactValue] {
    let spellings = spellings(of: candidates)
    if spellings.count == 1 { return [onlyValue(spellings[0])] }
    let groups = groups(of: spellings, in: candidates)
    let fullest = groups.filter { !$0.isCovered }
    let ordered = ranking.order(fullest).groups
    let shorter = fullest.count < groups.count
    var kept = isUnion ? union(of: ordered) : single(from: ordered, shorter: shorter)
    for part in groups where part.isCovered { settle(part, into: &kept) }
    return kept.map(value(of:))
  }

  private func onlyValue(_ spelling: Spelling) -> ContactValue {
    value(
      ranking.most(spelling), agreeing: spelling.candidates, rule: .onlyValue, lost: [])
  }

  /// A value on its way: its group, and the candidates that agree or lose.
  private struct Kept {
    let group: ValueGroup
    let rule: SurvivorshipRule
    var agreeing: [Int] = []
    var lost: [Int] = []
  }

  /// One value; of what bears labels one for each, in the order of all.
  private func single(from ordered: [ValueGroup], shorter: Bool) -> [Kept] {
    var slots: [(name: String, groups: [ValueGroup])] = []
    for group in ordered {
      let name = slotName(candidates.field(ranking.spelling(of: group)))
      if let known = slots.firstIndex(where: { $0.name == name }) {
        slots[known].groups.append(group)
      } else {
        slots.append((name, [group]))
      }
    }
    return slots.map { slot in
      let (ordered, rule) = ranking.order(slot.groups)
      // The only full value among shorter ones was chosen for being the fullest.
      let reason = ordered.count == 1 && shorter ? .mostComplete : rule
      return Kept(group: ordered[0], rule: reason, lost: ordered.dropFirst().flatMap(\.own))
    }
  }

  /// A private number does not compete with one at work, nor a mobile or fax number with a landline.
  private func slotName(_ field: FieldValue) -> String {
    let label = field.label?.rawValue ?? ""
    guard case .phone(let phone) = field.value else { return label }
    return phone.kind == .mobile || phone.kind == .fax ? label + phone.kind.rawValue : label
  }

  private func union(of ordered: [ValueGroup]) -> [Kept] {
    let rule = ordered.count > 1 ? SurvivorshipRule.union : .onlyValue
    var kept: [Kept] = []
    for group in ordered {
      if let known = kept.firstIndex(where: { group.shape.isVariant(of: $0.group.shape) }) {
        kept[known].lost += group.own
      } else {
        kept.append(Kept(group: group, rule: rule))
      }
    }
    return kept
  }

  /// Lets a shorter value agree with what covers it, or lose where nothing kept does.
  private func settle(_ part: ValueGroup, into kept: inout [Kept]) {
    guard !kept.isEmpty else { return }
    if let full = kept.firstIndex(where: { $0.group.shape.covers(part.shape) }) {
      kept[full].agreeing += part.own
    } else {
      kept[0].lost += part.own
    }
  }

  private func value(of kept: Kept) -> ContactValue {
    value(
      ranking.spelling(of: kept.group), agreeing: kept.group.own + kept.agreeing, rule: kept.rule,
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
