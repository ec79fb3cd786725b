/// Whether, and why, two records come to be compared.
package enum Encounter: Hashable, Sendable {
  /// They share this key; the first of several.
  case compared(under: BlockingKey)
  /// They share this key alone, with so many others that its block was given up.
  case skipped(under: BlockingKey)
  /// They share no key.
  case never
}

/// Tells for any two records whether they are compared.
package struct Encounters: Sendable {
  /// The keys as they are made, and what the limits left of them.
  private let made: KeyTable
  private let kept: KeyTable

  init(_ comparer: PairComparer, blockLimit: Int, on executor: any Executor) {
    made = KeyMaker.table(comparer, on: executor)
    var table = made
    let limits = BlockLimits(comparer: comparer, limit: blockLimit)
    table.apply(limits.columns(of: [made.entries(from: 0)], on: executor))
    kept = table
  }

  /// - Parameters: left, right: indices of records in the columns.
  package func encounter(_ left: Int, _ right: Int) -> Encounter {
    guard left < made.count, right < made.count, left != right else { return .never }
    if let key = sharedKey(left, right, in: kept) { return .compared(under: key) }
    if let key = sharedKey(left, right, in: made) { return .skipped(under: key) }
    return .never
  }

  private func sharedKey(_ left: Int, _ right: Int, in table: KeyTable) -> BlockingKey? {
    BlockingKey.allCases.first { key in
      let places = KeyTable.places(of: key)
      return places.contains { l in
        table[left, l] != 0 && places.contains { table[right, $0] == table[left, l] }
      }
    }
  }
}
