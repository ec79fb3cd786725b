import Testing

@testable import Linkage

@Suite struct PartitionTests {
  @Test func namesBecomeAscendingNumbers() {
    let partition = Partition(names: ["b", "", "a", "b", "ä", ""])
    #expect(partition.labels == [1, -1, 0, 1, 2, -1])
    #expect(partition.labelCount == 3)
  }

  @Test func numbersDoNotDependOnTheOrder() {
    let names = ["c10", "c9", "", "C9", "c10"]
    let numbers = Partition(names: names).labels
    #expect(Partition(names: names.reversed()).labels == numbers.reversed())
  }

  /// "é" in one letter and in two are one String, but two names in a file's bytes: here one.
  @Test func canonicallyEqualNamesAreOneCluster() {
    #expect(Partition(names: ["\u{E9}", "e\u{301}"]).labels == [0, 0])
  }

  @Test func emptyPartition() {
    #expect(Partition(names: []).labelCount == 0)
    #expect(Partition(labels: [-1, -1]).labelCount == 0)
    #expect(Partition(labels: [4]).labelCount == 5)
  }
}
