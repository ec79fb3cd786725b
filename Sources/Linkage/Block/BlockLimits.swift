/// Gives the records of too large blocks longer keys, and takes away those that stay too large.
struct BlockLimits {
  let comparer: PairComparer
  let limit: Int
  private(set) var skipped: [SkippedBlock] = []

  private var columns: Columns { comparer.columns }

  init(_ comparer: PairComparer, limit: Int) {
    self.comparer = comparer
    self.limit = limit
  }

  /// Changes the table so that no block is larger than the limit.
  mutating func apply(to table: inout KeyTable) {
    for key in BlockingKey.allCases {
      for extent in 1...3 { shorten(key, in: &table, extent: extent) }
    }
    skipped.sort { ($0.size, $1.key.rawValue) > ($1.size, $0.key.rawValue) }
  }

  /// Extends the keys of too large blocks; the third time they are given up.
  private mutating func shorten(_ key: BlockingKey, in table: inout KeyTable, extent: Int) {
    let column = sortedColumn(of: key, in: table)
    forEachBlock(of: column) { block in
      guard block.count > limit else { return }
      if extent == 3 { skipped.append(SkippedBlock(key: key, size: block.count)) }
      for entry in block {
        let record = Int(UInt32(truncatingIfNeeded: entry))
        let value = UInt32(truncatingIfNeeded: entry >> 32)
        let longer = extent == 3 ? 0 : extended(value, key, record, extent: extent)
        for place in KeyTable.places(of: key) where table[record, place] == value {
          table[record, place] = longer
        }
      }
    }
  }

  private func extended(_ value: UInt32, _ key: BlockingKey, _ record: Int, extent: Int) -> UInt32 {
    let row = columns.rows[record]
    let part =
      row.kind == .organization ? organizationPart(row, extent) : personPart(row, key, extent)
    return UInt32(truncatingIfNeeded: combined(UInt64(value), part) >> 32) | 1
  }

  private func personPart(_ row: Row, _ key: BlockingKey, _ extent: Int) -> UInt64 {
    let given = row.given != 0 ? row.givenParts.0 : row.mailedGiven
    switch (key, extent) {
    case (.fullName, 1): return postalCode(row, digits: 2)
    case (.fullName, _), (.familyAndPostalCode, 2): return postalCode(row, digits: 9)
    case (.birthDate, 1): return UInt64(columns.names[given].word.bytes[0])
    case (.givenAndPostalCode, _): return UInt64(columns.names[row.family].word.bytes[0])
    case (.familyAndPostalCode, _), (.familyAndPlace, _):
      return extent == 1
        ? UInt64(columns.names[given].word.bytes[0]) : columns.names.strings.hash(of: given)
    case (_, 1): return columns.names[row.family].code
    default: return columns.names.strings.hash(of: given)
    }
  }

  private func organizationPart(_ row: Row, _ extent: Int) -> UInt64 {
    if extent == 1 { return postalCode(row, digits: 2) }
    guard let first = row.range(of: .organizations).first else { return 0 }
    return columns.organizations.compacts.hash(
      of: columns.organizations[columns.lists[first]].compact)
  }

  private func postalCode(_ row: Row, digits: Int) -> UInt64 {
    guard let first = row.range(of: .addresses).first else { return 0 }
    let code = columns.addresses[columns.lists[first]].postalCode
    return columns.addresses.postalCodes.value(of: code).prefix(digits)
      .reduce(1) { $0 << 7 | UInt64($1) }
  }
}

/// All values of a key with their records, value << 32 | record, sorted.
func sortedColumn(of key: BlockingKey, in table: KeyTable) -> [UInt64] {
  var column: [UInt64] = []
  for record in 0..<table.count {
    for place in KeyTable.places(of: key) {
      let value = table[record, place]
      if value != 0 { column.append(UInt64(value) << 32 | UInt64(record)) }
    }
  }
  sortByUpperHalf(&column)
  return column
}

/// Calls `body` with each run of equal values of two entries or more.
func forEachBlock(of column: [UInt64], _ body: (ArraySlice<UInt64>) -> Void) {
  var start = 0
  while start < column.count {
    var end = start + 1
    while end < column.count && column[end] >> 32 == column[start] >> 32 { end += 1 }
    if end - start > 1 { body(column[start..<end]) }
    start = end
  }
}
