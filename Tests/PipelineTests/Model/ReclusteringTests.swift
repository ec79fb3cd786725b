import Linkage
import Testing

@testable import Pipeline

@Suite struct ReclusteringTests {
  // Records 1…6 in three contacts of two.
  private func change(
    _ clusters: [[Int64]], waitingBefore: [(Int64, Int64)] = [], after: [(Int64, Int64)] = []
  ) -> Reclustering {
    Reclustering(
      before: [1: 10, 2: 10, 3: 20, 4: 20, 5: 30, 6: 30], clusters: clusters,
      waitingBefore: waitingBefore, waitingAfter: after)
  }

  @Test func theSameClustersChangeNothing() {
    #expect(change([[1, 2], [3, 4], [5, 6]]).isNothing)
  }

  @Test func contactsThatBecomeOneAreNamed() {
    let merged = change([[1, 2, 3, 4, 5, 6]])
    #expect(merged.merged == [[10, 20, 30]] && merged.split.isEmpty)
  }

  @Test func aContactThatPartsIsNamedWithItsParts() {
    let split = change([[1], [2], [3, 4], [5, 6]])
    #expect(split.split == [Reclustering.Part(contact: 10, parts: 2)] && split.merged.isEmpty)
  }

  @Test func aRecordThatMovesIsBoth() {
    let moved = change([[1], [2, 3, 4], [5, 6]])
    #expect(moved.merged == [[10, 20]] && moved.split.map(\.contact) == [10])
  }

  @Test func questionsAreCountedByContacts() {
    let asked = change(
      [[1, 2], [3, 4], [5, 6]], waitingBefore: [(1, 3), (2, 4)], after: [(1, 4), (4, 5)])
    #expect(asked.waitingBefore == 1 && asked.waitingAfter == 2)
    #expect(asked.newlyWaiting == [[20, 30]])
  }
}
