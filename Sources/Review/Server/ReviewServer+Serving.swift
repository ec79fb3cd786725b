internal import Foundation

extension ReviewServer {
  /// Serves until the program is told to end (SIGINT, SIGTERM), and then ends cleanly.
  ///
  /// - Parameter onReady: gets the address to open in a browser.
  package func serve(onReady: @escaping @Sendable (String) -> Void) throws {
    let serving = Task.detached { try await self.run { address, _ in onReady(address) } }
    let sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { serving.cancel() }
      source.resume()
      return source
    }
    defer { for source in sources { source.cancel() } }
    let end = DispatchSemaphore(value: 0)
    let outcome = Outcome()
    Task.detached {
      do {
        try await serving.value
      } catch {
        if !serving.isCancelled { outcome.set(error) }
      }
      end.signal()
    }
    end.wait()
    if let error = outcome.error { throw error }
  }
}

/// How serving ended.
private final class Outcome: Sendable {
  private let lock = NSLock()
  // Read and written under the lock alone.
  private nonisolated(unsafe) var stored: (any Error)?

  var error: (any Error)? {
    lock.lock()
    defer { lock.unlock() }
    return stored
  }

  func set(_ error: any Error) {
    lock.lock()
    defer { lock.unlock() }
    stored = error
  }
}
