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
func together<Other: Sendable, Own>(
  _ other: @escaping @Sendable () throws -> Other, _ own: () throws -> Own
) throws -> (other: Other, own: Own) {
  var others: [Other] = []
  var owns: [Own] = []
  try WorkerLine<Int, Swift.Result<Other, any Error>>.run(workers: 1) {
    { _ in Swift.Result { try other() } }
  } produce: { emit in
    try emit(0)
    owns.append(try own())
  } consume: {
    others.append(try $0.get())
  }
  return (others.removeLast(), owns.removeLast())
}
