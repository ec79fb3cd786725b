import Testing

@testable import Linkage

@Suite struct ClusterScoreTests {
  private func score(_ found: [Int32], _ truth: [Int32]) -> ClusterScore {
    ClusterScore(found: Partition(labels: found), truth: Partition(labels: truth))
  }

  private func repeated(_ counts: [(Int32, Int)]) -> [Int32] {
    counts.flatMap { [Int32](repeating: $0.0, count: $0.1) }
  }

  /// Manning, Raghavan and Schütze (2008), figure 16.4 and table 16.2: 17 points, TP 20, FP 20,
  /// FN 24.
  @Test func pairsOfThePublishedExample() {
    let found = repeated([(0, 6), (1, 6), (2, 5)])
    let truth = repeated([(0, 5), (1, 1), (0, 1), (1, 4), (2, 1), (0, 2), (2, 3)])
    let score = score(found, truth)
    #expect(score.sharedPairCount == 20)
    #expect(score.foundPairCount == 40)
    #expect(score.truePairCount == 44)
    #expect(score.pairs.precision == 0.5)
    #expect(score.pairs.recall == 20.0 / 44)
    #expect(score.pairs.f1 == 40.0 / 84)
  }

  /// Bagga and Baldwin (1998), figures 4 and 5: contacts of 5, 2 and 5 mentions. Joining the small
  /// one with a large one gives precision 76 %, joining the large ones 58 %.
  @Test(arguments: [([0, 1, 1] as [Int32], 64.0 / 84), ([0, 1, 0], 7.0 / 12)])
  func bCubedOfThePublishedExample(clusters: [Int32], precision: Double) {
    let truth = repeated([(0, 5), (1, 2), (2, 5)])
    let score = score(truth.map { clusters[Int($0)] }, truth)
    #expect(abs(score.bCubed.precision - precision) < 1e-12)
    #expect(score.bCubed.recall == 1)
    #expect(score.lostContactCount == 1)
    #expect(score.survivingDuplicateCount == 0)
    #expect(score.mixedClusterCount == 1)
  }

  @Test func perfectClustering() {
    let score = score([2, 0, 0, 1, -1], [0, 2, 2, 5, -1])
    #expect(score.pairs == ClusterScore.Agreement(precision: 1, recall: 1))
    #expect(score.bCubed == ClusterScore.Agreement(precision: 1, recall: 1))
    #expect(score.trueContactCount == 4)
    #expect(score.clusterCount == 4)
    #expect(score.lostContactCount == 0)
    #expect(score.survivingDuplicateCount == 0)
    #expect(score.splitContactCount == 0)
  }

  @Test func nothingMerged() {
    let score = score([0, 1, 2, 3], [0, 0, 0, 1])
    #expect(score.pairs.precision == 1)
    #expect(score.pairs.recall == 0)
    #expect(score.pairs.f1 == 0)
    #expect(score.survivingDuplicateCount == 2)
    #expect(score.splitContactCount == 1)
    #expect(score.lostContactCount == 0)
  }

  @Test func contactIsLostWhereAnotherHasMoreRecords() {
    // Contact 1 has two records, each in a cluster where contact 0 or 2 has more.
    let score = score([0, 0, 0, 1, 1, 1], [0, 0, 1, 2, 2, 1])
    #expect(score.lostContactCount == 1)
    #expect(score.mixedClusterCount == 2)
    #expect(score.mixedRecordCount == 6)
    #expect(score.splitContactCount == 1)
  }

  @Test func tieGoesToTheUnnamedThenToTheLowerNumber() {
    // Twice 0 against 1: both clusters stand for 0.
    #expect(score([0, 0, 1, 1], [0, 1, 0, 1]).lostContactCount == 1)
    #expect(score([0, 0, 1, 1], [0, 1, 0, 1]).survivingDuplicateCount == 1)
    // An unnamed record wins against 0, which stays alone elsewhere.
    #expect(score([0, 0, 1], [-1, 0, 0]).lostContactCount == 0)
    #expect(score([0, 0], [-1, -1]).lostContactCount == 1)
  }

  @Test func unnamedRecordsAreTheirOwnContacts() {
    let score = score([0, 0, 0, -1, -1], [-1, -1, 0, 0, 0])
    #expect(score.trueContactCount == 3)
    #expect(score.clusterCount == 3)
    #expect(score.truePairCount == 3)
    #expect(score.foundPairCount == 3)
    #expect(score.sharedPairCount == 0)
  }

  @Test func noRecords() {
    let score = score([], [])
    #expect(score.pairs.f1 == 1)
    #expect(score.bCubed.f1 == 1)
    #expect(score.lostContactCount == 0)
  }

  @Test(arguments: 0..<40)
  func agreesWithCountingByHand(seed: Int) {
    let found = invented(seed, groups: 4 + seed % 5)
    let truth = invented(seed + 1000, groups: 3 + seed % 7)
    let score = score(found, truth)
    var shared = 0
    var foundPairs = 0
    var truePairs = 0
    var precision = 0.0
    for left in found.indices {
      var common = 0
      var size = 0
      for right in found.indices {
        let isFound = left == right || found[left] >= 0 && found[left] == found[right]
        let isTrue = left == right || truth[left] >= 0 && truth[left] == truth[right]
        if isFound { size += 1 }
        if isFound && isTrue { common += 1 }
        guard left < right else { continue }
        if isFound { foundPairs += 1 }
        if isTrue { truePairs += 1 }
        if isFound && isTrue { shared += 1 }
      }
      precision += Double(common) / Double(size)
    }
    #expect(score.sharedPairCount == shared)
    #expect(score.foundPairCount == foundPairs)
    #expect(score.truePairCount == truePairs)
    #expect(abs(score.bCubed.precision - precision / Double(found.count)) < 1e-12)
  }

  @Test(arguments: 0..<20)
  func exchangingThePartitionsExchangesPrecisionAndRecall(seed: Int) {
    let found = invented(seed, groups: 5)
    let truth = invented(seed + 500, groups: 6)
    let score = score(found, truth)
    let exchanged = self.score(truth, found)
    #expect(score.pairs.precision == exchanged.pairs.recall)
    #expect(abs(score.bCubed.precision - exchanged.bCubed.recall) < 1e-12)
    #expect(score.splitContactCount == exchanged.mixedClusterCount)
  }

  @Test func orderOfRecordsDoesNotMatter() {
    let found = invented(3, groups: 6)
    let truth = invented(4, groups: 6)
    #expect(score(found, truth) == score(found.reversed(), truth.reversed()))
  }

  /// 30 labels by a fixed generator; some records are alone.
  private func invented(_ seed: Int, groups: Int) -> [Int32] {
    var state = UInt64(seed) &* 2_862_933_555_777_941_757 &+ 3_037_000_493
    return (0..<30).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int32((state >> 33) % UInt64(groups + 1)) - 1
    }
  }
}
