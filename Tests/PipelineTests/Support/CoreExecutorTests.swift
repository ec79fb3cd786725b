import Testing

@testable import Pipeline

@Suite struct CoreExecutorTests {
  @Test(arguments: [0, 1, 255, 256, 257, 5000])
  func mapKeepsTheOrder(count: Int) {
    let numbers = Array(0..<count)
    #expect(concurrentMap(numbers) { $0 * 3 } == numbers.map { $0 * 3 })
  }
}
