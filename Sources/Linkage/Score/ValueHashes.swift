/// Names the values of a set of columns by hashes that are the same in every set.
struct ValueHashes {
  private let columns: Columns

  init(_ columns: Columns) { self.columns = columns }

  /// How many values of a kind there are, "no value" included.
  func count(_ kind: ValueKind) -> Int {
    switch kind {
    case .given, .family: columns.names.entries.count
    case .street: columns.addresses.streets.entries.count
    case .postalCode: columns.addresses.postalCodeCounts.count
    case .place: columns.addresses.placeCounts.count
    case .address: columns.addresses.entries.count
    case .organization: columns.organizations.compactCounts.count
    case .organizationWord: columns.organizations.wordEntries.count
    }
  }

  /// The hash of the value with a number.
  func hash(_ kind: ValueKind, _ id: Int) -> UInt64 {
    let id = UInt32(id)
    switch kind {
    case .given, .family: return columns.names.strings.hash(of: id)
    case .street: return columns.addresses.streets.strings.hash(of: id)
    case .postalCode: return columns.addresses.postalCodes.hash(of: id)
    case .place: return columns.addresses.places.strings.hash(of: id)
    case .address: return hash(of: columns.addresses[id])
    case .organization: return columns.organizations.compacts.hash(of: id)
    case .organizationWord: return columns.organizations.wordStrings.hash(of: id)
    }
  }

  private func hash(of address: AddressEntry) -> UInt64 {
    let table = columns.addresses
    var hash = table.streets.strings.hash(of: address.street)
    hash = combined(hash, UInt64(address.house) << 32 | UInt64(address.houseRest))
    hash = combined(hash, table.postalCodes.hash(of: address.postalCode))
    return combined(hash, table.places.strings.hash(of: address.place))
  }
}

extension ExtraTable {
  /// The hash of a column's value, whatever number the column has.
  func valueHash(of id: UInt32) -> UInt64 {
    // The first two bytes are the column's number.
    strings.value(of: id).dropFirst(2).withUnsafeBufferPointer(hashOf)
  }

  func columnName(_ column: UInt16) -> String {
    String(decoding: columns.value(of: UInt32(column)), as: UTF8.self)
  }
}

extension FrequencyTables {
  /// The frequencies that were counted in the columns.
  init(_ frequencies: Frequencies, of columns: Columns) {
    let hashes = ValueHashes(columns)
    let all: [ValueKind: [Float]] = [
      .given: frequencies.givens, .family: frequencies.families, .street: frequencies.streets,
      .postalCode: frequencies.postalCodes, .place: frequencies.places,
      .address: frequencies.addresses, .organization: frequencies.compacts,
      .organizationWord: frequencies.words.map { -$0 },
    ]
    var shares: [ValueKind: ValueShares] = [:]
    for (kind, values) in all {
      shares[kind] = ValueShares(unseen: Self.unseen(kind, columns), values) {
        hashes.hash(kind, $0)
      }
    }
    self.init(
      shares: shares,
      extras: frequencies.comparedExtras.map { Self.extra($0, frequencies, columns) },
      commonGiven: frequencies.commonGiven)
  }

  /// The share of a value that the columns don't hold: that of one which occurs once.
  private static func unseen(_ kind: ValueKind, _ columns: Columns) -> Float {
    func once(of all: UInt32) -> Float { log2Share(1, of: Float(max(all, 1))) }
    switch kind {
    case .given, .family: return once(of: UInt32(columns.count))
    case .street, .postalCode, .place, .address:
      return once(of: columns.addresses.counts.reduce(0, +))
    case .organization: return once(of: columns.organizations.compactCounts.reduce(0, +))
    case .organizationWord:
      return -Float(log2(Double(max(columns.organizations.entries.count, 2))))
    }
  }

  private static func extra(
    _ column: UInt16, _ frequencies: Frequencies, _ columns: Columns
  ) -> ExtraShares {
    let table = columns.extras
    let ids = table.entries.indices.dropFirst().filter { table.entries[$0].column == column }
    let unseen = extraShare(1, filled: table.filled[Int(column)], distinct: ids.count)
    var shares = ValueShares(unseen: unseen)
    for id in ids where frequencies.extras[id] != unseen {
      shares.listed[table.valueHash(of: UInt32(id))] = frequencies.extras[id]
    }
    return ExtraShares(column: table.columnName(column), shares: shares)
  }

  /// The numbers of the compared columns, and the shares of all values.
  func extraShares(_ table: ExtraTable) -> (compared: [UInt16], shares: [Float]) {
    let numbers = extras.map { table.columns.find(Array($0.column.utf8)[...]) }
    var shares = [Float](repeating: 0, count: table.entries.count)
    for (id, entry) in table.entries.enumerated() {
      guard entry.column != 0, let place = numbers.firstIndex(of: UInt32(entry.column)) else {
        continue
      }
      shares[id] = extras[place].shares[table.valueHash(of: UInt32(id))]
    }
    // A column that no source has any more keeps its place: the next one's weights are not its.
    return (numbers.map { UInt16(truncatingIfNeeded: $0 == 0 ? .max : $0) }, shares)
  }
}
