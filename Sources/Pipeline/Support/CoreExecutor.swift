internal import Dispatch
package import Linkage

/// Runs the parts of a stage on all cores.
package struct CoreExecutor: Executor {
  package init() {}

  package func concurrently(_ count: Int, _ body: @Sendable (Int) -> Void) {
    DispatchQueue.concurrentPerform(iterations: count, execute: body)
  }
}
