internal import Foundation

/// Transforms values on all cores while they are made, and hands the results on in their order.
///
/// Who makes the values also takes the results, on the calling thread; the workers only transform.
/// At most `capacity` values are on the way, so memory stays bounded.
final class WorkerLine<Input: Sendable, Output: Sendable>: @unchecked Sendable {
  // @unchecked: every access to the stored properties is made while `condition` is locked.
  private let condition = NSCondition()
  private var inputs: [(number: Int, value: Input)] = []
  private var outputs: [Int: Output] = [:]
  private var addedCount = 0
  private var takenCount = 0
  private var workerCount: Int
  private var isClosed = false

  private init(workerCount: Int) { self.workerCount = workerCount }

  /// - Parameters:
  ///   - makeTransform: called once on each worker; what it returns is used by that worker alone.
  ///   - produce: makes the values.
  ///   - consume: takes the results in the order of the values.
  /// - Throws: what `produce` or `consume` throws.
  static func run(
    workers: Int = ProcessInfo.processInfo.activeProcessorCount, capacity: Int = 6,
    makeTransform: @escaping @Sendable () -> (Input) -> Output,
    produce: (_ emit: (Input) throws -> Void) throws -> Void,
    consume: (Output) throws -> Void
  ) throws {
    let line = WorkerLine(workerCount: max(1, workers))
    for _ in 0..<max(1, workers) {
      let thread = Thread {
        let transform = makeTransform()
        while let (number, value) = line.next() { line.put(transform(value), at: number) }
        line.leave()
      }
      thread.stackSize = 8 << 20
      thread.start()
    }
    defer { line.close() }
    // Both closures run on this thread, one inside the other; neither is kept.
    try withoutActuallyEscaping(consume) { consume in
      try produce { value in
        line.add(value)
        while let result = line.take(leaving: capacity) { try consume(result) }
      }
    }
    while let result = line.take(leaving: 0) { try consume(result) }
  }

  private func add(_ value: Input) {
    condition.lock()
    defer { condition.unlock() }
    inputs.append((addedCount, value))
    addedCount += 1
    condition.broadcast()
  }

  /// The next value to transform; nil when there will be none.
  private func next() -> (number: Int, value: Input)? {
    condition.lock()
    defer { condition.unlock() }
    while inputs.isEmpty, !isClosed { condition.wait() }
    return isClosed ? nil : inputs.removeFirst()
  }

  private func put(_ result: Output, at number: Int) {
    condition.lock()
    defer { condition.unlock() }
    outputs[number] = result
    condition.broadcast()
  }

  /// The next result; nil when it isn't there and no more than `count` values are on the way.
  private func take(leaving count: Int) -> Output? {
    condition.lock()
    defer { condition.unlock() }
    while true {
      if let result = outputs.removeValue(forKey: takenCount) {
        takenCount += 1
        return result
      }
      guard addedCount - takenCount > count else { return nil }
      condition.wait()
    }
  }

  private func leave() {
    condition.lock()
    defer { condition.unlock() }
    workerCount -= 1
    condition.broadcast()
  }

  /// Sends the workers home, and waits until they have gone.
  private func close() {
    condition.lock()
    defer { condition.unlock() }
    isClosed = true
    condition.broadcast()
    while workerCount > 0 { condition.wait() }
  }
}
