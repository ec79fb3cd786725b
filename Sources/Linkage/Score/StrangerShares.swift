/// Fits the strangers' shares (u) to random pairs.
struct StrangerShares {
  let scorer: Scorer
  let bounds: ScoreBounds
  /// The records of one kind.
  let records: [UInt32]
  /// Stands for the shipped share as if it had been seen this often.
  static let shippedHits = 2.0
  static let mostPairs = 150_000

  /// The model with u from random pairs, drawn by the records' identities: the same in any order.
  func fitted(_ model: KindModel, on executor: any Executor) -> KindModel {
    let pairs = randomPairs()
    let size = 20_000
    let parts = (pairs.count + size - 1) / size
    let counted = collect(parts, on: executor) { part in
      count(pairs[part * size..<min(pairs.count, (part + 1) * size)])
    }
    var model = model
    for place in model.tables.indices {
      let counts = (0..<16).map { level in counted.reduce(0) { $0 + $1[place * 16 + level] } }
      fit(&model.tables[place], counts.map(Double.init))
    }
    return model
  }

  /// Pairs of records at fixed distances in the order of their identities.
  private func randomPairs() -> [(left: UInt32, right: UInt32)] {
    guard records.count > 1 else { return [] }
    let sorted = sortedByIdentity()
    let rounds = min(records.count - 1, max(1, min(200, Self.mostPairs / records.count)))
    let step = max(1, records.count / Self.mostPairs)
    var pairs: [(left: UInt32, right: UInt32)] = []
    for round in 1...rounds {
      let distance = 1 + (round * round) % (records.count - 1)
      for index in stride(from: 0, to: records.count, by: step) {
        pairs.append((sorted[index], sorted[(index + distance) % records.count]))
      }
    }
    return pairs
  }

  private func sortedByIdentity() -> [UInt32] {
    let rows = scorer.comparer.columns.rows
    func identity(_ entry: UInt64) -> UInt64 {
      rows[Int(UInt32(truncatingIfNeeded: entry))].identity
    }
    var entries = records.map { (rows[Int($0)].identity & ~0xFFFF_FFFF) | UInt64($0) }
    sortByUpperHalf(&entries)
    var start = 0
    while start < entries.count {
      var end = start + 1
      while end < entries.count && entries[end] >> 32 == entries[start] >> 32 { end += 1 }
      if end - start > 1 { entries[start..<end].sort { identity($0) < identity($1) } }
      start = end
    }
    return entries.map { UInt32(truncatingIfNeeded: $0) }
  }

  private func count(_ pairs: ArraySlice<(left: UInt32, right: UInt32)>) -> [Int] {
    let rows = scorer.comparer.columns.rows
    var counts = [Int](repeating: 0, count: scorer.comparisons.count * 16)
    for pair in pairs {
      let left = rows[Int(pair.left)]
      let right = rows[Int(pair.right)]
      // Probable matches are no strangers; in small sets they are not rare among random pairs.
      if bounds.mayScore(Int(pair.left), Int(pair.right), atLeast: -2),
        scorer.score(left, right, atLeast: -2) != nil
      {
        continue
      }
      var rest = scorer.places(left, right)
      while rest != 0 {
        let place = rest.trailingZeroBitCount
        rest &= rest - 1
        let level = scorer.comparer.agreement(scorer.comparisons[place], left, right).level
        counts[place * 16 + Int(level)] += 1
      }
    }
    return counts
  }

  private func fit(_ table: inout ComparisonTable, _ counts: [Double]) {
    let all = counts.dropFirst().reduce(0, +)
    guard all >= 100 else { return }
    for index in table.levels.indices {
      let shipped = max(table.levels[index].u, 1e-9)
      table.levels[index].u =
        (counts[index + 1] + Self.shippedHits) / (all + Self.shippedHits / shipped)
    }
    let sum = table.levels.reduce(0) { $0 + $1.u }
    for index in table.levels.indices { table.levels[index].u /= sum }
  }
}
