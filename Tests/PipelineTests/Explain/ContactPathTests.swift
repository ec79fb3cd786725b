import Records
import Store
import Testing

@testable import Pipeline

@Suite struct ContactPathTests {
  private func pair(_ left: Int64, _ right: Int64, _ bits: Double) -> PairScore {
    PairScore(left: left, right: right, weightInBits: bits, status: .merged, steps: [])
  }

  private func way(_ start: Int64, _ end: Int64, _ pairs: [PairScore]) -> [Int64]? {
    ContactPath(from: start, to: end, over: pairs)?.steps.map(\.record)
  }

  @Test func strongPairsOverOthersBeatAWeakOne() {
    let pairs = [pair(1, 3, 2), pair(1, 2, 15), pair(2, 3, 12)]
    #expect(way(1, 3, pairs) == [2, 3])
    #expect(way(3, 1, pairs) == [2, 1])
  }

  @Test func aStrongPairIsTheWayItself() {
    #expect(way(1, 3, [pair(1, 3, 20), pair(1, 2, 15), pair(2, 3, 12)]) == [3])
  }

  @Test func unconnectedRecordsHaveNone() {
    #expect(way(1, 4, [pair(1, 2, 15), pair(3, 4, 15)]) == nil)
    #expect(way(1, 2, []) == nil)
  }

  @Test func stepsBearTheirWeights() {
    let path = ContactPath(from: 1, to: 3, over: [pair(1, 2, 15), pair(2, 3, 12)])
    #expect(path?.steps.map(\.weightInBits) == [15, 12])
  }
}
