import Testing

@testable import Linkage

@Suite struct ReviewQuestionTests {
  private func pair(_ left: Int, _ right: Int, _ bits: Double) -> ScoredPair {
    ScoredPair(left: left, right: right, totalInBits: bits)
  }

  /// Clusters of so many records each, in order, and the pairs to review.
  private func questions(_ sizes: [Int], _ pairs: [ScoredPair]) -> [[Int]] {
    var start = 0
    let clusters = sizes.map { size -> Cluster in
      defer { start += size }
      return Cluster(members: Array(start..<start + size), status: .review)
    }
    return Linkage(clusters: clusters, reviewPairs: pairs).reviewQuestions.map(\.clusters)
  }

  @Test func theLikelierQuestionComesFirst() {
    #expect(questions([1, 1, 1, 1], [pair(0, 1, 2), pair(2, 3, 5)]) == [[2, 3], [0, 1]])
  }

  @Test func oneAnswerForManyPairsIsWorthMore() {
    // Records 0 and 1 are one cluster, 2 and 3 another; 4 and 5 stand alone.
    let pairs = [pair(4, 5, 9), pair(0, 2, 3), pair(1, 2, 3), pair(0, 3, 3), pair(1, 3, 3)]
    #expect(questions([2, 2, 1, 1], pairs) == [[0, 1], [2, 3]])
  }

  @Test func whatFollowsFromOthersIsAskedLast() {
    let pairs = [pair(0, 1, 9), pair(1, 2, 8), pair(0, 2, 7), pair(3, 4, 1)]
    #expect(questions([1, 1, 1, 1, 1], pairs) == [[0, 1], [1, 2], [3, 4], [0, 2]])
  }

  @Test func ofEqualGainsFewerRecordsComeFirst() {
    #expect(questions([3, 1, 1, 1], [pair(0, 3, 4), pair(4, 5, 4)]) == [[2, 3], [0, 1]])
    #expect(questions([1, 1, 1, 1], [pair(2, 3, 4), pair(0, 1, 4)]) == [[0, 1], [2, 3]])
  }

  @Test func pairsOfAQuestionAreStrongestFirst() {
    let linkage = Linkage(
      clusters: [
        Cluster(members: [0, 1], status: .review), Cluster(members: [2], status: .review),
      ], reviewPairs: [pair(0, 2, 3), pair(1, 2, 6)])
    let question = linkage.reviewQuestions.first
    #expect(question?.pairs.map(\.left) == [1, 0])
    let chances = probabilityOf(bits: 3) + probabilityOf(bits: 6)
    #expect(abs((question?.expectedGain ?? 0) - chances) < 1e-9)
  }

  @Test func anOrderDoesNotDependOnThatOfThePairs() {
    let pairs = [pair(0, 1, 9), pair(1, 2, 8), pair(0, 2, 7), pair(3, 4, 1)]
    let sizes = [1, 1, 1, 1, 1]
    #expect(questions(sizes, pairs) == questions(sizes, pairs.reversed()))
  }

  @Test func withoutPairsNothingIsAsked() {
    #expect(questions([1, 1], []) == [])
  }
}
