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

  /// The columns of all keys.
  ///
  /// - Parameter parts: the values of each key with their records, of some records each.
  func columns(of parts: [[[UInt64]]], on executor: any Executor) -> [KeyColumn] {
    collect(BlockingKey.allCases.count, on: executor) { number in
      var column = KeyColumn(key: BlockingKey.allCases[number], entries: [])
      column.entries.reserveCapacity(parts.reduce(0) { $0 + $1[number].count })
      for part in parts { column.entries += part[number] }
      sortByUpperHalf(&column.entries)
      for extent in 1...3 where shorten(&column, extent: extent) {
        sortByUpperHalf(&column.entries)
      }
      return column
    }
  }

  /// Extends the keys of too large blocks, the third time gives them up; whether there were any.
  private func shorten(_ column: inout KeyColumn, extent: Int) -> Bool {
    var longer: [UInt64] = []
    var tooLarge: [Range<Int>] = []
    forEachBlock(of: column.entries) { if $0.count > limit { tooLarge.append($0) } }
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

/// Calls `body` with each run of equal values of two entries or more.
@inline(__always)
func forEachBlock(of column: [UInt64], _ body: (Range<Int>) -> Void) {
  column.withUnsafeBufferPointer { column in
    var start = 0
    while start < column.count {
      let value = column[start] >> 32
      var end = start + 1
      while end < column.count && column[end] >> 32 == value { end += 1 }
      if end - start > 1 { body(start..<end) }
      start = end
    }
  }
}
