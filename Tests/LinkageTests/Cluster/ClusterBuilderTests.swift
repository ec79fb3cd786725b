import Testing

@testable import Linkage

@Suite struct ClusterBuilderTests {
  private func linkage(_ point: OperatingPoint) -> Linkage {
    let comparer = Sample.comparer((0..<5).map { Sample.person("\($0)") })
    let merges = [
      Merge(left: 3, right: 1, average: Weight(bits: 12), pairs: 1),
      Merge(left: 1, right: 4, average: Weight(bits: 3), pairs: 2),
    ]
    let edges = [(1, 3, 12), (1, 4, 3), (3, 4, 3)].map {
      Edge(left: $0.0, right: $0.1, weight: Weight(bits: $0.2))
    }
    let cuts = LinkageModel.Cuts(safeInBits: 8, balancedInBits: 0)
    return ClusterBuilder(comparer: comparer, cuts: cuts, options: LinkOptions(at: point))
      .linkage(merges: merges, edges: edges)
  }

  @Test func atBalancedEverythingAboveIsMerged() {
    let found = linkage(.balanced)
    #expect(found.clusters.map(\.members) == [[0], [1, 3, 4], [2]])
    #expect(found.clusters.map(\.status) == [.single, .merged, .single])
    #expect(found.clusters[1].weakestLinkInBits == 3)
    #expect(found.reviewPairs.isEmpty && found.pairs.count == 3)
  }

  @Test func atSafeTheRestWaitsForReview() {
    let found = linkage(.safe)
    #expect(found.clusters.map(\.members) == [[0], [1, 3], [2], [4]])
    #expect(found.clusters.map(\.status) == [.single, .review, .single, .review])
    #expect(found.reviewPairs.count == 2)
  }

  /// Three pairs above the cut for review, of which vetoes leave one as a question.
  @Test func whoHasAReviewPairWaitsForReviewAndNobodyElse() {
    let records = [
      Sample.person("0", "Karl", "Brand", suffix: "sen."),
      Sample.person("1", "Karl", "Brand", suffix: "jun."),
      Sample.person("2", "Anna", "Bode"), Sample.person("3", "Anna", "Bodé"),
    ]
    let cuts = LinkageModel.Cuts(safeInBits: 8, balancedInBits: 0)
    let edges = [(0, 1, 5), (2, 3, 4)].map {
      Edge(left: $0.0, right: $0.1, weight: Weight(bits: $0.2))
    }
    let found = ClusterBuilder(
      comparer: Sample.comparer(records), cuts: cuts, options: LinkOptions(at: .safe)
    ).linkage(merges: [], edges: edges)
    #expect(found.reviewPairs.map { [$0.left, $0.right] } == [[2, 3]])
    #expect(found.clusters.map(\.status) == [.single, .single, .review, .review])
  }
}
