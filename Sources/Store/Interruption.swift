internal import Synchronization

/// Asks the work on stores to stop: the next statement of any session throws, so that its
/// transaction is undone and its files are cleaned up.
package enum Interruption {
  private static let isRequested = Atomic<Bool>(false)

  /// Callable from any thread. What is asked for holds until the process ends.
  package static func request() { isRequested.store(true, ordering: .relaxed) }

  /// - Throws: `StoreError.interrupted` once it was asked for.
  package static func check() throws {
    if isRequested.load(ordering: .relaxed) { throw StoreError.interrupted }
  }
}
