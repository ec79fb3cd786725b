internal import Records
internal import Store

/// Draws pairs from every stratum: the same ones whenever the store says the same.
struct SampleDraw {
  struct Drawn: Hashable {
    var left: RecordID
    var right: RecordID
    var stratum: SampleStratum
  }
  /// In an order that says nothing of the strata.
  let pairs: [Drawn]
  /// How many pairs each stratum holds.
  let totals: [SampleStratum: Int]

  /// - Parameter size: how many pairs are drawn; each stratum gives as many as the others, as long
  ///   as it has them.
  init(from reader: StoreReader, size: Int) throws {
    var draws = SampleStratum.all.map { _ in Lots(size: size) }
    let identities = try reader.recordHashes()
    func offer(_ left: RecordID, _ right: RecordID, _ stratum: SampleStratum) {
      let rank = spread((identities[left] ?? 0) ^ spread(identities[right] ?? 0))
      draws[stratum.number].offer(
        Drawn(left: left, right: right, stratum: stratum), rank: rank)
    }
    try reader.forEachPair(.review) { offer($0.left, $0.right, .review) }
    var scored: Set<[RecordID]> = []
    try reader.forEachPair(.merged) { pair in
      scored.insert([pair.left, pair.right])
      offer(pair.left, pair.right, SampleStratum(weightInBits: pair.weightInBits))
    }
    for members in try reader.contactMembers() {
      for (place, left) in members.enumerated() {
        for right in members[(place + 1)...] where !scored.contains([left, right]) {
          offer(left, right, .indirect)
        }
      }
    }
    let shares = Self.shares(of: size, among: draws.map(\.total))
    let drawn = zip(draws, shares).flatMap { $0.drawn.prefix($1) }
    pairs = drawn.sorted { $0.rank < $1.rank }.map(\.pair)
    totals = Dictionary(
      uniqueKeysWithValues: SampleStratum.all.map { ($0, draws[$0.number].total) })
  }

  /// Even shares; what a small stratum can't give, the others do.
  static func shares(of size: Int, among totals: [Int]) -> [Int] {
    var shares = [Int](repeating: 0, count: totals.count)
    var left = max(0, size)
    while left > 0 {
      let open = totals.indices.filter { shares[$0] < totals[$0] }
      guard !open.isEmpty else { break }
      let each = max(1, left / open.count)
      for place in open where left > 0 {
        let more = min(each, totals[place] - shares[place], left)
        shares[place] += more
        left -= more
      }
    }
    return shares
  }
}

/// The pairs of lowest rank among those offered.
private struct Lots {
  let size: Int
  var total = 0
  /// Ascending by rank.
  private(set) var drawn: [(rank: UInt64, pair: SampleDraw.Drawn)] = []

  init(size: Int) { self.size = size }

  mutating func offer(_ pair: SampleDraw.Drawn, rank: UInt64) {
    total += 1
    if drawn.count >= size {
      guard let last = drawn.last, rank < last.rank else { return }
      drawn.removeLast()
    }
    let place = drawn.firstIndex { rank < $0.rank } ?? drawn.count
    drawn.insert((rank, pair), at: place)
  }
}
