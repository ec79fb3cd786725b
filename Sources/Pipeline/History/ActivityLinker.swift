internal import Records

/// Finds the contact a row of history is about. It never guesses: two that fit equally give none.
struct ActivityLinker: Sendable {
  /// How a row found its contact.
  enum Way: String, CaseIterable, Hashable, Sendable {
    case customerNumber, email, nameAtOrganization, organization, name

    var meaning: Phrase {
      switch self {
      case .customerNumber: Phrase(de: "über die Kundennummer", en: "by customer number")
      case .email: Phrase(de: "über die E-Mail-Adresse", en: "by e-mail address")
      case .nameAtOrganization:
        Phrase(de: "über Name und Organisation", en: "by name and organization")
      case .organization: Phrase(de: "über die Organisation", en: "by organization")
      case .name: Phrase(de: "über den vollen Namen", en: "by full name")
      }
    }
  }

  let index: ContactIndex
  /// What is asked first.
  private static let order: [Way] = [
    .customerNumber, .email, .nameAtOrganization, .name, .organization,
  ]

  /// Why a row has no contact.
  enum Gap: String, CaseIterable, Hashable, Sendable {
    case namesNobody, unknown, several

    var meaning: Phrase {
      switch self {
      case .namesNobody: Phrase(de: "nennen niemanden", en: "name nobody")
      case .unknown: Phrase(de: "Genannte unbekannt", en: "of unknown contacts")
      case .several: Phrase(de: "mehrere kommen in Frage", en: "several contacts fit")
      }
    }
  }

  /// What was found out about a row.
  enum Answer: Hashable, Sendable {
    case found(ContactID, Way)
    case none(Gap)
  }

  /// What a row says narrows down whom it means: its number first, then e-mail, name and
  /// organization. What speaks for none of those left is passed over.
  ///
  /// - Parameters:
  ///   - row: the row's number, e-mail, name and organization, normalized like a record.
  ///   - numbering: what its customer number counts in; nil: no number is looked up.
  func answer(for row: Record, numbering: String?) -> Answer {
    var clues: Clues = []
    return answer(for: row, numbering: numbering, by: &clues)
  }

  /// - Parameter clues: what was looked at is added.
  func answer(for row: Record, numbering: String?, by clues: inout Clues) -> Answer {
    let name = row.personName
    let organization = row.first(.organization)
    var left: [ContactID] = []
    var way: Way?
    // Each is looked up only when those before leave more than one.
    for kind in Self.order {
      let clue = clue(kind, of: row, name, organization, numbering, among: left)
      if let looked = kind.looksAt(isFirst: left.isEmpty) { clues.insert(looked) }
      guard !clue.contacts.isEmpty else { continue }
      let fitting = left.isEmpty ? clue.contacts : left.filter(clue.contacts.contains)
      guard !fitting.isEmpty, !left.isEmpty || !clue.onlyNarrows else { continue }
      way = way ?? kind
      left = fitting
      if let contact = only(left), let way { return .found(contact, way) }
    }
    // Somebody at a known organization: at least that is known.
    clues.insert(.organization)
    if name != nil, left.isEmpty || way == .nameAtOrganization, let organization,
      let firm = only(index.organizations(named: organization))
    {
      return .found(firm, .organization)
    }
    return .none(left.isEmpty ? .unknown : .several)
  }

  /// Contacts that one word of a row speaks for.
  private struct Clue {
    var contacts: [ContactID] = []
    /// Whether it is too weak to find anybody by itself.
    var onlyNarrows = false
  }

  private func clue(
    _ kind: Way, of row: Record, _ name: PersonName?, _ organization: FieldValue?,
    _ numbering: String?, among left: [ContactID]
  ) -> Clue {
    switch kind {
    case .customerNumber: return Clue(contacts: byNumber(row, name, numbering))
    case .email: return Clue(contacts: byEmail(row, name))
    case .nameAtOrganization:
      guard let name, let organization else { return Clue() }
      return Clue(contacts: atOrganization(name, organization))
    case .name:
      guard let name else { return Clue() }
      // Of several that are left it tells whose name fits best, whoever else is called so.
      guard left.isEmpty else { return Clue(contacts: matching(name, in: people(left))) }
      guard organization == nil, !name.given.isEmpty else { return Clue() }
      return Clue(contacts: matching(name, in: index.people(family: name.family)))
    case .organization:
      guard let organization else { return Clue() }
      return Clue(contacts: index.organizations(named: organization), onlyNarrows: name != nil)
    }
  }

  /// The number's contacts; when it is an organization and a person is named, that person there.
  private func byNumber(_ row: Record, _ name: PersonName?, _ numbering: String?) -> [ContactID] {
    guard let numbering, let number = row.first(.customerNumber)?.value.text else { return [] }
    let contacts = index.contacts(number: number, numbering: numbering)
    guard let contact = only(contacts), let name, index.names(of: contact).isEmpty else {
      return contacts
    }
    let people = index.employees(of: contact).flatMap(index.names(of:))
    return [only(matching(name, in: people)) ?? contact]
  }

  /// The address's contacts; among several that share a mailbox, those with the name, or without
  /// any where none is named.
  private func byEmail(_ row: Record, _ name: PersonName?) -> [ContactID] {
    guard let email = row.first(.email)?.value.text else { return [] }
    let contacts = index.contacts(email: email)
    guard contacts.count > 1 else { return contacts }
    let fitting =
      name.map { matching($0, in: contacts.flatMap(index.names(of:))) }
      ?? contacts.filter { index.names(of: $0).isEmpty }
    return fitting.isEmpty ? contacts : fitting
  }

  /// Those with the name beside whom the organization stands, or who work at one of its name.
  private func atOrganization(_ name: PersonName, _ organization: FieldValue) -> [ContactID] {
    let key = organizationKey(organization)
    return matching(name, in: index.people(family: name.family)) { person in
      person.organizations.contains(key)
        || index.employers(of: person.contact).contains { index.isCalled($0, key) }
    }
  }

  private func people(_ contacts: [ContactID]) -> [ContactIndex.Person] {
    contacts.flatMap(index.names(of:))
  }

  /// Those with the family name, and a given name or initial that fits.
  private func matching(
    _ name: PersonName, in people: [ContactIndex.Person],
    where isMeant: (ContactIndex.Person) -> Bool = { _ in true }
  ) -> [ContactID] {
    let family = nameKey(name.family)
    let given = nameKey(name.given)
    var exact: [ContactID] = []
    var fitting: [ContactID] = []
    for person in people
    where fits(given, person.given) && person.family == family && isMeant(person) {
      if person.given == given, !given.isEmpty { exact.append(person.contact) }
      fitting.append(person.contact)
    }
    return exact.isEmpty ? fitting : exact
  }

  /// Equal, one missing, or an initial of the other.
  private func fits(_ left: String, _ right: String) -> Bool {
    let (short, long) = left.utf8.count <= right.utf8.count ? (left, right) : (right, left)
    return short.isEmpty || short == long || (short.count == 1 && long.hasPrefix(short))
  }

  private func only(_ contacts: [ContactID]) -> ContactID? {
    guard let first = contacts.first, contacts.allSatisfy({ $0 == first }) else { return nil }
    return first
  }
}

extension ActivityLinker.Way {
  /// What of a row it looks at for itself; nil: at none but those who are left, each of whom was
  /// found by something that was looked at before.
  fileprivate func looksAt(isFirst: Bool) -> Clues? {
    switch self {
    case .customerNumber: .number
    case .email: .email
    case .nameAtOrganization: .place
    case .name: isFirst ? .person : nil
    case .organization: isFirst ? .organization : nil
    }
  }
}
