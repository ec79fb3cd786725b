/// What is different since a linking left its state.
struct LinkChange: Sendable {
  /// Whether a record's pairs are to be compared anew.
  let isTouched: [Bool]
  /// The pairs of which neither record is touched.
  let keptEdges: [Edge]
  /// Whether a record is touched, or has lost a pair that may have joined its clusters.
  private let isLoose: [Bool]
  private let merges: [Merge]

  /// - Parameter marks: the records' marks now; there are at least as many as the state has.
  init(from state: LinkState, to marks: [UInt64]) {
    let isTouched = marks.indices.map { record in
      record >= state.marks.count || state.marks[record] != marks[record]
    }
    var isLoose = isTouched
    var kept: [Edge] = []
    kept.reserveCapacity(state.edges.count)
    for edge in state.edges {
      if isTouched[Int(edge.left)] || isTouched[Int(edge.right)] {
        isLoose[Int(edge.left)] = true
        isLoose[Int(edge.right)] = true
      } else {
        kept.append(edge)
      }
    }
    self.isTouched = isTouched
    self.isLoose = isLoose
    keptEdges = kept
    merges = state.merges
  }

  /// The edges of all components that are not as they were, and the merges of those that are.
  ///
  /// - Parameters:
  ///   - edges: all that there are now.
  ///   - ties: records that hang together whatever their edges say.
  func parts(
    of edges: [Edge], tied ties: [(left: UInt32, right: UInt32)] = []
  ) -> (open: [Edge], settled: [Merge]) {
    var sets = UnionFind(count: isTouched.count)
    for edge in edges { sets.join(edge.left, edge.right) }
    for tie in ties { sets.join(tie.left, tie.right) }
    var isOpen = [Bool](repeating: false, count: isTouched.count)
    for record in isLoose.indices where isLoose[record] {
      isOpen[Int(sets.root(of: UInt32(record)))] = true
    }
    return (
      edges.filter { isOpen[Int(sets.root(of: $0.left))] },
      merges.filter { !isOpen[Int(sets.root(of: $0.left))] }
    )
  }
}
