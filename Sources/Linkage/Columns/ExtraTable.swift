/// What is compared of a value that no field knows: a column's name and a text.
struct ExtraEntry: Sendable {
  /// The number of the column's name.
  var column: UInt16
  var word: Word
  var count: UInt32 = 0
}

/// The distinct values of the columns that no field knows.
struct ExtraTable: Sendable {
  private(set) var columns = InternTable()
  private(set) var strings = InternTable()
  private(set) var entries = [ExtraEntry(column: 0, word: .empty)]
  /// How many records have a value in each column.
  private(set) var filled: [UInt32] = [0]

  /// The number of a column's value; 0 when nothing of it is compared.
  mutating func intern(column name: String, _ value: [UInt8]) -> UInt32 {
    guard !value.isEmpty else { return 0 }
    let column = UInt16(truncatingIfNeeded: columns.intern(name))
    if Int(column) == filled.count { filled.append(0) }
    filled[Int(column)] += 1
    let key = [UInt8(truncatingIfNeeded: column), UInt8(column >> 8)] + value
    let id = strings.intern(key)
    if Int(id) == entries.count {
      entries.append(ExtraEntry(column: column, word: Word(value[...])))
    }
    entries[Int(id)].count += 1
    return id
  }

  subscript(id: UInt32) -> ExtraEntry { entries[Int(id)] }
}
