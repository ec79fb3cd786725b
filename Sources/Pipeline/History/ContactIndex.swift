internal import Foundation
internal import Normalization
internal import Records

/// Finds contacts by what other systems call them: customer number, e-mail, name, organization.
///
/// - Complexity: O(values) memory; each look-up O(hits).
struct ContactIndex: Sendable {
  private var byNumber: [String: [ContactID]] = [:]
  private var byEmail: [String: [ContactID]] = [:]
  private var byFamily: [String: [Person]] = [:]
  private var byOrganization: [String: [ContactID]] = [:]
  private var people: [ContactID: [Person]] = [:]
  private var employees: [ContactID: [ContactID]] = [:]
  private var employers: [ContactID: [ContactID]] = [:]
  private var organizationNames: [ContactID: [String]] = [:]

  /// A person's name as it is compared, and the organizations that stand beside it.
  struct Person: Hashable, Sendable {
    var contact: ContactID
    var given: String
    var family: String
    var organizations: [String]
  }

  /// Adds what a contact is called.
  mutating func add(_ contact: ContactNames) {
    for number in contact.numbers { insert(contact.id, into: &byNumber[number, default: []]) }
    for email in contact.emails { insert(contact.id, into: &byEmail[email, default: []]) }
    for key in contact.organizations {
      insert(contact.id, into: &byOrganization[key, default: []])
    }
    if !contact.organizations.isEmpty { organizationNames[contact.id] = contact.organizations }
    for person in contact.people { byFamily[person.family, default: []].append(person) }
    if !contact.people.isEmpty { people[contact.id] = contact.people }
  }

  /// Adds "works at" ties, which tell whom of an organization a name means.
  mutating func add(_ relation: Relation, person: ContactID, organization: ContactID) {
    guard relation.kind == .worksAt else { return }
    insert(person, into: &employees[organization, default: []])
    insert(organization, into: &employers[person, default: []])
  }

  /// The same, of a tie between contacts.
  mutating func add(_ relation: Relation) {
    add(relation, person: ContactID(relation.left), organization: ContactID(relation.right))
  }

  func contacts(number: String, numbering: String) -> [ContactID] {
    byNumber[numberKey(number, numbering)] ?? []
  }

  func contacts(email: String) -> [ContactID] { byEmail[email.lowercased()] ?? [] }

  func organizations(named value: FieldValue) -> [ContactID] {
    byOrganization[organizationKey(value)] ?? []
  }

  func employees(of organization: ContactID) -> [ContactID] { employees[organization] ?? [] }

  func employers(of person: ContactID) -> [ContactID] { employers[person] ?? [] }

  /// Whether an organization has a name.
  func isCalled(_ organization: ContactID, _ key: String) -> Bool {
    organizationNames[organization]?.contains(key) == true
  }

  func people(family: String) -> [Person] { byFamily[nameKey(family)] ?? [] }

  func names(of contact: ContactID) -> [Person] { people[contact] ?? [] }
}

/// What other systems may call a contact, in the form in which it is looked up.
struct ContactNames: Sendable {
  let id: ContactID
  private(set) var numbers: [String] = []
  private(set) var emails: [String] = []
  /// Of an organization: its own names.
  private(set) var organizations: [String] = []
  private(set) var people: [ContactIndex.Person] = []

  /// - Parameters:
  ///   - records: what the contact was merged from.
  ///   - numberings: source → numbering; numbers of other sources are passed over.
  init(
    _ id: ContactID, kind: Record.Kind, records: [Record], numberings: [String: String]
  ) {
    self.id = id
    var organizations: Set<String> = []
    for record in records {
      for value in record.values {
        switch value.attribute {
        case .customerNumber:
          guard let numbering = numberings[record.source] else { break }
          numbers.append(numberKey(value.value.text, numbering))
        case .email where value.mark != .invalid:
          emails.append(value.value.text.lowercased())
        case .organization: organizations.insert(organizationKey(value))
        default: break
        }
      }
    }
    if kind == .organization {
      self.organizations = organizations.sorted()
    } else {
      addPeople(of: records, organizations: organizations.sorted())
    }
  }

  /// - Parameters:
  ///   - records: what the contact was merged from.
  ///   - numberings: source → numbering; numbers of other sources are passed over.
  init(_ contact: Contact, records: [Record], numberings: [String: String]) {
    self.init(contact.id, kind: contact.kind, records: records, numberings: numberings)
  }

  private mutating func addPeople(of records: [Record], organizations: [String]) {
    var seen: Set<ContactIndex.Person> = []
    for record in records {
      for value in record.values where value.attribute == .name {
        guard case .name(let name) = value.value, !name.family.isEmpty else { continue }
        let person = ContactIndex.Person(
          contact: id, given: nameKey(name.given), family: nameKey(name.family),
          organizations: organizations)
        if seen.insert(person).inserted { people.append(person) }
      }
    }
  }
}

func numberKey(_ number: String, _ numbering: String) -> String {
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
  key.reserveCapacity(name.utf8.count + 2)
  var lead: UInt8 = 0
  for byte in name.utf8 {
    switch byte {
    case 0x61...0x7A, 0x30...0x39: key.append(byte)
    case 0x41...0x5A: key.append(byte | 0x20)
    case 0xC3: lead = byte
    case 0x80... where lead == 0xC3:
      appendLatin(byte, to: &key)
      lead = 0
    case 0x80...: return anyNameKey(name)
    default: break
    }
  }
  return String(decoding: key, as: UTF8.self)
}

/// A letter from U+00C0 to U+00FF by its second byte in UTF-8: these are nearly all that names have.
private func appendLatin(_ byte: UInt8, to key: inout [UInt8]) {
  let small = byte < 0xA0 && byte != 0x9F ? byte | 0x20 : byte
  switch small {
  case 0xA4: key += [97, 101]
  case 0xB6: key += [111, 101]
  case 0xBC: key += [117, 101]
  case 0x9F: key += [115, 115]
  case 0xA0...0xA5: key.append(97)
  case 0xA7: key.append(99)
  case 0xA8...0xAB: key.append(101)
  case 0xAC...0xAF: key.append(105)
  case 0xB1: key.append(110)
  case 0xB2...0xB5: key.append(111)
  case 0xB9...0xBB: key.append(117)
  case 0xBD, 0xBF: key.append(121)
  case 0xB7: break
  default: key += [0xC3, small]
  }
}

/// The same for any letters.
func anyNameKey(_ name: String) -> String {
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
