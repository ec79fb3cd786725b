import Testing

@testable import Linkage

@Suite struct ComponentsTests {
  private func edge(_ left: UInt32, _ right: UInt32, _ bits: Float) -> Edge {
    Edge(left: left, right: right, weight: Weight(bits: bits))
  }

  @Test func edgesBelowTheCutConnectNothing() {
    let found = components(
      of: [edge(0, 1, 5), edge(1, 2, -4), edge(2, 3, 1)], records: 5, cut: Weight(bits: 0),
      mostMembers: 10)
    #expect(found.map(\.members) == [[0, 1], [2, 3]])
  }

  @Test func tooLargeComponentsAreCutHigher() {
    let chain = (0..<8).map { edge(UInt32($0), UInt32($0) + 1, $0 == 3 ? 1 : 6) }
    let found = components(of: chain, records: 9, cut: Weight(bits: 0), mostMembers: 5)
    #expect(found.map(\.members) == [[0, 1, 2, 3], [4, 5, 6, 7, 8]])
  }
}
