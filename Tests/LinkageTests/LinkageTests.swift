import Testing

@testable import Linkage

@Suite struct LinkageTests {
  @Test func clusterIsNamedByItsSmallestMember() {
    #expect(Cluster(members: [3, 7], status: .merged).id == 3)
    let linkage = Linkage(clusters: [
      Cluster(members: [0, 2], status: .merged), Cluster(members: [1], status: .single),
    ])
    #expect(linkage.clusterNumbers == [0, 1, 0])
  }

  @Test func pairHasTheLowerRecordFirst() {
    #expect(ScoredPair(left: 9, right: 4, totalInBits: 0).left == 4)
  }
}
