internal import Normalization
internal import Records

/// A hash of something that contacts are called by, and rows of history call them: equal names have
/// equal numbers, and two different ones hardly ever.
typealias NameKey = UInt32

/// FNV-1a, folded to 32 bits.
private func nameHash(_ kind: StaticString, _ parts: String...) -> NameKey {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ UInt64(kind.utf8Start.pointee)
  hash = hash &* 0x100_0000_01b3
  for part in parts {
    for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    hash = (hash ^ 0xFF) &* 0x100_0000_01b3
  }
  return UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
}

extension ContactNames {
  /// Every name under which a row of history may find the contact.
  var keys: [NameKey] {
    numbers.map { nameHash("n", $0) } + emails.map { nameHash("e", $0) }
      + organizations.map { nameHash("o", $0) }
      + people.flatMap { person -> [NameKey] in
        let whole = nameHash("g", person.family, person.given)
        guard let initial = person.given.first.map(String.init) else {
          return [nameHash("f", person.family), whole]
        }
        return [
          nameHash("f", person.family), nameHash("i", person.family, initial), whole,
        ]
      }
  }
}

/// What a row of history calls the contact it is about: a contact that shares none of these names
/// has no part in finding it.
struct AskedNames: Sendable {
  private var number: [NameKey] = []
  private var email: [NameKey] = []
  private var person: [NameKey] = []
  private var organization: [NameKey] = []

  /// The names of a row that names nobody.
  init() {}

  init(_ row: Record, numbering: String?) {
    if let numbering, let text = row.first(.customerNumber)?.value.text {
      number = [nameHash("n", numberKey(text, numbering))]
    }
    if let text = row.first(.email)?.value.text { email = [nameHash("e", text.lowercased())] }
    if let value = row.first(.organization) {
      organization = [nameHash("o", organizationKey(value))]
    }
    if let name = row.personName {
      person = Self.keys(family: nameKey(name.family), given: nameKey(name.given))
    }
  }

  /// Who fits has the same given name, or none, or one of both is the other's initial.
  private static func keys(family: String, given: String) -> [NameKey] {
    guard let initial = given.first.map(String.init) else { return [nameHash("f", family)] }
    let none = nameHash("g", family, "")
    if given.utf8.count == 1 { return [nameHash("i", family, initial), none] }
    return [nameHash("g", family, given), nameHash("g", family, initial), none]
  }

  var all: [NameKey] { number + email + person + organization }

  /// Those on which an answer depends that looked at some of them alone.
  func keys(of clues: Clues) -> [NameKey] {
    (clues.contains(.number) ? number : []) + (clues.contains(.email) ? email : [])
      + (clues.contains(.person) ? person : [])
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
}

extension Record {
  /// The person's name that it says first, when it has a family name.
  var personName: PersonName? {
    guard case .name(let name)? = first(.name)?.value, !name.family.isEmpty else { return nil }
    return name
  }
}
