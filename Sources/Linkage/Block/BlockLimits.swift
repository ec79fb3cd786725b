/// One key's values with their records, value << 32 | record, sorted; no block above the limit.
struct KeyColumn: Sendable {
  var key: BlockingKey
  var entries: [UInt64]
  var skipped: [SkippedBlock] = []
  /// Where a record's value was replaced.
  var changes: [Change] = []

  struct Change: Sendable {
    var record: UInt32
    var old: UInt32
    var new: UInt32
  }
}

/// Gives the records of too large blocks longer keys, and takes away those that stay too large.
struct BlockLimits: Sendable {
  let comparer: PairComparer
  let limit: Int

  private var columns: Columns { comparer.columns }

  /// The columns of all keys; the table's values are replaced alike.
  func columns(of table: inout KeyTable, on executor: any Executor) -> [KeyColumn] {
    let keys = BlockingKey.allCases
    let all = table
    let found = collect(keys.count, on: executor) { column(of: keys[$0], in: all) }
    for column in found {
      for change in column.changes {
        table.replace(change.old, of: column.key, with: change.new, in: Int(change.record))
      }
    }
    return found
  }

  private func column(of key: BlockingKey, in table: KeyTable) -> KeyColumn {
    var column = KeyColumn(key: key, entries: sortedColumn(of: key, in: table))
    for extent in 1...3 where shorten(&column, extent: extent) { sortByUpperHalf(&column.entries) }
    return column
  }

  /// Extends the keys of too large blocks, the third time gives them up; whether there were any.
  private func shorten(_ column: inout KeyColumn, extent: Int) -> Bool {
    var longer: [UInt64] = []
    var tooLarge: [Range<Int>] = []
    forEachBlock(of: column.entries) { block in
      if block.count > limit { tooLarge.append(block.indices) }
    }
    for range in tooLarge {
      if extent == 3 { column.skipped.append(SkippedBlock(key: column.key, size: range.count)) }
      for entry in column.entries[range] {
        let record = UInt32(truncatingIfNeeded: entry)
        let old = UInt32(truncatingIfNeeded: entry >> 32)
        let new = extent == 3 ? 0 : extended(old, column.key, Int(record), extent: extent)
        column.changes.append(KeyColumn.Change(record: record, old: old, new: new))
        if new != 0 { longer.append(UInt64(new) << 32 | UInt64(record)) }
      }
    }
    guard let first = tooLarge.first else { return false }
    var kept = Array(column.entries[..<first.lowerBound])
    kept.reserveCapacity(column.entries.count)
    for (place, range) in tooLarge.enumerated() {
      let end = place + 1 < tooLarge.count ? tooLarge[place + 1].lowerBound : column.entries.count
      kept += column.entries[range.upperBound..<end]
    }
    column.entries = kept + longer
    return true
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
