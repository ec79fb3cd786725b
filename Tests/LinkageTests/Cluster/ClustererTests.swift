import Testing

@testable import Linkage

@Suite struct ClustererTests {
  @Test func innerPairsAreCompleted() {
    let record = Sample.person(
      "1", "Hans", "Meyer", code: "04109", place: "Leipzig", email: "h.meyer@example.org")
    let comparer = Sample.comparer([record, record, record] + Sample.crowd(50))
    let scorers = Scorers(.shipped, comparer: comparer)
    let edges = [(0, 1), (1, 2)].map {
      Edge(left: $0.0, right: $0.1, weight: Weight(bits: 10))
    }
    let merges = Clusterer(scorers: scorers).merges(of: edges, on: SerialExecutor())
    #expect(merges.count == 2)
    #expect(merges.reduce(0) { $0 + $1.pairs } == 3)
  }
}
