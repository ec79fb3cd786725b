internal import Dispatch
internal import Foundation
internal import Linkage

/// Runs the parts of a stage on all cores.
struct CoreExecutor: Executor {
  func concurrently(_ count: Int, _ body: @Sendable (Int) -> Void) {
    DispatchQueue.concurrentPerform(iterations: count, execute: body)
  }
}

/// The elements transformed on all cores, in their order.
func concurrentMap<Element: Sendable, Result: Sendable>(
  _ elements: [Element], _ transform: @Sendable (Element) -> Result
) -> [Result] {
  let partSize = 256
  let parts = Parts<Result>(count: (elements.count + partSize - 1) / partSize)
  CoreExecutor().concurrently(parts.count) { part in
    let range = part * partSize..<min(elements.count, (part + 1) * partSize)
    parts.set(part, to: elements[range].map(transform))
  }
  return parts.joined()
}

/// Collects the results of parts that finish in any order.
private final class Parts<Result: Sendable>: @unchecked Sendable {
  // @unchecked: `results` is touched under `lock` alone.
  private let lock = NSLock()
  private var results: [[Result]]
  let count: Int

  init(count: Int) {
    self.count = count
    results = Array(repeating: [], count: count)
  }

  func set(_ part: Int, to result: [Result]) {
    lock.withLock { results[part] = result }
  }

  func joined() -> [Result] { lock.withLock { Array(results.joined()) } }
}
