internal import Normalization
internal import Records

/// A hash of something that contacts are called by, and rows of history call them: equal names have
/// equal numbers, and two different ones hardly ever.
typealias NameKey = UInt32

/// What a name is, in the uppermost bits of its number.
private enum NameKind: UInt32 {
  case number, email, organization, family, given, initial, place
}

/// FNV-1a, folded to 29 bits.
private func nameHash(_ kind: NameKind, _ parts: String...) -> NameKey {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for part in parts {
    for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    hash = (hash ^ 0xFF) &* 0x100_0000_01b3
  }
  return key(kind, hash)
}

private func key(_ kind: NameKind, _ hash: UInt64) -> NameKey {
  UInt32(truncatingIfNeeded: hash ^ (hash >> 29)) & 0x1FFF_FFFF | kind.rawValue << 29
}

/// Somebody of a family at an organization.
private func placeKey(_ family: NameKey, _ organization: NameKey) -> NameKey {
  key(.place, (UInt64(family) << 32 | UInt64(organization)) &* 0x9E37_79B9_7F4A_7C15 >> 3)
}

extension [NameKey] {
  private func keys(_ kind: NameKind) -> [NameKey] { filter { $0 >> 29 == kind.rawValue } }

  /// Of a contact's names: those under which somebody at an organization of other names is looked
  /// for, when the contact is that person.
  func places(at organization: [NameKey]) -> [NameKey] {
    let firms = organization.keys(.organization)
    return keys(.family).flatMap { family in firms.map { placeKey(family, $0) } }
  }

  /// The numbers among a contact's names.
  var numbers: [NameKey] { keys(.number) }
}

extension ContactNames {
  /// Every name under which a row of history may find the contact.
  var keys: [NameKey] {
    numbers.map { nameHash(.number, $0) } + emails.map { nameHash(.email, $0) }
      + organizations.map { nameHash(.organization, $0) } + people.flatMap { Self.keys(of: $0) }
  }

  private static func keys(of person: ContactIndex.Person) -> [NameKey] {
    let family = nameHash(.family, person.family)
    var keys = [family, nameHash(.given, person.family, person.given)]
    if let initial = person.given.first.map(String.init) {
      keys.append(nameHash(.initial, person.family, initial))
    }
    return keys
      + person.organizations.map { placeKey(family, nameHash(.organization, $0)) }
  }

  /// A sum of all that the contact is called: equal sums, equal names of the same contact.
  var sum: UInt64 {
    var sum = UInt64(bitPattern: id) &* 0x9E37_79B9_7F4A_7C15
    func add(_ text: String, _ kind: UInt64) {
      for byte in text.utf8 { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01b3 }
      sum = (sum ^ (0x100 + kind)) &* 0x100_0000_01b3
    }
    for number in numbers { add(number, 1) }
    for email in emails { add(email, 2) }
    for organization in organizations { add(organization, 3) }
    for person in people {
      add(person.family, 4)
      add(person.given, 5)
      for organization in person.organizations { add(organization, 6) }
    }
    return sum
  }
}

/// What a row of history calls the contact it is about: a contact that shares none of these names,
/// and is no employer of one who does, has no part in finding it.
struct AskedNames: Sendable {
  private var number: [NameKey] = []
  private var email: [NameKey] = []
  private var person: [NameKey] = []
  private var place: [NameKey] = []
  private var organization: [NameKey] = []

  /// The names of a row that names nobody.
  init() {}

  init(_ row: Record, numbering: String?) {
    if let numbering, let text = row.first(.customerNumber)?.value.text {
      number = [nameHash(.number, numberKey(text, numbering))]
    }
    if let text = row.first(.email)?.value.text { email = [nameHash(.email, text.lowercased())] }
    if let value = row.first(.organization) {
      organization = [nameHash(.organization, organizationKey(value))]
    }
    guard let name = row.personName else { return }
    let family = nameKey(name.family)
    if let firm = organization.first {
      place = [placeKey(nameHash(.family, family), firm)]
    } else {
      person = Self.keys(family: family, given: nameKey(name.given))
    }
  }

  /// Who fits has the same given name, or none, or one of both is the other's initial. A family name
  /// alone finds nobody.
  private static func keys(family: String, given: String) -> [NameKey] {
    guard let initial = given.first.map(String.init) else { return [] }
    let none = nameHash(.given, family, "")
    if given.utf8.count == 1 { return [nameHash(.initial, family, initial), none] }
    return [nameHash(.given, family, given), nameHash(.given, family, initial), none]
  }

  var all: [NameKey] { number + email + person + place + organization }

  /// Those on which an answer depends that looked at some of them alone.
  func keys(of clues: Clues) -> [NameKey] {
    (clues.contains(.number) ? number : []) + (clues.contains(.email) ? email : [])
      + (clues.contains(.person) ? person : []) + (clues.contains(.place) ? place : [])
      + (clues.contains(.organization) ? organization : [])
  }
}

/// What of a row was looked at to find whom it is about.
struct Clues: OptionSet {
  var rawValue: UInt8
  static let number = Clues(rawValue: 1)
  static let email = Clues(rawValue: 2)
  static let person = Clues(rawValue: 4)
  static let organization = Clues(rawValue: 8)
  /// Both the person and the organization.
  static let place = Clues(rawValue: 16)
}

extension Record {
  /// The person's name that it says first, when it has a family name.
  var personName: PersonName? {
    guard case .name(let name)? = first(.name)?.value, !name.family.isEmpty else { return nil }
    return name
  }
}

/// Tells whether a name is one of some: mostly by one look at 128 kB.
struct NameFilter {
  private let names: Set<NameKey>
  private var marks = [UInt64](repeating: 0, count: 1 << 14)

  init(_ names: Set<NameKey>) {
    self.names = names
    for name in names { marks[Int(name >> 6 & 0x3FFF)] |= 1 << UInt64(name & 63) }
  }

  func contains(_ name: NameKey) -> Bool {
    marks[Int(name >> 6 & 0x3FFF)] >> UInt64(name & 63) & 1 == 1 && names.contains(name)
  }
}
