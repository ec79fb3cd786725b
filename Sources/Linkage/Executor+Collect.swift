/// Runs parts on an executor and gives their results in the order of the parts.
func collect<Result: Sendable>(
  _ count: Int, on executor: any Executor, _ body: @Sendable (Int) -> Result
) -> [Result] {
  let places = ResultPlaces<Result>(count: count)
  executor.concurrently(count) { part in places.set(part, body(part)) }
  return places.take()
}

/// Places for the results of parts.
///
/// Unchecked: each part writes to its own place alone, and `take` is called when all have returned.
private final class ResultPlaces<Result>: @unchecked Sendable {
  private let base: UnsafeMutablePointer<Result?>
  private let count: Int

  init(count: Int) {
    self.count = count
    base = .allocate(capacity: count)
    base.initialize(repeating: nil, count: count)
  }

  deinit {
    base.deinitialize(count: count)
    base.deallocate()
  }

  func set(_ part: Int, _ result: Result) { base[part] = result }

  func take() -> [Result] { UnsafeBufferPointer(start: base, count: count).compactMap(\.self) }
}
