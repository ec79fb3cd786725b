/// The names of a table's rows, one after the other in memory.
struct RowNames: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = [0]

  var count: Int { ends.count - 1 }

  mutating func append(_ name: String) {
    bytes += name.utf8
    ends.append(bytes.count)
  }

  mutating func append(contentsOf other: RowNames) {
    let offset = bytes.count
    bytes += other.bytes
    for end in other.ends.dropFirst() { ends.append(offset + end) }
  }

  subscript(row: Int) -> String {
    String(decoding: bytes[ends[row]..<ends[row + 1]], as: UTF8.self)
  }

  /// Whether two rows have one name.
  func areEqual(_ left: Int, _ right: Int) -> Bool {
    bytes[ends[left]..<ends[left + 1]] == bytes[ends[right]..<ends[right + 1]]
  }

  /// The rows by their names: by value where all are numbers, else byte by byte.
  func sortedRows() -> [Int] {
    var numbers: [Int] = []
    for row in 0..<count {
      guard let number = Int(self[row]) else { return sortedByBytes() }
      numbers.append(number)
    }
    let isBefore = { (left: Int, right: Int) in
      numbers[left] != numbers[right]
        ? numbers[left] < numbers[right] : precedes(left, right)
    }
    let rows = Array(0..<count)
    let isSorted = rows.dropFirst().allSatisfy { numbers[$0 - 1] < numbers[$0] }
    return isSorted ? rows : rows.sorted(by: isBefore)
  }

  private func precedes(_ left: Int, _ right: Int) -> Bool {
    bytes[ends[left]..<ends[left + 1]]
      .lexicographicallyPrecedes(bytes[ends[right]..<ends[right + 1]])
  }

  private func sortedByBytes() -> [Int] {
    /// A name's first sixteen bytes as numbers, which nearly always decide.
    struct Beginning {
      var first: UInt64
      var second: UInt64
      var row: Int
    }
    let beginnings = (0..<count).map { row in
      Beginning(first: eightBytes(of: row, from: 0), second: eightBytes(of: row, from: 8), row: row)
    }
    return beginnings.sorted { left, right in
      if left.first != right.first { return left.first < right.first }
      if left.second != right.second { return left.second < right.second }
      return precedes(left.row, right.row)
    }.map(\.row)
  }

  /// Eight bytes of a name, the first in the highest place; 0 behind its end.
  private func eightBytes(of row: Int, from offset: Int) -> UInt64 {
    var value: UInt64 = 0
    let start = ends[row] + offset
    for index in start..<start + 8 {
      value = value << 8 | (index < ends[row + 1] ? UInt64(bytes[index]) : 0)
    }
    return value
  }
}
