import Testing

@testable import Pipeline

@Suite struct WorkerLineTests {
  @Test(arguments: [1, 2, 7])
  func resultsComeInOrder(workers: Int) throws {
    var squares: [Int] = []
    try WorkerLine<Int, Int>.run(workers: workers, capacity: 3) {
      { $0 * $0 }
    } produce: { emit in
      for number in 0..<500 { try emit(number) }
    } consume: {
      squares.append($0)
    }
    #expect(squares == (0..<500).map { $0 * $0 })
  }

  @Test func noMoreValuesAreOnTheWayThanAllowed() throws {
    var made = 0
    var most = 0
    var taken = 0
    try WorkerLine<Int, Int>.run(workers: 2, capacity: 4) {
      { $0 }
    } produce: { emit in
      for number in 0..<100 {
        made += 1
        most = max(most, made - taken)
        try emit(number)
      }
    } consume: { _ in
      taken += 1
    }
    #expect(taken == 100)
    #expect(most <= 5)
  }

  private struct Stop: Error {}

  @Test func errorsOfEitherSideEndIt() {
    #expect(throws: Stop.self) {
      try WorkerLine<Int, Int>.run {
        { $0 }
      } produce: { _ in
        throw Stop()
      } consume: { _ in
      }
    }
    #expect(throws: Stop.self) {
      try WorkerLine<Int, Int>.run {
        { $0 }
      } produce: { emit in
        for number in 0..<50 { try emit(number) }
      } consume: { number in
        if number == 20 { throw Stop() }
      }
    }
  }

  @Test func eachWorkerHasATransformOfItsOwn() throws {
    final class Counter { var count = 0 }
    var sum = 0
    try WorkerLine<Int, Int>.run(workers: 3) {
      let counter = Counter()
      return { _ in
        counter.count += 1
        return 1
      }
    } produce: { emit in
      for number in 0..<30 { try emit(number) }
    } consume: {
      sum += $0
    }
    #expect(sum == 30)
  }
}
