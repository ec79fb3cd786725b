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

  @Test(arguments: [1, 3])
  func whatWorkersHoldComesLast(workers: Int) throws {
    final class Sum { var value = 0 }
    var results: [Int] = []
    try WorkerLine<Int, Int>.run(workers: workers) { number in
      let sum = Sum()
      return .init {
        sum.value += $0
        return 0
      } finish: {
        sum.value + 1_000_000 * (number + 1)
      }
    } produce: { emit in
      for number in 1...100 { try emit(number) }
    } consume: {
      results.append($0)
    }
    #expect(results.prefix(100).allSatisfy { $0 == 0 })
    let rests = results.dropFirst(100)
    #expect(Set(rests.map { $0 / 1_000_000 }) == Set(1...workers))
    #expect(rests.reduce(0) { $0 + $1 % 1_000_000 } == 5050)
  }
}
