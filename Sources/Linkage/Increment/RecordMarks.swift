/// All that the pairs of a record depend on, in one number a record.
///
/// Under a frozen model that is the record itself, its blocking keys as the limits left them, and
/// what the other records say of its values: that many share them, or that a word names a place.
/// Two records whose marks are as before are compared as before, with the same score.
struct RecordMarks {
  let comparer: PairComparer
  let table: KeyTable

  private var columns: Columns { comparer.columns }
  private var frequencies: Frequencies { comparer.frequencies }

  /// The marks of all records; none is 0.
  func marks(on executor: any Executor) -> [UInt64] {
    let size = 20_000
    let count = columns.count
    return collect((count + size - 1) / size, on: executor) { part in
      (part * size..<min(count, (part + 1) * size)).map(mark(of:))
    }.flatMap { $0 }
  }

  private func mark(of record: Int) -> UInt64 {
    let row = columns.rows[record]
    var hash = combined(row.identity, columns.keyHashes[record].parent)
    for kind in ListKind.allCases {
      for index in row.range(of: kind) {
        let id = columns.lists[index]
        hash = combined(hash, UInt64(kind.rawValue) << 32 | UInt64(id))
        hash = combined(hash, told(of: id, kind))
      }
    }
    for place in 0..<KeyTable.width {
      let key = table[record, place]
      if key != 0 { hash = combined(hash, UInt64(place) << 32 | UInt64(key)) }
    }
    return hash | 1
  }

  /// What other records say of a value.
  private func told(of id: UInt32, _ kind: ListKind) -> UInt64 {
    switch kind {
    case .phones:
      return bits(frequencies.isSharedPhone(id), columns.phones[id].isMobile)
    case .emails:
      let domain = columns.emails[id].domain
      return bits(
        frequencies.isSharedEmail(id), frequencies.isFunctionMailbox(id),
        frequencies.isSharedDomain(domain))
    case .domains: return bits(frequencies.isSharedDomain(id))
    case .extras: return bits(frequencies.isNumberColumn(columns.extras[id].column))
    case .organizations:
      return columns.organizations.words(of: columns.organizations[id]).reduce(0) {
        combined($0, UInt64(frequencies.placeNamed(by: $1)))
      }
    case .addresses, .numbers, .vatIDs, .ibans: return 0
    }
  }

  private func bits(_ flags: Bool...) -> UInt64 {
    flags.reduce(0) { $0 << 1 | ($1 ? 1 : 0) }
  }
}
