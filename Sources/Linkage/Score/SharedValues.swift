/// Finds the phone numbers and e-mail addresses that records of many different names share.
struct SharedValues {
  /// A number of this many differently sounding names is a switchboard.
  static let mostNames = 3

  let phones: [Bool]
  let emails: [Bool]

  init(_ columns: Columns) {
    phones = manyNames(columns, .phones, count: columns.phones.entries.count)
    let byUse = manyNames(columns, .emails, count: columns.emails.entries.count)
    emails = zip(columns.emails.entries, byUse).map { $0.isFunction || $1 }
  }
}

/// Whether each value of a list occurs with more than a few family names.
private func manyNames(_ columns: Columns, _ kind: ListKind, count: Int) -> [Bool] {
  var uses: [UInt64] = []
  for row in columns.rows where row.kind == .person && row.family != 0 {
    let sound = columns.names[row.family].code
    for index in row.range(of: kind) {
      uses.append(UInt64(columns.lists[index]) << 32 | mixed(sound) >> 32)
    }
  }
  uses.sort()
  var names = [Int](repeating: 0, count: count)
  var last: UInt64 = .max
  for use in uses where use != last {
    names[Int(use >> 32)] += 1
    last = use
  }
  return names.map { $0 > SharedValues.mostNames }
}
