/// Two clusters, and the question whether they are one contact.
package struct ReviewQuestion: Hashable, Sendable {
  /// Numbers of clusters, the lower first; one alone where the question is about its own records.
  package var clusters: [Int]
  /// The pairs between both, the strongest first.
  package var pairs: [ScoredPair]
  /// The pairs of records that asking is expected to join rightly.
  package var expectedGain: Double

  package init(clusters: [Int], pairs: [ScoredPair], expectedGain: Double) {
    self.clusters = clusters
    self.pairs = pairs
    self.expectedGain = expectedGain
  }
}

extension Linkage {
  /// All questions to people, the most valuable first.
  ///
  /// One answer costs about the same whatever is asked, so the order is that of the expected gain:
  /// the chance that both are one contact, times the pairs of records a "yes" joins. Of questions
  /// alike, those about fewer records come first, for they are read faster. A question whose answer
  /// would follow from earlier ones, were these answered "yes", comes after all that are not.
  ///
  /// - Complexity: O(n log n) in the pairs to review.
  package var reviewQuestions: [ReviewQuestion] {
    let numbers = clusterNumbers
    let ordered = ReviewQuestion.ordered(
      reviewPairs, sizes: clusters.map(\.members.count), cluster: { numbers[$0] })
    return ordered.telling + ordered.following
  }
}

extension ReviewQuestion {
  /// The questions of pairs, the most valuable first; those whose answers would follow apart.
  ///
  /// - Parameters:
  ///   - sizes: how many records each cluster has, by its number.
  ///   - cluster: the number of a record's cluster.
  package static func ordered(
    _ pairs: [ScoredPair], sizes: [Int], cluster: (Int) -> Int
  ) -> (telling: [ReviewQuestion], following: [ReviewQuestion]) {
    var byClusters: [[Int]: [ScoredPair]] = [:]
    for pair in pairs {
      let ends = [cluster(pair.left), cluster(pair.right)]
      byClusters[ends[0] == ends[1] ? [ends[0]] : ends.sorted(), default: []].append(pair)
    }
    let questions = byClusters.map { question($0.key, $0.value) }
      .sorted { isBefore($0, $1, sizes) }
    var joined = UnionFind(count: sizes.count)
    var telling: [ReviewQuestion] = []
    var following: [ReviewQuestion] = []
    for question in questions {
      guard let first = question.clusters.first, let last = question.clusters.last else { continue }
      let isKnown =
        first != last && joined.root(of: UInt32(first)) == joined.root(of: UInt32(last))
      if isKnown {
        following.append(question)
      } else {
        joined.join(UInt32(first), UInt32(last))
        telling.append(question)
      }
    }
    return (telling, following)
  }

  private static func question(_ numbers: [Int], _ pairs: [ScoredPair]) -> ReviewQuestion {
    let pairs = pairs.sorted {
      ($1.totalInBits, $0.left, $0.right) < ($0.totalInBits, $1.left, $1.right)
    }
    // The average chance times the pairs of records is the sum of their chances.
    return ReviewQuestion(
      clusters: numbers, pairs: pairs,
      expectedGain: pairs.reduce(0) { $0 + $1.probability })
  }

  private static func isBefore(
    _ left: ReviewQuestion, _ right: ReviewQuestion, _ sizes: [Int]
  ) -> Bool {
    if left.expectedGain != right.expectedGain { return left.expectedGain > right.expectedGain }
    let one = left.clusters.reduce(0) { $0 + sizes[$1] }
    let other = right.clusters.reduce(0) { $0 + sizes[$1] }
    if one != other { return one < other }
    return left.clusters.lexicographicallyPrecedes(right.clusters)
  }
}
