package import Records

/// Merges the records of a cluster into one contact.
///
/// A pure function of the records and of the objections that others make to the same addresses:
/// their order, their ids and the day play no part. Every value of
/// the contact is a value of one of its records, and every value of a record is chosen, agrees with
/// a chosen one, or is listed as lost.
package struct Merger: Sendable {
  private let priorities: [String: Int]
  /// By the attribute's position in its declaration.
  private let rules: [(rules: [SurvivorshipRule], isUnion: Bool)]
  private let objections: Objections
  private let choices: ChosenValues

  /// Every reason that a contact's permissions may give.
  package var permissionReasons: [Phrase] {
    PermissionReason.allCases.map(\.phrase) + objections.phrases
  }

  /// - Parameters:
  ///   - priorities: Of sources by name; the higher wins, an unnamed source has 0.
  ///   - objections: Of all records there are, of other contacts too.
  ///   - choices: The values that people chose.
  package init(
    rules: SurvivorshipRules, priorities: [String: Int], objections: Objections = Objections(),
    choices: ChosenValues = ChosenValues()
  ) {
    self.choices = choices
    self.priorities = priorities
    self.objections = objections
    self.rules = attributes.map { (rules.complete($0), rules.unites($0)) }
  }

  /// The contact of a cluster.
  ///
  /// - Parameter records: In any order; at least one, or the contact is empty.
  /// - Complexity: O(n) for n values, plus the square of the distinct values of one attribute.
  package func contact(id: ContactID, from records: [Record]) -> Contact {
    let members = members(of: records, priorities: priorities)
    let places = placesByAttribute(of: members)
    var values: [ContactValue] = []
    values.reserveCapacity(members.first?.record.values.count ?? 0)
    var start = 0
    while start < places.count {
      let attribute = places[start].attribute
      var end = start + 1
      while end < places.count && places[end].attribute == attribute { end += 1 }
      let list = places[start..<end].map(\.candidate)
      append(attribute, from: Candidates(members: members, list: list), to: &values)
      start = end
    }
    var contact = Contact(
      id: id, kind: contactKind(of: records.map(\.kind)), values: values,
      records: records.map(\.id).sorted())
    contact.permissions = permissions(
      of: contact, members: members, objections: objections)
    return contact
  }

  /// Where the values stand, by attribute, then by member and position.
  private func placesByAttribute(of members: [Member]) -> [Place] {
    var places: [Place] = []
    places.reserveCapacity(members.reduce(0) { $0 + $1.record.values.count })
    for member in members.indices {
      for position in members[member].record.values.indices {
        let attribute = members[member].record.values[position].attribute.ordinal
        places.append(Place(attribute: attribute, member: member, position: position))
      }
    }
    // A record's own values are in this order already.
    if members.count > 1 || !zip(places, places.dropFirst()).allSatisfy({ $0 < $1 }) {
      places.sort()
    }
    return places
  }

  private func append(
    _ index: Int, from candidates: Candidates, to values: inout [ContactValue]
  ) {
    guard candidates.list.count > 1 else {
      values.append(onlyValue(of: candidates))
      return
    }
    guard attributes[index] == .extra else {
      values += choice(index, candidates).values()
      return
    }
    for column in columns(of: candidates) {
      if column.list.count == 1 {
        values.append(onlyValue(of: column))
      } else {
        values += choice(index, column).values()
      }
    }
  }

  private func choice(_ index: Int, _ candidates: Candidates) -> Choice {
    Choice(
      of: attributes[index], from: candidates, rules: rules[index].rules,
      isUnion: rules[index].isUnion,
      decided: choices.isEmpty ? nil : choices.candidate(of: attributes[index], in: candidates))
  }

  private func onlyValue(of candidates: Candidates) -> ContactValue {
    ContactValue(value: candidates.field(0), record: candidates.record(0), rule: .onlyValue)
  }

  /// The candidates that compete: values of columns with different names never do.
  private func columns(of candidates: Candidates) -> [Candidates] {
    let named = candidates.indices.map { (name: candidates.field($0).name, index: $0) }
      .sorted { ($0.name, $0.index) < ($1.name, $1.index) }
    var columns: [Candidates] = []
    var start = 0
    for end in 1...named.count where end == named.count || named[end].name != named[start].name {
      let list = named[start..<end].map { candidates.list[$0.index] }
      columns.append(Candidates(members: candidates.members, list: list))
      start = end
    }
    return columns
  }
}

/// Where a value stands: attribute, member and position in one number.
private struct Place: Comparable {
  private let number: Int

  init(attribute: Int, member: Int, position: Int) {
    number = attribute << 48 | member << 24 | position
  }

  var attribute: Int { number >> 48 }
  var candidate: Candidate {
    Candidate(member: number >> 24 & 0xFF_FFFF, position: number & 0xFF_FFFF)
  }

  static func < (left: Place, right: Place) -> Bool { left.number < right.number }
}

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
