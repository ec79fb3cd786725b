internal import Dispatch
internal import Foundation
internal import Linkage

/// Runs the parts of a stage on all cores.
struct CoreExecutor: Executor {
  func concurrently(_ count: Int, _ body: @Sendable (Int) -> Void) {
    DispatchQueue.concurrentPerform(iterations: count, execute: body)
  }
}

/// Does one thing on another thread while this one does the other; throws what either throws.
func together<Result: Sendable>(
  _ other: @escaping @Sendable () throws -> Result, _ own: () throws -> Void
) throws -> Result {
  var results: [Result] = []
  try WorkerLine<Int, Swift.Result<Result, any Error>>.run(workers: 1) {
    { _ in Swift.Result { try other() } }
  } produce: { emit in
    try emit(0)
    try own()
  } consume: {
    results.append(try $0.get())
  }
  return results[0]
}
