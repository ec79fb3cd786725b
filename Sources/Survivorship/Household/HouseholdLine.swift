package import Records

/// One postal line of the Christmas cards: whom a letter names, and where it goes.
package struct HouseholdLine: Hashable, Sendable {
  /// "Hans und Erika Müller", "Familie Müller", "Dr. Anna Schmidt", "Müller GmbH".
  package var addressee: String
  /// The organization under the name of a contact person; else empty.
  package var organization: String
  /// c/o, back building, floor; else empty.
  package var addition: String
  /// "Hauptstraße 12" or "Postfach 12 34".
  package var street: String
  package var postalCode: String
  package var place: String
  /// ISO 3166 alpha-2; empty when unknown.
  package var country: String
  /// The contacts the letter is for, ascending.
  package var contacts: [ContactID]
}

/// Why a contact gets no postal line.
package enum LeftOutReason: String, CaseIterable, Hashable, Sendable {
  case deceased, blocked, objection
  /// Somebody of the same name at the same door may get no letter, and may be the same person.
  case namesake
  case noAddress = "no_address"
  case noName = "no_name"

  /// The reason in words.
  package var phrase: Phrase {
    switch self {
    case .deceased: Phrase(de: "verstorben", en: "deceased")
    case .blocked: Phrase(de: "gesperrt", en: "blocked")
    case .objection: Phrase(de: "Briefen widersprochen", en: "objected to letters")
    case .namesake:
      Phrase(
        de: "gleichnamig mit jemandem im Haushalt, der keine Briefe bekommen darf",
        en: "of the same name as someone in the household who may get no letters")
    case .noAddress: Phrase(de: "keine zustellbare Anschrift", en: "no postal address")
    case .noName: Phrase(de: "ohne Namen", en: "without a name")
    }
  }
}

/// All postal lines, and how many contacts have none, by reason.
package struct HouseholdLines: Hashable, Sendable {
  /// By country, postal code, place, street and addressee: the order a sorting office likes.
  package var lines: [HouseholdLine] = []
  package var leftOut: [LeftOutReason: Int] = [:]
}

/// The postal lines of households: one for each, organizations their own.
///
/// - Parameters:
///   - households: Contacts that live together, as `households(of:joined:)` gives them; each
///     contact once.
///   - language: Of "Familie" and "und" in the addressees.
/// - Complexity: O(n log n) for n contacts; households are small.
package func householdLines(
  of households: [[Contact]], language: Language = .german
) -> HouseholdLines {
  var result = HouseholdLines()
  for household in households {
    let sorted = household.sorted { $0.id < $1.id }
    let organizations = sorted.filter { $0.kind == .organization }
    let people = sorted.filter { $0.kind != .organization }
    for group in organizations.map({ [$0] }) + (people.isEmpty ? [] : [people]) {
      var letter = HouseholdLetter(group, language)
      result.lines += letter.lines()
      result.leftOut.merge(letter.leftOut) { $0 + $1 }
    }
  }
  result.lines = result.lines.map { ($0.sortKey, $0) }
    .sorted { $0.0.lexicographicallyPrecedes($1.0) }.map(\.1)
  return result
}

/// The contacts in groups of those that live together; who is in no pair stands alone.
///
/// - Parameters:
///   - contacts: In any order.
///   - pairs: Contacts with a household relation; ids that are not among the contacts are passed
///     over.
/// - Returns: Groups by their lowest id, each ascending.
package func households(
  of contacts: [Contact], joined pairs: [(ContactID, ContactID)]
) -> [[Contact]] {
  let sorted = contacts.sorted { $0.id < $1.id }
  var root = Array(sorted.indices)
  var index: [ContactID: Int] = [:]
  for (position, contact) in sorted.enumerated() { index[contact.id] = position }
  func top(_ start: Int) -> Int {
    var position = start
    while root[position] != position {
      root[position] = root[root[position]]
      position = root[position]
    }
    return position
  }
  for (left, right) in pairs {
    guard let left = index[left], let right = index[right] else { continue }
    let (one, other) = (top(left), top(right))
    root[max(one, other)] = min(one, other)
  }
  var groups: [Int: [Contact]] = [:]
  for position in sorted.indices { groups[top(position), default: []].append(sorted[position]) }
  return groups.sorted { $0.key < $1.key }.map(\.value)
}

extension HouseholdLine {
  fileprivate var sortKey: [String] {
    let ids = contacts.map { String(repeating: "0", count: max(0, 20 - "\($0)".count)) + "\($0)" }
    return [country, postalCode, place, street, addressee] + ids
  }
}

extension Contact {
  /// What postal lines ask of a contact, in a small part of its memory.
  package var forLetters: Contact {
    var slim = Contact(id: id, kind: kind, values: [], records: [])
    for value in values {
      switch value.value.attribute {
      case .name, .title, .salutation, .birthDate, .organization, .address, .status:
        var field = value.value
        field.raw = ""
        let lost = field.attribute == .status ? value.lost : []
        slim.values.append(
          ContactValue(value: field, record: value.record, rule: value.rule, lost: lost))
      default: break
      }
    }
    slim.permissions = permissions.filter { $0.channel == .post }
    return slim
  }

  /// Why no letter may go to the contact, its address aside; nil when one may.
  var letterBar: LeftOutReason? {
    let statuses = statuses
    if statuses.contains(.deceased) { return .deceased }
    if statuses.contains(.blocked) { return .blocked }
    // Who has no address of their own may live at the others': the letter looks for it.
    let noAddress = PermissionReason.noPostalAddress.phrase
    let mayGo = permissions.contains {
      $0.channel == .post && ($0.isAllowed || $0.reason == noAddress)
    }
    return mayGo ? nil : .objection
  }
}
