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
    let name = personName(of: row)
    var left: [ContactID] = []
    var way: Way?
    for clue in clues(of: row, name, numbering) where !clue.contacts.isEmpty {
      let fitting = left.isEmpty ? clue.contacts : left.filter(clue.contacts.contains)
      guard !fitting.isEmpty, !left.isEmpty || !clue.onlyNarrows else { continue }
      way = way ?? clue.way
      left = fitting
      if let contact = only(left), let way { return .found(contact, way) }
    }
    // Somebody at a known organization: at least that is known.
    if name != nil, left.isEmpty || way == .nameAtOrganization,
      let organization = row.first(.organization),
      let firm = only(index.organizations(named: organization))
    {
      return .found(firm, .organization)
    }
    return .none(left.isEmpty ? .unknown : .several)
  }

  /// Contacts that one word of a row speaks for.
  private struct Clue {
    let way: Way
    let contacts: [ContactID]
    /// Whether it is too weak to find anybody by itself.
    var onlyNarrows = false
  }

  private func clues(of row: Record, _ name: PersonName?, _ numbering: String?) -> [Clue] {
    var clues = [
      Clue(way: .customerNumber, contacts: byNumber(row, name, numbering)),
      Clue(way: .email, contacts: byEmail(row, name)),
    ]
    let organization = row.first(.organization)
    if let name {
      if let organization {
        clues.append(Clue(way: .nameAtOrganization, contacts: atOrganization(name, organization)))
      }
      clues.append(
        Clue(
          way: .name, contacts: matching(name, in: index.people(family: name.family)),
          onlyNarrows: organization != nil || name.given.isEmpty))
    }
    if let organization {
      clues.append(
        Clue(
          way: .organization, contacts: index.organizations(named: organization),
          onlyNarrows: name != nil))
    }
    return clues
  }

  private func personName(of row: Record) -> PersonName? {
    guard case .name(let name)? = row.first(.name)?.value, !name.family.isEmpty else { return nil }
    return name
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

  private func atOrganization(_ name: PersonName, _ organization: FieldValue) -> [ContactID] {
    let key = organizationKey(organization)
    let employees = Set(
      index.organizations(named: organization).flatMap(index.employees(of:)))
    let people = index.people(family: name.family).filter {
      $0.organizations.contains(key) || employees.contains($0.contact)
    }
    return matching(name, in: people)
  }

  /// Those with the family name, and a given name or initial that fits.
  private func matching(_ name: PersonName, in people: [ContactIndex.Person]) -> [ContactID] {
    let family = nameKey(name.family)
    let given = nameKey(name.given)
    let sameFamily = people.filter { $0.family == family }
    let exact = sameFamily.filter { $0.given == given && !given.isEmpty }
    let fitting = sameFamily.filter { fits(given, $0.given) }
    return (exact.isEmpty ? fitting : exact).map(\.contact)
  }

  /// Equal, one missing, or an initial of the other.
  private func fits(_ left: String, _ right: String) -> Bool {
    let (short, long) = left.count <= right.count ? (left, right) : (right, left)
    return short.isEmpty || short == long || (short.count == 1 && long.hasPrefix(short))
  }

  private func only(_ contacts: [ContactID]) -> ContactID? {
    guard let first = contacts.first, contacts.allSatisfy({ $0 == first }) else { return nil }
    return first
  }
}
