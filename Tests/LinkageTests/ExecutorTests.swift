import Testing

@testable import Linkage

@Suite struct ExecutorTests {
  @Test func serialExecutorRunsEachPartOnce() {
    #expect(collect(4, on: SerialExecutor()) { $0 } == [0, 1, 2, 3])
  }
}
