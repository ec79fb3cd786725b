/// Runs independent parts of one job, possibly at the same time.
///
/// The parts are numbered and write to places of their own, so that a result never depends on how
/// many of them ran at once.
package protocol Executor: Sendable {
  /// Calls `body` once for each number in `0..<count` and returns when all calls have returned.
  func concurrently(_ count: Int, _ body: @Sendable (Int) -> Void)
}

/// Runs the parts one after the other.
package struct SerialExecutor: Executor {
  package init() {}

  package func concurrently(_ count: Int, _ body: @Sendable (Int) -> Void) {
    for part in 0..<count { body(part) }
  }
}
