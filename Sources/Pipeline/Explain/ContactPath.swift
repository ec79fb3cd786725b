internal import Records
internal import Store

/// How two records of one contact hang together: the way over others whose weakest pair is strongest.
struct ContactPath: Hashable, Sendable {
  struct Step: Hashable, Sendable {
    var record: RecordID
    /// Of the pair of this record and the one before.
    var weightInBits: Double
  }
  /// From the first record, which is left out, to the last.
  let steps: [Step]

  /// - Parameter pairs: those that were scored between the contact's records.
  /// - Returns: nil when no pairs connect the two.
  init?(from start: RecordID, to end: RecordID, over pairs: [PairScore]) {
    var tree: [RecordID: [Step]] = [:]
    var roots: [RecordID: RecordID] = [:]
    func root(_ record: RecordID) -> RecordID {
      var record = record
      while let next = roots[record] { record = next }
      return record
    }
    // The strongest pairs that connect anything make a tree; in it the way is the only one.
    let strongest = pairs.sorted {
      ($1.weightInBits, $0.left, $0.right) < ($0.weightInBits, $1.left, $1.right)
    }
    for pair in strongest {
      let (left, right) = (root(pair.left), root(pair.right))
      guard left != right else { continue }
      roots[max(left, right)] = min(left, right)
      tree[pair.left, default: []].append(
        Step(record: pair.right, weightInBits: pair.weightInBits))
      tree[pair.right, default: []].append(
        Step(record: pair.left, weightInBits: pair.weightInBits))
    }
    guard let steps = Self.way(from: start, to: end, in: tree) else { return nil }
    self.steps = steps
  }

  private static func way(
    from start: RecordID, to end: RecordID, in tree: [RecordID: [Step]]
  ) -> [Step]? {
    var reached: [RecordID: [Step]] = [start: []]
    var open = [start]
    while let record = open.popLast() {
      let way = reached[record] ?? []
      if record == end { return way }
      for step in tree[record] ?? [] where reached[step.record] == nil {
        reached[step.record] = way + [step]
        open.append(step.record)
      }
    }
    return nil
  }
}
