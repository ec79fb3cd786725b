import Testing

@testable import Linkage

@Suite struct ExecutorCollectTests {
  @Test func resultsStandInTheOrderOfTheParts() {
    #expect(collect(5, on: ReverseExecutor()) { $0 * $0 } == [0, 1, 4, 9, 16])
    #expect(collect(0, on: SerialExecutor()) { $0 }.isEmpty)
  }
}
