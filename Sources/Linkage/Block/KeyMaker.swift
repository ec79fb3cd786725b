/// Makes the blocking keys of records.
struct KeyMaker {
  let comparer: PairComparer
  private(set) var table: KeyTable

  private var columns: Columns { comparer.columns }
  private var frequencies: Frequencies { comparer.frequencies }

  /// Makes the keys of some records; in the table they count from 0.
  init(_ comparer: PairComparer, _ records: Range<Int>) {
    self.comparer = comparer
    table = KeyTable(count: records.count)
    for record in records { addKeys(comparer.columns.rows[record], record - records.lowerBound) }
  }

  /// The keys of all records.
  static func table(_ comparer: PairComparer, on executor: any Executor) -> KeyTable {
    KeyTable(joining: parts(comparer, on: executor) { table, _ in table })
  }

  /// The values of each key with their records, value << 32 | record, of some records each.
  static func entries(_ comparer: PairComparer, on executor: any Executor) -> [[[UInt64]]] {
    parts(comparer, on: executor) { $0.entries(from: $1) }
  }

  /// What becomes of the keys of some records each, with the first one's number.
  private static func parts<Result: Sendable>(
    _ comparer: PairComparer, on executor: any Executor,
    _ result: @Sendable (KeyTable, Int) -> Result
  ) -> [Result] {
    let size = 20_000
    let count = comparer.columns.count
    return collect((count + size - 1) / size, on: executor) { part in
      let range = part * size..<min(count, (part + 1) * size)
      return result(KeyMaker(comparer, range).table, range.lowerBound)
    }
  }

  private mutating func addKeys(_ row: Row, _ record: Int) {
    addIdentifiers(row, record)
    addContactPoints(row, record)
    if row.kind == .organization {
      addOrganization(row, record)
    } else {
      addPerson(row, record)
    }
  }

  private mutating func add(
    _ key: BlockingKey, _ record: Int, _ row: Row, _ part: UInt64
  ) {
    table.add(combined(start(of: key, row), part), as: key, of: record)
  }

  private mutating func add(
    _ key: BlockingKey, _ record: Int, _ row: Row, _ first: UInt64, _ second: UInt64
  ) {
    table.add(combined(combined(start(of: key, row), first), second), as: key, of: record)
  }

  /// Where a key's hash begins: records of two kinds share none.
  private func start(of key: BlockingKey, _ row: Row) -> UInt64 {
    UInt64(key.rawValue) << 8 | UInt64(row.kind.rawValue)
  }

  private mutating func addIdentifiers(_ row: Row, _ record: Int) {
    addIdentifiers(.numbers, as: .customerNumber, row, record)
    addIdentifiers(.vatIDs, as: .vatID, row, record)
    addIdentifiers(.ibans, as: .iban, row, record)
    for index in row.range(of: .extras) {
      let id = columns.lists[index]
      let column = columns.extras[id].column
      if frequencies.comparedExtras.prefix(2).contains(column) {
        add(.extra, record, row, columns.extras.strings.hash(of: id))
      }
    }
  }

  private mutating func addIdentifiers(
    _ list: ListKind, as key: BlockingKey, _ row: Row, _ record: Int
  ) {
    for index in row.range(of: list) {
      add(key, record, row, columns.identifiers.hash(of: columns.lists[index]))
    }
  }

  private mutating func addContactPoints(_ row: Row, _ record: Int) {
    for index in row.range(of: .emails) {
      let email = columns.emails[columns.lists[index]]
      add(.email, record, row, columns.emails.strings.hash(of: columns.lists[index]))
      if !frequencies.isFunctionMailbox(columns.lists[index]) && email.localWord.length >= 5 {
        add(.email, record, row, columns.emails.locals.hash(of: email.local))
      }
    }
    for index in row.range(of: .phones) {
      add(.phone, record, row, columns.phones.strings.hash(of: columns.lists[index]))
    }
    for index in row.range(of: .addresses) {
      let address = columns.addresses[columns.lists[index]]
      guard address.street != 0 else { continue }
      let street = columns.addresses.streets[address.street].code
      let area = address.postalCode != 0 ? area(of: address, digits: 2) : place(of: address)
      let door = combined(combined(start(of: .address, row), street), UInt64(address.house))
      table.add(combined(door, area), as: .address, of: record)
    }
  }

