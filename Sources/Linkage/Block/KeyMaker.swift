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
    let size = 20_000
    let count = comparer.columns.count
    let tables = collect((count + size - 1) / size, on: executor) { part in
      KeyMaker(comparer, part * size..<min(count, (part + 1) * size)).table
    }
    return KeyTable(joining: tables)
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
    _ key: BlockingKey, _ record: Int, _ row: Row, _ parts: UInt64...
  ) {
    var hash = UInt64(key.rawValue) << 8 | UInt64(row.kind.rawValue)
    for part in parts { hash = combined(hash, part) }
    table.add(hash, as: key, of: record)
  }

  private mutating func addIdentifiers(_ row: Row, _ record: Int) {
    for (key, list) in [
      (BlockingKey.customerNumber, ListKind.numbers), (.vatID, .vatIDs), (.iban, .ibans),
    ] {
      for index in row.range(of: list) {
        add(key, record, row, columns.identifiers.hash(of: columns.lists[index]))
      }
    }
    for index in row.range(of: .extras) {
      let id = columns.lists[index]
      let column = columns.extras[id].column
      if frequencies.comparedExtras.prefix(2).contains(column) {
        add(.extra, record, row, columns.extras.strings.hash(of: id))
      }
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
      add(.address, record, row, street, UInt64(address.house), area)
    }
  }

  private mutating func addPerson(_ row: Row, _ record: Int) {
    let given = row.given != 0 ? row.givenParts.0 : row.mailedGiven
    let sounds = [row.family, row.familyParts.0, row.familyParts.1].filter { $0 != 0 }
      .map { columns.names[$0].code }
    if row.birthDate != 0 { add(.birthDate, record, row, UInt64(row.birthDate)) }
    if given != 0, row.family != 0 {
      // Sorted, so that swapped names share the key.
      let sounds = [columns.names[given].code, columns.names[row.family].code].sorted()
      add(.fullName, record, row, sounds[0], sounds[1])
      let beginnings = [beginning(of: given), beginning(of: row.family)].sorted()
      add(.fullName, record, row, beginnings[0], beginnings[1])
    }
    for index in row.range(of: .addresses) {
      let address = columns.addresses[columns.lists[index]]
      for sound in sounds {
        if address.postalCode != 0 {
          add(.familyAndPostalCode, record, row, sound, area(of: address, digits: 2))
        }
        if address.place != 0 { add(.familyAndPlace, record, row, sound, place(of: address)) }
      }
      if given != 0, address.postalCode != 0 {
        add(.givenAndPostalCode, record, row, nameHash(given), area(of: address, digits: 9))
      }
    }
    addPlaceOfWork(row, record, given: given, sounds: sounds)
  }

  private mutating func addPlaceOfWork(
    _ row: Row, _ record: Int, given: UInt32, sounds: [UInt64]
  ) {
    if let word = rarestWords(of: row).first {
      if let sound = sounds.first { add(.familyAtOrganization, record, row, sound, word) }
      if given != 0 { add(.familyAtOrganization, record, row, nameHash(given), word) }
    }
    if let domain = ownDomain(of: row), let sound = sounds.first {
      add(.familyAtOrganization, record, row, sound, domain)
    }
  }

  private mutating func addOrganization(_ row: Row, _ record: Int) {
    for index in row.range(of: .organizations) {
      let entry = columns.organizations[columns.lists[index]]
      add(.organizationName, record, row, columns.organizations.compacts.hash(of: entry.compact))
    }
    for word in rarestWords(of: row).prefix(3) { add(.organizationToken, record, row, word) }
    if let domain = ownDomain(of: row) { add(.familyAtOrganization, record, row, domain) }
  }

  /// The hashes of the words of a row's organization names, the rarest first.
  private func rarestWords(of row: Row) -> [UInt64] {
    var words: [UInt32] = []
    for index in row.range(of: .organizations) {
      words += columns.organizations.words(of: columns.organizations[columns.lists[index]])
    }
    let hashes = words.map { ($0, columns.organizations.wordStrings.hash(of: $0)) }
    return hashes.sorted {
      (frequencies.word($0.0), $0.1) > (frequencies.word($1.0), $1.1)
    }.map(\.1)
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
    columns.addresses.postalCodes.value(of: address.postalCode).prefix(digits)
      .reduce(1) { $0 << 7 | UInt64($1) }
  }
}
