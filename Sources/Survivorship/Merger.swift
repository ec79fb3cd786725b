package import Records

/// Merges the records of a cluster into one contact.
///
/// A pure function of the records: their order, their ids and the day play no part. Every value of
/// the contact is a value of one of its records, and every value of a record is chosen, agrees with
/// a chosen one, or is listed as lost.
package struct Merger: Sendable {
  private let priorities: [String: Int]
  /// By the attribute's position in its declaration.
  private let rules: [(rules: [SurvivorshipRule], isUnion: Bool)]

  /// - Parameter priorities: Of sources by name; the higher wins, an unnamed source has 0.
  package init(rules: SurvivorshipRules, priorities: [String: Int]) {
    self.priorities = priorities
    self.rules = attributes.map { (rules.complete($0), rules.unites($0)) }
  }

  /// The contact of a cluster.
  ///
  /// - Parameter records: In any order; at least one, or the contact is empty.
  /// - Complexity: O(n) for n values, plus the square of the distinct values of one attribute.
  package func contact(id: ContactID, from records: [Record]) -> Contact {
    let members = members(of: records, priorities: priorities)
    let candidates = candidatesByAttribute(of: members)
    var values: [ContactValue] = []
    values.reserveCapacity(members.first?.record.values.count ?? 0)
    for (index, candidates) in candidates.enumerated() where !candidates.isEmpty {
      values += chosen(index, from: candidates, members: members)
    }
    var contact = Contact(
      id: id, kind: contactKind(of: records.map(\.kind)), values: values,
      records: records.map(\.id).sorted())
    contact.permissions = permissions(of: contact, members: members)
    return contact
  }

  private func candidatesByAttribute(of members: [Member]) -> [[Candidate]] {
    var candidates: [[Candidate]] = Array(repeating: [], count: attributes.count)
    for (member, position, field) in members.enumerated().lazy.flatMap({ index, member in
      member.record.values.enumerated().lazy.map { (index, $0.offset, $0.element) }
    }) {
      let index = attributes.firstIndex(of: field.attribute) ?? 0
      candidates[index].append(Candidate(field: field, member: member, position: position))
    }
    return candidates
  }

  private func chosen(
    _ index: Int, from candidates: [Candidate], members: [Member]
  ) -> [ContactValue] {
    if candidates.count == 1, let only = candidates.first {
      let record = members[only.member].record.id
      return [ContactValue(value: only.field, record: record, rule: .onlyValue)]
    }
    return columns(of: candidates).flatMap {
      Choice(
        of: attributes[index], from: $0, members: members, rules: rules[index].rules,
        isUnion: rules[index].isUnion
      ).values()
    }
  }

  /// The candidates that compete: values of columns with different names never do.
  private func columns(of candidates: [Candidate]) -> [[Candidate]] {
    guard candidates.first?.field.attribute == .extra else { return [candidates] }
    return Dictionary(grouping: candidates, by: \.field.name)
      .sorted { $0.key < $1.key }.map(\.value)
  }
}

/// All attributes in the order of a contact's values.
let attributes = Attribute.allCases

/// What a contact is, by what its records are.
///
/// A person as soon as one record knows them privately; a contact person when all know them at an
/// organization. Where records disagree between person and organization, the majority says it.
func contactKind(of kinds: [Record.Kind]) -> Record.Kind {
  let organizations = kinds.count { $0 == .organization }
  let households = kinds.count { $0 == .household }
  let people = kinds.count - organizations - households
  if organizations > 0, organizations >= people + households { return .organization }
  if people == 0 { return households > 0 ? .household : .organization }
  return kinds.contains(.person) ? .person : .contactPerson
}