  private mutating func addPerson(_ row: Row, _ record: Int) {
    let given = row.given != 0 ? row.givenParts.0 : row.mailedGiven
    let sounds = sounds(of: row)
    if row.birthDate != 0 { add(.birthDate, record, row, UInt64(row.birthDate)) }
    if given != 0, row.family != 0 {
      // The smaller first, so that swapped names share the key.
      let (sound, other) = (columns.names[given].code, columns.names[row.family].code)
      add(.fullName, record, row, min(sound, other), max(sound, other))
      let (start, end) = (beginning(of: given), beginning(of: row.family))
      add(.fullName, record, row, min(start, end), max(start, end))
    }
    for index in row.range(of: .addresses) {
      let address = columns.addresses[columns.lists[index]]
      for sound in 0..<sounds.count {
        if address.postalCode != 0 {
          add(
            .familyAndPostalCode, record, row, sounds.codes[sound], area(of: address, digits: 2))
        }
        if address.place != 0 {
          add(.familyAndPlace, record, row, sounds.codes[sound], place(of: address))
        }
      }
      if given != 0, address.postalCode != 0 {
        add(.givenAndPostalCode, record, row, nameHash(given), area(of: address, digits: 9))
      }
    }
    addPlaceOfWork(row, record, given: given, sound: sounds.count > 0 ? sounds.codes[0] : nil)
  }

  /// The sounds of a row's family name and of its parts.
  private func sounds(of row: Row) -> (codes: SIMD4<UInt64>, count: Int) {
    var sounds = (codes: SIMD4<UInt64>(), count: 0)
    func add(_ name: UInt32) {
      guard name != 0 else { return }
      sounds.codes[sounds.count] = columns.names[name].code
      sounds.count += 1
    }
    add(row.family)
    add(row.familyParts.0)
    add(row.familyParts.1)
    return sounds
  }

  private mutating func addPlaceOfWork(
    _ row: Row, _ record: Int, given: UInt32, sound: UInt64?
  ) {
    let words = rarestWords(of: row)
    if words.count > 0 {
      if let sound { add(.familyAtOrganization, record, row, sound, words.hashes[0]) }
      if given != 0 {
        add(.familyAtOrganization, record, row, nameHash(given), words.hashes[0])
      }
    }
    if let sound, let domain = ownDomain(of: row) {
      add(.familyAtOrganization, record, row, sound, domain)
    }
  }

  private mutating func addOrganization(_ row: Row, _ record: Int) {
    for index in row.range(of: .organizations) {
      let entry = columns.organizations[columns.lists[index]]
      add(.organizationName, record, row, columns.organizations.compacts.hash(of: entry.compact))
    }
    let words = rarestWords(of: row)
    for place in 0..<words.count { add(.organizationToken, record, row, words.hashes[place]) }
    if let domain = ownDomain(of: row) { add(.familyAtOrganization, record, row, domain) }
  }

  /// The hashes of the three rarest words of a row's organization names, the rarest first.
  private func rarestWords(of row: Row) -> (hashes: SIMD4<UInt64>, count: Int) {
    var found = (hashes: SIMD4<UInt64>(), count: 0)
    var bits = SIMD4<Float>()
    for index in row.range(of: .organizations) {
      let entry = columns.organizations[columns.lists[index]]
      for word in Int(entry.start)..<Int(entry.start) + Int(entry.wordCount) {
        let id = columns.organizations.words[word]
        let (own, hash) = (frequencies.word(id), columns.organizations.wordStrings.hash(of: id))
        var place = found.count
        while place > 0, (bits[place - 1], found.hashes[place - 1]) < (own, hash) {
          bits[place] = bits[place - 1]
          found.hashes[place] = found.hashes[place - 1]
          place -= 1
        }
        guard place < 3 else { continue }
        (bits[place], found.hashes[place]) = (own, hash)
        found.count = min(3, found.count + 1)
      }
    }
    return found
  }

  private func ownDomain(of row: Row) -> UInt64? {
    for index in row.range(of: .emails) {
      let domain = columns.emails[columns.lists[index]].domain
      if !frequencies.isSharedDomain(domain) {
        return columns.emails.domains.hash(of: domain)
      }
    }
    return row.range(of: .domains).first.map {
      columns.emails.domains.hash(of: columns.lists[$0])
    }
  }

  /// The first three letters.
  private func beginning(of name: UInt32) -> UInt64 {
    let bytes = columns.names[name].word.bytes
    return UInt64(bytes[0]) << 16 | UInt64(bytes[1]) << 8 | UInt64(bytes[2])
  }

  private func nameHash(_ name: UInt32) -> UInt64 { columns.names.strings.hash(of: name) }

  private func place(of address: AddressEntry) -> UInt64 {
    columns.addresses.places.strings.hash(of: address.place)
  }

  /// The first digits of a postal code.
  private func area(of address: AddressEntry, digits: Int) -> UInt64 {
    let word = columns.addresses.postalCodeWords[Int(address.postalCode)]
    var area: UInt64 = 1
    for place in 0..<min(digits, word.length) { area = area << 7 | UInt64(word.bytes[place]) }
    return area
  }
}
