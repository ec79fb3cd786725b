import Testing

@testable import Pipeline

@Suite struct ConveyorTests {
  struct Failure: Error {}

  @Test(arguments: [1, 2, 7])
  func orderIsKept(capacity: Int) throws {
    var taken: [Int] = []
    try Conveyor<Int>.run(capacity: capacity) { emit in
      for number in 0..<1000 { try emit(number) }
    } consume: {
      taken.append($0)
    }
    #expect(taken == Array(0..<1000))
  }

  @Test func errorOfTheProducerComesAfterItsElements() {
    var taken: [Int] = []
    #expect(throws: Failure.self) {
      try Conveyor<Int>.run { emit in
        try emit(1)
        throw Failure()
      } consume: {
        taken.append($0)
      }
    }
    #expect(taken == [1])
  }

  @Test func errorOfTheConsumerStopsTheProducer() {
    #expect(throws: Failure.self) {
      try Conveyor<Int>.run(capacity: 1) { emit in
        var number = 0
        while true {
          try emit(number)
          number += 1
        }
      } consume: { number in
        if number == 5 { throw Failure() }
      }
    }
  }
}
