/// The blocks of all keys: the records of each, and of each record its blocks.
///
/// Blocks are numbered by key, then by value. The first that two records share is the one under
/// which their pair comes out.
struct Blocks: Sendable {
  /// Where each block's records begin in `members`; one more than blocks.
  private(set) var starts: [UInt32] = [0]
  /// The value that the records of each block share.
  private(set) var values: [UInt32] = []
  private(set) var members: [UInt32] = []
  /// The numbers of each key's blocks, in the order of `BlockingKey`.
  private(set) var ranges: [Range<Int>] = []
  /// Where each record's blocks begin in `numbers`; one more than records.
  private(set) var recordStarts: [UInt32] = [0]
  /// The blocks of all records, one record after the other, ascending.
  private(set) var numbers: [UInt32] = []

  /// - Parameters:
  ///   - columns: one for each key, in the order of `BlockingKey`.
  ///   - records: how many there are.
  init(_ columns: [KeyColumn], records: Int, on executor: any Executor) {
    let found = collect(columns.count, on: executor) { BlocksOfKey(columns[$0].entries) }
    members.reserveCapacity(found.reduce(0) { $0 + $1.members.count })
    for blocks in found {
      let offset = UInt32(members.count)
      ranges.append(values.count..<values.count + blocks.values.count)
      members += blocks.members
      values += blocks.values
      for end in blocks.ends { starts.append(offset + end) }
    }
    addNumbers(records: records, on: executor)
  }

  /// How many records a block holds.
  func size(of block: Int) -> Int { Int(starts[block + 1] - starts[block]) }

  /// The records of a block.
  func members(of block: Int) -> ArraySlice<UInt32> {
    members[Int(starts[block])..<Int(starts[block + 1])]
  }

  /// So many records at a time: what is counted of them stays in a core's own memory.
  private static let recordsAtATime = 1 << 17

  private mutating func addNumbers(records: Int, on executor: any Executor) {
    let size = Self.recordsAtATime
    let parts = (records + size - 1) / size
    let found = collect(parts, on: executor) { [self] part in
      numbers(of: part * size..<min(records, (part + 1) * size))
    }
    recordStarts.reserveCapacity(records + 1)
    numbers.reserveCapacity(members.count)
    for part in found {
      let offset = UInt32(numbers.count)
      for end in part.ends { recordStarts.append(offset + end) }
      numbers += part.numbers
    }
  }

  /// The blocks of some records, and where each one's end among them.
  private func numbers(of records: Range<Int>) -> (numbers: [UInt32], ends: [UInt32]) {
    let first = UInt32(records.lowerBound)
    let count = UInt32(records.count)
    var ends = [UInt32](repeating: 0, count: records.count)
    for member in members where member &- first < count { ends[Int(member &- first)] += 1 }
    var sum: UInt32 = 0
    for place in ends.indices {
      // For now the start: filling moves it to the end.
      (ends[place], sum) = (sum, sum + ends[place])
    }
    var numbers = [UInt32](repeating: 0, count: Int(sum))
    for block in values.indices {
      for index in Int(starts[block])..<Int(starts[block + 1]) {
        let place = members[index] &- first
        guard place < count else { continue }
        numbers[Int(ends[Int(place)])] = UInt32(truncatingIfNeeded: block)
        ends[Int(place)] += 1
      }
    }
    return (numbers, ends)
  }
}

/// The blocks of two records or more of one key, by their value.
private struct BlocksOfKey: Sendable {
  var ends: [UInt32] = []
  var values: [UInt32] = []
  var members: [UInt32] = []

  init(_ entries: [UInt64]) {
    forEachBlock(of: entries) { block in
      for index in block { members.append(UInt32(truncatingIfNeeded: entries[index])) }
      ends.append(UInt32(members.count))
      values.append(UInt32(truncatingIfNeeded: entries[block.lowerBound] >> 32))
    }
  }
}
