/// Turns merges into clusters, and what lies between the cuts into questions.
struct ClusterBuilder {
  let comparer: PairComparer
  let cuts: LinkageModel.Cuts
  let options: LinkOptions
  var clamps = ClampSets.none

  private var cut: Double { options.at == .safe ? cuts.safeInBits : cuts.balancedInBits }

  func linkage(merges: [Merge], edges: [Edge]) -> Linkage {
    var sets = UnionFind(count: comparer.columns.count)
    for pair in clamps.joined { sets.join(pair.left, pair.right) }
    for merge in merges where merge.average.bits >= cut { sets.join(merge.left, merge.right) }
    var clusters = clusters(of: sets)
    var numbers = [Int](repeating: 0, count: comparer.columns.count)
    for (number, cluster) in clusters.enumerated() {
      for member in cluster.members { numbers[member] = number }
    }
    for merge in merges where merge.average.bits >= cut {
      let number = numbers[Int(merge.left)]
      let weakest = clusters[number].weakestLinkInBits ?? .infinity
      clusters[number].weakestLinkInBits = min(weakest, merge.average.bits)
    }
    let questions = open(reviewPairs(edges, numbers), numbers)
    for pair in questions {
      clusters[numbers[pair.left]].status = .review
      clusters[numbers[pair.right]].status = .review
    }
    return Linkage(clusters: clusters, pairs: innerPairs(edges, numbers), reviewPairs: questions)
  }

  /// The pairs inside clusters; when there are too many, the weakest.
  private func innerPairs(_ edges: [Edge], _ numbers: [Int]) -> [ScoredPair] {
    guard options.keptPairLimit > 0 else { return [] }
    var inner = edges.filter { numbers[Int($0.left)] == numbers[Int($0.right)] }.map(\.pair)
    if inner.count > options.keptPairLimit {
      inner.sort { ($0.totalInBits, $0.left, $0.right) < ($1.totalInBits, $1.left, $1.right) }
      inner.removeLast(inner.count - options.keptPairLimit)
    }
    return inner.sorted { ($0.left, $0.right) < ($1.left, $1.right) }
  }

  /// The pairs between clusters that may be one contact, the likeliest first: what makes a cluster
  /// wait for review, and nothing else does.
  private func reviewPairs(_ edges: [Edge], _ numbers: [Int]) -> [ScoredPair] {
    edges.filter {
      numbers[Int($0.left)] != numbers[Int($0.right)] && $0.weight.bits >= reviewCut
        && isQuestion($0)
    }.map(\.pair).sorted {
      ($1.totalInBits, $0.left, $0.right) < ($0.totalInBits, $1.left, $1.right)
    }
  }

  /// The pairs whose clusters nobody has been asked about: an answer is about all that they hold.
  private func open(_ pairs: [ScoredPair], _ numbers: [Int]) -> [ScoredPair] {
    guard !clamps.decided.isEmpty else { return pairs }
    let answered = Set(
      clamps.decided.map { [numbers[Int($0.left)], numbers[Int($0.right)]].sorted() })
    return pairs.filter { !answered.contains([numbers[$0.left], numbers[$0.right]].sorted()) }
  }

  /// Whether nothing rules a pair out for good.
  private func isQuestion(_ edge: Edge) -> Bool {
    let rows = comparer.columns.rows
    let veto = comparer.veto(
      rows[Int(edge.left)], rows[Int(edge.right)], bits: Float(edge.weight.bits))
    return veto?.isQuestion ?? true
  }

  /// Below this nobody is asked.
  private var reviewCut: Double { min(cuts.balancedInBits, cut) }

  private func clusters(of sets: UnionFind) -> [Cluster] {
    let roots = sets.roots()
    var sizes = [UInt32](repeating: 0, count: roots.count)
    for root in roots { sizes[Int(root)] += 1 }
    var numbers = [UInt32](repeating: 0, count: roots.count)
    var clusters: [Cluster] = []
    clusters.reserveCapacity(sizes.count { $0 > 0 })
    for (record, root) in roots.enumerated() {
      // A root is the lowest of its set: its cluster is there before the others come.
      if record == root {
        numbers[record] = UInt32(clusters.count)
        var cluster = Cluster(members: [], status: sizes[record] > 1 ? .merged : .single)
        cluster.members.reserveCapacity(Int(sizes[record]))
        clusters.append(cluster)
      }
      clusters[Int(numbers[Int(root)])].members.append(record)
    }
    return clusters
  }
}

extension Edge {
  var pair: ScoredPair {
    ScoredPair(left: Int(left), right: Int(right), totalInBits: weight.bits)
  }
}
