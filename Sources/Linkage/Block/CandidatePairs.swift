/// The pairs that share a blocking key, each once, streamed in parts of even size.
struct CandidatePairs: Sendable {
  let table: KeyTable
  private let columns: [KeyColumn]
  /// The parts: a key and the range of its column, cut between blocks.
  let parts: [Part]
  /// How many pairs the blocks hold, those that share several counted several times.
  let pairCount: Int
  /// Only pairs with one of these records come out; nil: all.
  private let isTouched: [Bool]?

  struct Part: Sendable {
    var key: BlockingKey
    var range: Range<Int>
  }

  /// About how many pairs a part holds.
  static let pairsOfPart = 200_000

  /// - Parameters:
  ///   - columns: one for each key, in the order of `BlockingKey`.
  ///   - isTouched: only pairs with one of these records come out; nil: all.
  init(_ table: KeyTable, _ columns: [KeyColumn], with isTouched: [Bool]? = nil) {
    self.table = table
    self.columns = columns
    self.isTouched = isTouched
    var parts: [Part] = []
    var pairCount = 0
    for column in columns {
      var start = 0
      var pairs = 0
      forEachBlock(of: column.entries) { block in
        if let isTouched, !block.contains(where: { isTouched[Self.record(of: $0)] }) {
          return
        }
        pairs += block.count * (block.count - 1) / 2
        pairCount += block.count * (block.count - 1) / 2
        guard pairs >= Self.pairsOfPart else { return }
        parts.append(Part(key: column.key, range: start..<block.endIndex))
        start = block.endIndex
        pairs = 0
      }
      if pairs > 0 { parts.append(Part(key: column.key, range: start..<column.entries.count)) }
    }
    self.parts = parts
    self.pairCount = pairCount
  }

  private static func record(of entry: UInt64) -> Int { Int(UInt32(truncatingIfNeeded: entry)) }

  /// Calls `body` with each pair of a part, the lower record first.
  ///
  /// - Parameter every: only every so manyth block is looked at, drawn by the key's hash.
  func forEach(of part: Part, every: Int = 1, _ body: (Int, Int) -> Void) {
    let entries = columns[Int(part.key.rawValue)].entries
    entries.withUnsafeBufferPointer { column in
      table.withEarlierKeys { earlier in
        var start = part.range.lowerBound
        while start < part.range.upperBound {
          let value = column[start] >> 32
          var end = start + 1
          while end < part.range.upperBound && column[end] >> 32 == value { end += 1 }
          defer { start = end }
          guard every == 1 || mixed(value) % UInt64(every) == 0 else { continue }
          if let isTouched {
            guard column[start..<end].contains(where: { isTouched[Self.record(of: $0)] }) else {
              continue
            }
          }
          for l in start..<end - 1 {
            let left = Self.record(of: column[l])
            earlier.load(left, before: part.key, UInt32(truncatingIfNeeded: value))
            for r in l + 1..<end {
              let right = Self.record(of: column[r])
              if let isTouched, !isTouched[left], !isTouched[right] { continue }
              if !earlier.areShared(by: right) { body(min(left, right), max(left, right)) }
            }
          }
        }
      }
    }
  }
}
