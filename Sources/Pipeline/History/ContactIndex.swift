internal import Foundation
internal import Normalization
internal import Records

/// Finds contacts by what other systems call them: customer number, e-mail, name, organization.
///
/// - Complexity: O(values) memory; each look-up O(hits).
struct ContactIndex {
  private var byNumber: [String: [ContactID]] = [:]
  private var byEmail: [String: [ContactID]] = [:]
  private var byFamily: [String: [Person]] = [:]
  private var byOrganization: [String: [ContactID]] = [:]
  private var people: [ContactID: [Person]] = [:]
  private var employees: [ContactID: [ContactID]] = [:]

  /// A person's name as it is compared, and the organizations that stand beside it.
  struct Person: Hashable {
    var contact: ContactID
    var given: String
    var family: String
    var organizations: [String]
  }

  /// Adds a contact with the records it was merged from.
  ///
  /// - Parameter numberings: source → numbering; numbers of other sources are not indexed.
  mutating func add(_ contact: Contact, records: [Record], numberings: [String: String]) {
    for record in records {
      guard let numbering = numberings[record.source] else { continue }
      for value in record.values(of: .customerNumber) {
        insert(contact.id, into: &byNumber[numberKey(value.value.text, numbering), default: []])
      }
    }
    for record in records {
      for value in record.values(of: .email) where value.mark != .invalid {
        insert(contact.id, into: &byEmail[value.value.text.lowercased(), default: []])
      }
    }
    let organizations = Set(records.flatMap { $0.values(of: .organization) }.map(organizationKey))
      .sorted()
    if contact.kind == .organization {
      for key in organizations { insert(contact.id, into: &byOrganization[key, default: []]) }
    } else {
      addPerson(contact, records: records, organizations: organizations)
    }
  }

  /// Adds "works at" ties, which tell whom of an organization a name means.
  mutating func add(_ relation: Relation, person: ContactID, organization: ContactID) {
    guard relation.kind == .worksAt else { return }
    insert(person, into: &employees[organization, default: []])
  }

  func contacts(number: String, numbering: String) -> [ContactID] {
    byNumber[numberKey(number, numbering)] ?? []
  }

  func contacts(email: String) -> [ContactID] { byEmail[email.lowercased()] ?? [] }

  func organizations(named value: FieldValue) -> [ContactID] {
    byOrganization[organizationKey(value)] ?? []
  }

  func employees(of organization: ContactID) -> [ContactID] { employees[organization] ?? [] }

  func people(family: String) -> [Person] { byFamily[nameKey(family)] ?? [] }

  func names(of contact: ContactID) -> [Person] { people[contact] ?? [] }

  private mutating func addPerson(
    _ contact: Contact, records: [Record], organizations: [String]
  ) {
    var seen: Set<Person> = []
    for record in records {
      for value in record.values(of: .name) {
        guard case .name(let name) = value.value, !name.family.isEmpty else { continue }
        let person = Person(
          contact: contact.id, given: nameKey(name.given), family: nameKey(name.family),
          organizations: organizations)
        guard seen.insert(person).inserted else { continue }
        byFamily[person.family, default: []].append(person)
        people[contact.id, default: []].append(person)
      }
    }
  }
}

private func numberKey(_ number: String, _ numbering: String) -> String {
  let form = CustomerNumber.comparisonForm(of: number)
  return numbering + ":" + (form.isEmpty ? number : form)
}

/// The organization's core in small letters and digits alone.
func organizationKey(_ value: FieldValue) -> String {
  guard case .organization(let organization) = value.value else { return "" }
  return nameKey(organization.core.isEmpty ? organization.text : organization.core)
}

/// Small letters and digits alone, umlauts spelled out: "Müller-Lüdenscheidt" and "MUELLER LUEDENSCHEIDT".
func nameKey(_ name: String) -> String {
  var key: [UInt8] = []
  for scalar in name.decomposedStringWithCanonicalMapping.lowercased().unicodeScalars {
    switch scalar {
    case "a"..."z", "0"..."9": key.append(UInt8(truncatingIfNeeded: scalar.value))
    case "ß": key += [115, 115]
    // The mark of an umlaut: ä is written ae.
    case "\u{308}" where "aou".utf8.contains(key.last ?? 0): key.append(101)
    case _ where scalar.value > 127 && scalar.properties.isAlphabetic:
      key += Array(String(scalar).utf8)
    default: break
    }
  }
  return String(decoding: key, as: UTF8.self)
}

/// Adds a contact to a list that lacks it.
///
/// Not a method: the index would be kept alive for it, and each insertion copy a whole dictionary.
private func insert(_ contact: ContactID, into list: inout [ContactID]) {
  if !list.contains(contact) { list.append(contact) }
}
