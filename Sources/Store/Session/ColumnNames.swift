/// The lists of column names a run has met, each stored once.
struct ColumnNames {
  private var ids: [[String]: Int64] = [:]
  private var last: (names: [String], id: Int64)?

  /// The number of a list, if it is known.
  ///
  /// The records of a file mostly share one array, which is then known by its address: it is kept
  /// here, so no other
  /// can take its place.
  mutating func id(of names: [String]) -> Int64? {
    if let last, isSameArray(last.names, names) { return last.id }
    guard let id = ids[names] else { return nil }
    last = (names, id)
    return id
  }

  mutating func note(_ names: [String], id: Int64) {
    ids[names] = id
    last = (names, id)
  }

  private func isSameArray(_ left: [String], _ right: [String]) -> Bool {
    left.withUnsafeBufferPointer { left in
      right.withUnsafeBufferPointer { right in
        left.baseAddress == right.baseAddress && left.count == right.count
      }
    }
  }
}
