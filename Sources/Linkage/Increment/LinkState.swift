/// What a linking leaves behind, so that the next one under the same frozen model compares only
/// what has changed since.
package struct LinkState: Sendable {
  /// By record: all that its pairs depend on, in one number; 0: its pairs are to be compared anew.
  var marks: [UInt64]
  /// Every pair at or above the clusters' lowest cut.
  var edges: [Edge]
  var merges: [Merge]

  /// Of no records.
  package init() { self.init(marks: []) }

  init(marks: [UInt64], edges: [Edge] = [], merges: [Merge] = []) {
    self.marks = marks
    self.edges = edges
    self.merges = merges
  }

  /// How many records it knows.
  package var count: Int { marks.count }

  /// The state with other numbers for its records.
  ///
  /// Who loses a neighbor is compared anew.
  ///
  /// - Parameters:
  ///   - numbers: the new number of each record; nil: it is no more.
  ///   - count: how many records there are now; new ones have no mark.
  package func renumbered(_ numbers: [Int?], count: Int) -> LinkState {
    var state = LinkState(marks: [UInt64](repeating: 0, count: count))
    for (old, new) in numbers.enumerated() where old < marks.count {
      if let new { state.marks[new] = marks[old] }
    }
    state.edges.reserveCapacity(edges.count)
    for edge in edges {
      switch (numbers[Int(edge.left)], numbers[Int(edge.right)]) {
      case (let left?, let right?):
        state.edges.append(
          Edge(left: UInt32(min(left, right)), right: UInt32(max(left, right)), weight: edge.weight)
        )
      case (let alone?, nil), (nil, let alone?): state.marks[alone] = 0
      case (nil, nil): break
      }
    }
    state.merges = merges.compactMap { merge in
      guard let left = numbers[Int(merge.left)], let right = numbers[Int(merge.right)] else {
        return nil
      }
      var merge = merge
      merge.left = UInt32(left)
      merge.right = UInt32(right)
      return merge
    }
    return state
  }
}
