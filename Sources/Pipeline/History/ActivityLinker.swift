internal import Records

/// Finds the contact a row of history is about. It never guesses: two that fit equally give none.
struct ActivityLinker {
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

  /// - Parameters:
  ///   - row: the row's number, e-mail, name and organization, normalized like a record.
  ///   - numbering: what its customer number counts in; nil: no number is looked up.
  func contact(of row: Record, numbering: String?) -> (contact: ContactID, way: Way)? {
    let name = personName(of: row)
    if let found = byNumber(row, name, numbering) { return (found, .customerNumber) }
    if let found = byEmail(row, name) { return (found, .email) }
    let organization = row.first(.organization)
    if let name, let organization {
      return atOrganization(name, organization).map { ($0, .nameAtOrganization) }
    }
    if let organization {
      return only(index.organizations(named: organization)).map { ($0, .organization) }
    }
    guard let name, !name.given.isEmpty else { return nil }
    return only(matching(name, in: index.people(family: name.family))).map { ($0, .name) }
  }

  private func personName(of row: Record) -> PersonName? {
    guard case .name(let name)? = row.first(.name)?.value, !name.family.isEmpty else { return nil }
    return name
  }

  /// The number's contact; when it is an organization and a person is named, that person there.
  private func byNumber(_ row: Record, _ name: PersonName?, _ numbering: String?) -> ContactID? {
    guard let numbering, let number = row.first(.customerNumber)?.value.text,
      let contact = only(index.contacts(number: number, numbering: numbering))
    else { return nil }
    guard let name, index.names(of: contact).isEmpty else { return contact }
    let people = index.employees(of: contact).flatMap(index.names(of:))
    return only(matching(name, in: people)) ?? contact
  }

  /// The address's contact; among several that share a mailbox, the one with the name.
  private func byEmail(_ row: Record, _ name: PersonName?) -> ContactID? {
    guard let email = row.first(.email)?.value.text else { return nil }
    let contacts = index.contacts(email: email)
    guard contacts.count > 1 else { return contacts.first }
    if let name { return only(matching(name, in: contacts.flatMap(index.names(of:)))) }
    return only(contacts.filter { index.names(of: $0).isEmpty })
  }

  private func atOrganization(_ name: PersonName, _ organization: FieldValue) -> ContactID? {
    let key = organizationKey(organization)
    let employees = Set(
      index.organizations(named: organization).flatMap(index.employees(of:)))
    let people = index.people(family: name.family).filter {
      $0.organizations.contains(key) || employees.contains($0.contact)
    }
    return only(matching(name, in: people))
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
