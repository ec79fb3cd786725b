import Testing

@testable import Linkage

@Suite struct LinkChangeTests {
  private func edge(_ left: UInt32, _ right: UInt32) -> Edge {
    Edge(left: left, right: right, weight: Weight(bits: 5))
  }

  private func merge(_ left: UInt32, _ right: UInt32) -> Merge {
    Merge(left: left, right: right, average: Weight(bits: 5), pairs: 1)
  }

  @Test func onlyComponentsWithAChangeAreOpen() {
    let state = LinkState(
      marks: [1, 3, 5, 7, 9], edges: [edge(0, 1), edge(2, 3)],
      merges: [merge(0, 1), merge(2, 3)])
    let change = LinkChange(from: state, to: [1, 3, 5, 8, 9])
    #expect(change.isTouched == [false, false, false, true, false])
    #expect(change.keptEdges == [edge(0, 1)])
    let (open, settled) = change.parts(of: change.keptEdges + [edge(3, 4)])
    #expect(open == [edge(3, 4)])
    #expect(settled.map(\.left) == [0])
  }

  @Test func whoWasJoinedThroughATouchedRecordIsOpen() {
    // 0 – 1 – 2: once 1 is another, 0 and 2 have no pair, and their merges are no more.
    let state = LinkState(
      marks: [1, 3, 5], edges: [edge(0, 1), edge(1, 2)], merges: [merge(0, 1), merge(0, 2)])
    let change = LinkChange(from: state, to: [1, 4, 5])
    #expect(change.keptEdges.isEmpty)
    #expect(change.parts(of: []).settled.isEmpty)
  }

  @Test func newRecordsAreTouched() {
    let change = LinkChange(from: LinkState(marks: [1]), to: [1, 3])
    #expect(change.isTouched == [false, true])
  }
}
