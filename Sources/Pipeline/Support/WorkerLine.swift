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
  private var rests: [Output] = []
  private var isClosed = false

  private init(workerCount: Int) { self.workerCount = workerCount }

  /// What a worker does.
  struct Worker {
    var transform: (Input) -> Output
    /// Called when there are no more values: what the worker still holds, if anything.
    var finish: () -> Output? = { nil }
  }

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
    try run(
      workers: workers, capacity: capacity, makeWorker: { _ in Worker(transform: makeTransform()) },
      produce: produce, consume: consume)
  }

  /// - Parameters:
  ///   - makeWorker: called once on each worker's thread with its number, from 0.
  ///   - produce: makes the values.
  ///   - consume: takes the results in the order of the values, then what the workers still held,
  ///     in any order.
  /// - Throws: what `produce` or `consume` throws.
  static func run(
    workers: Int, capacity: Int = 6, makeWorker: @escaping @Sendable (Int) -> Worker,
    produce: (_ emit: (Input) throws -> Void) throws -> Void,
    consume: (Output) throws -> Void
  ) throws {
    let line = WorkerLine(workerCount: max(1, workers))
    for number in 0..<max(1, workers) {
      let thread = Thread {
        let worker = makeWorker(number)
        while let (number, value) = line.next() { line.put(worker.transform(value), at: number) }
        line.leave(worker.finish())
      }
      thread.stackSize = 8 << 20
      thread.start()
    }
    do {
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
    while let rest = line.rests.popLast() { try consume(rest) }
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

  private func leave(_ rest: Output?) {
    condition.lock()
    defer { condition.unlock() }
    if let rest { rests.append(rest) }
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
