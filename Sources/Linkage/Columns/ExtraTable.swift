/// What is compared of a value that no field knows: a column's name and a text.
struct ExtraEntry: Sendable {
  /// The number of the column's name.
  var column: UInt16
  var word: Word
  /// Whether it is made of digits more than of letters, and of four at least.
  var isNumber = false
  var count: UInt32 = 0

  init(column: UInt16, word: Word, isNumber: Bool = false) {
    self.column = column
    self.word = word
    self.isNumber = isNumber
  }
}

/// The distinct values of the columns that no field knows.
struct ExtraTable: Sendable {
  private(set) var columns = InternTable()
  private(set) var strings = InternTable()
  private(set) var entries = [ExtraEntry(column: 0, word: .empty)]
  /// How many records have a value in each column.
  private(set) var filled: [UInt32] = [0]

  /// The number of a column's value; 0 when nothing of it is compared.
  ///
  /// - Parameter value: folded; the column's number is put in front of it.
  mutating func intern(column name: String, _ value: inout [UInt8]) -> UInt32 {
    guard !value.isEmpty else { return 0 }
    let column = UInt16(truncatingIfNeeded: columns.intern(name))
    if Int(column) == filled.count { filled.append(0) }
    filled[Int(column)] += 1
    value.insert(UInt8(column >> 8), at: 0)
    value.insert(UInt8(truncatingIfNeeded: column), at: 0)
    let id = strings.intern(value)
    if Int(id) == entries.count {
      let value = value.dropFirst(2)
      let digits = value.count { (48...57).contains($0) }
      entries.append(
        ExtraEntry(
          column: column, word: Word(value),
          isNumber: digits >= 4 && 2 * digits >= value.count))
    }
    entries[Int(id)].count += 1
    return id
  }

  /// Adds the values of another table; the number here of each number there.
  mutating func add(_ other: ExtraTable) -> [UInt32] {
    let columns = columns.intern(all: other.columns)
    for (id, count) in zip(columns, other.filled).dropFirst() {
      if Int(id) == filled.count { filled.append(0) }
      filled[Int(id)] += count
    }
    var numbers = [UInt32](repeating: 0, count: other.entries.count)
    for id in other.entries.indices.dropFirst() {
      let entry = other.entries[id]
      let column = UInt16(truncatingIfNeeded: columns[Int(entry.column)])
      let value = other.strings.value(of: UInt32(id)).dropFirst(2)
      let number = strings.intern([UInt8(truncatingIfNeeded: column), UInt8(column >> 8)] + value)
      numbers[id] = number
      if Int(number) == entries.count {
        entries.append(ExtraEntry(column: column, word: entry.word, isNumber: entry.isNumber))
      }
      entries[Int(number)].count += entry.count
    }
    return numbers
  }

  mutating func carry(_ archive: inout LinkArchive) throws {
    try columns.carry(&archive)
    try strings.carry(&archive)
    try archive.carry(&entries)
    try archive.carry(&filled)
  }

  subscript(id: UInt32) -> ExtraEntry { entries[Int(id)] }
}
