internal import Linkage
internal import Records
internal import Survivorship

/// What a contact may do at an address, as the report counts it.
struct PermissionKind: Hashable, Sendable, Codable {
  var channel: String
  var isAllowed: Bool
  var german: String
  var english: String

  init(_ permission: Permission) {
    channel = permission.channel.rawValue
    isAllowed = permission.isAllowed
    german = permission.reason.german
    english = permission.reason.english
  }
}

/// What is kept of a contact when it has been merged: what the report counts, and where objections
/// concern it.
struct ContactTraits: Sendable {
  /// The attributes of each of its records, ascending by id: a bit each, by the attribute's ordinal.
  var recordAttributes: [UInt64]
  var attributes: UInt64
  /// Of addresses and numbers, and for post, of contacts.
  var permissions: [PermissionKind]
  /// Of each record.
  var places: [[ObjectionPlace]]
  /// What history may call it.
  var names: [NameKey]
  /// Which contact is called so, and a sum of all its names.
  var calling: Calling

  /// - Parameters:
  ///   - records: what it was merged from, ascending by id.
  ///   - names: nil where there is no history.
  init(_ contact: Contact, records: [Record], names: ContactNames? = nil) {
    self.names = names?.keys ?? []
    calling = Calling(contact: contact.id, sum: names?.sum ?? 0)
    recordAttributes = records.map { Self.bits($0.values.map(\.attribute)) }
    attributes = Self.bits(contact.values.map(\.value.attribute))
    permissions = contact.permissions.filter { $0.channel == .post || !$0.address.isEmpty }
      .map(PermissionKind.init)
    places = records.map(Objections.places(of:))
  }

  private static func bits(_ attributes: [Attribute]) -> UInt64 {
    attributes.reduce(0) { $0 | 1 << UInt64($1.ordinal) }
  }
}

/// A contact, and a sum of all that it is called.
struct Calling: BitwiseCopyable, Hashable, Sendable {
  var contact: ContactID
  var sum: UInt64
}

/// The traits of all contacts, by the positions of their records.
struct TraitTable: Sendable {
  private(set) var recordAttributes: [UInt64]
  /// By the contact's lowest record.
  private(set) var attributes: [UInt64]
  /// The number of its permissions' pattern, by the contact's lowest record.
  private(set) var patternNumbers: [UInt32]
  /// Every list of permissions that occurs.
  private(set) var patterns: [[PermissionKind]] = []
  /// Places of objections, and the record of each.
  private(set) var places: [ObjectionPlace] = []
  private(set) var owners: [UInt32] = []
  /// What history may call contacts, and each one's lowest record.
  private(set) var names: [NameKey] = []
  private(set) var nameOwners: [UInt32] = []
  /// By the contact's lowest record.
  private var callings: [Calling]
  /// What contacts are called, now and before, that are called otherwise than before.
  private(set) var changedNames: [ContactID: [NameKey]] = [:]
  /// The sums of names that are merged anew.
  private var formerSums: [ContactID: UInt64] = [:]
  /// Whether those are noted: where something was known before.
  private var notesChanges = false
  private var numbers: [[PermissionKind]: UInt32] = [:]

  init(records: Int) {
    recordAttributes = [UInt64](repeating: 0, count: records)
    attributes = recordAttributes
    patternNumbers = [UInt32](repeating: 0, count: records)
    callings = [Calling](repeating: Calling(contact: 0, sum: 0), count: records)
  }

  /// Puts a contact's traits.
  ///
  /// - Parameter members: its records' positions, ascending; `forget` has been told of them.
  mutating func set(_ traits: ContactTraits, of members: [Int]) {
    guard let head = members.first else { return }
    for (place, member) in members.enumerated() {
      recordAttributes[member] = traits.recordAttributes[place]
      places += traits.places[place]
      owners += repeatElement(UInt32(member), count: traits.places[place].count)
    }
    names += traits.names
    nameOwners += repeatElement(UInt32(head), count: traits.names.count)
    callings[head] = traits.calling
    if notesChanges { note(traits.names, of: traits.calling) }
    attributes[head] = traits.attributes
    let pattern = traits.permissions.sorted {
      ($0.channel, $0.english, $0.isAllowed ? 1 : 0) < (
        $1.channel, $1.english, $1.isAllowed ? 1 : 0
      )
    }
    patternNumbers[head] = number(of: pattern)
  }

