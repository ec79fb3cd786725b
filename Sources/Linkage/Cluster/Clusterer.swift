/// Makes merges of all edges: components at a low cut, inner pairs completed, average linkage.
struct Clusterer: Sendable {
  let scorers: Scorers
  var clamps = ClampSets.none

  private var columns: Columns { scorers.comparer.columns }

  /// Merges below this are never looked at; edges below it connect nothing.
  static let lowestCut = Weight(bits: -3)
  /// A component larger than this is cut again.
  static let mostMembers = 300
  /// Beyond these a weight pulls an average no further.
  static let clip: ClosedRange<Float> = -9...14

  /// All merges of all components, in a fixed order.
  func merges(of edges: [Edge], on executor: any Executor) -> [Merge] {
    let found = components(
      of: clamps.isEmpty ? edges : edges + clamps.edges, records: columns.count,
      cut: Self.lowestCut, mostMembers: Self.mostMembers)
    let size = 2048
    let parts = (found.count + size - 1) / size
    return collect(parts, on: executor) { part in
      found[part * size..<min(found.count, (part + 1) * size)].flatMap(merges(of:))
    }.flatMap { $0 }
  }

  private func merges(of component: Component) -> [Merge] {
    let members = component.members.sorted {
      let a = columns.rows[Int($0)].identity
      let b = columns.rows[Int($1)].identity
      return (a, $0) < (b, $1)
    }
    let isClamped = clamps.touches(members)
    if members.count == 2, !isClamped { return merge(of: members) }
    var agglomeration = Agglomeration(members: members)
    for l in members.indices {
      let left = columns.rows[Int(members[l])]
      for r in members.indices.dropFirst(l + 1) {
        let right = columns.rows[Int(members[r])]
        let (weight, verdict) = judgement(left, right)
        agglomeration.set(l, r, weight: weight, verdict: verdict)
      }
    }
    if isClamped { clamp(&agglomeration, members) }
    return agglomeration.merges(atLeast: Self.lowestCut)
  }

  /// Makes what people said hold before anything is joined.
  private func clamp(_ agglomeration: inout Agglomeration, _ members: [UInt32]) {
    var places: [UInt32: Int] = [:]
    for (place, member) in members.enumerated() where clamps.touches(member) {
      places[member] = place
    }
    for pair in clamps.apart {
      if let left = places[pair.left], let right = places[pair.right] {
        agglomeration.keepApart(left, right)
      }
    }
    for pair in clamps.joined {
      if let left = places[pair.left], let right = places[pair.right] {
        agglomeration.joinFirst(left, right)
      }
    }
  }

  /// What most components come to: two records that merge or don't.
  private func merge(of pair: [UInt32]) -> [Merge] {
    let (weight, verdict) = judgement(columns.rows[Int(pair[0])], columns.rows[Int(pair[1])])
    guard weight >= Self.lowestCut, !verdict.isConflict else { return [] }
    return [Merge(left: pair[0], right: pair[1], average: weight, pairs: 1)]
  }

  private func judgement(_ left: Row, _ right: Row) -> (Weight, Verdict) {
    let scored = scorers.score(left, right, atLeast: Self.clip.lowerBound)
    let most = min(scorers.comparer.mostBits(left, right), Self.clip.upperBound)
    let bits = min(scored ?? Self.clip.lowerBound, most)
    let verdict = scorers.comparer.verdict(left, right, bits: bits)
    return (verdict == .sure ? Agglomeration.sure : Weight(bits: bits), verdict)
  }
}

/// The weights beyond which a pair pulls an average of two clusters no further.
package var weightsInAverages: ClosedRange<Double> {
  Double(Clusterer.clip.lowerBound)...Double(Clusterer.clip.upperBound)
}