  /// Notes what a contact is called now, where that is something else than before.
  private mutating func note(_ names: [NameKey], of calling: Calling) {
    if formerSums[calling.contact] == calling.sum {
      changedNames[calling.contact] = nil
    } else {
      changedNames[calling.contact, default: []] += names
    }
  }

  private mutating func number(of pattern: [PermissionKind]) -> UInt32 {
    if let known = numbers[pattern] { return known }
    numbers[pattern] = UInt32(patterns.count)
    patterns.append(pattern)
    return UInt32(patterns.count - 1)
  }

  /// Takes away the places and names of records whose contacts are merged anew.
  mutating func forget(_ isMerged: [Bool]) {
    var kept = 0
    for index in owners.indices where !isMerged[Int(owners[index])] {
      (places[kept], owners[kept]) = (places[index], owners[index])
      kept += 1
    }
    places.removeLast(places.count - kept)
    owners.removeLast(owners.count - kept)
    kept = 0
    for index in nameOwners.indices {
      if isMerged[Int(nameOwners[index])] {
        if notesChanges { lose(names[index], of: callings[Int(nameOwners[index])]) }
      } else {
        (names[kept], nameOwners[kept]) = (names[index], nameOwners[index])
        kept += 1
      }
    }
    names.removeLast(names.count - kept)
    nameOwners.removeLast(nameOwners.count - kept)
  }

  private mutating func lose(_ name: NameKey, of calling: Calling) {
    changedNames[calling.contact, default: []].append(name)
    formerSums[calling.contact] = calling.sum
  }

  /// The same with other positions.
  ///
  /// - Parameter numbers: the new position of each record; nil: it is no more.
  func renumbered(_ numbers: [Int?], count: Int) -> TraitTable {
    var table = TraitTable(records: count)
    table.notesChanges = true
    table.patterns = patterns
    table.numbers = self.numbers
    for (old, new) in numbers.enumerated() {
      guard let new else { continue }
      table.recordAttributes[new] = recordAttributes[old]
      table.attributes[new] = attributes[old]
      table.patternNumbers[new] = patternNumbers[old]
      table.callings[new] = callings[old]
    }
    table.places.reserveCapacity(places.count)
    table.owners.reserveCapacity(owners.count)
    for (place, owner) in zip(places, owners) {
      guard let new = numbers[Int(owner)] else { continue }
      table.places.append(place)
      table.owners.append(UInt32(new))
    }
    for (name, owner) in zip(names, nameOwners) {
      if let new = numbers[Int(owner)] {
        table.names.append(name)
        table.nameOwners.append(UInt32(new))
      } else {
        table.lose(name, of: callings[Int(owner)])
      }
    }
    return table
  }

  /// The contacts that some names may mean.
  func contacts(named wanted: NameFilter) -> Set<ContactID> {
    Set(
      names.indices.filter { wanted.contains(names[$0]) }
        .map { callings[Int(nameOwners[$0])].contact })
  }

  /// The names of contacts.
  func names(of contacts: Set<ContactID>) -> [ContactID: [NameKey]] {
    let isWanted = callings.map { contacts.contains($0.contact) }
    var found: [ContactID: [NameKey]] = [:]
    for index in nameOwners.indices where isWanted[Int(nameOwners[index])] {
      found[callings[Int(nameOwners[index])].contact, default: []].append(names[index])
    }
    return found
  }

  /// The records that an objection at one of some places may concern.
  func owners(of wanted: Set<ObjectionPlace>) -> [Int] {
    guard !wanted.isEmpty else { return [] }
    // Nearly all places are ruled out by one look at 128 kB.
    var marks = [UInt64](repeating: 0, count: 1 << 14)
    for place in wanted { marks[Int(place >> 6 & 0x3FFF)] |= 1 << UInt64(place & 63) }
    return places.indices.filter { index in
      let place = places[index]
      return marks[Int(place >> 6 & 0x3FFF)] >> UInt64(place & 63) & 1 == 1
        && wanted.contains(place)
    }.map { Int(owners[$0]) }
  }

  mutating func carry(_ archive: inout LinkArchive) throws {
    try archive.carry(&recordAttributes)
    try archive.carry(&attributes)
    try archive.carry(&patternNumbers)
    try archive.carry(&places)
    try archive.carry(&owners)
    try archive.carry(&names)
    try archive.carry(&nameOwners)
    try archive.carry(&callings)
    try archive.carry(json: &patterns)
    for (number, pattern) in patterns.enumerated() { numbers[pattern] = UInt32(number) }
  }
}
