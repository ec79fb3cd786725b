import Foundation
import Pipeline
import Records
import Support

@testable import Review

/// Serves a store while `body` asks.
func serving(
  _ store: (Workdir) throws -> String = TestStore.demo, isReadOnly: Bool = false,
  worker: Worker = .none,
  patience: Duration = .seconds(120), _ body: @escaping @Sendable (String, UInt16) throws -> Void
) async throws {
  let work = try Workdir()
  let options = ReviewOptions(
    store: try store(work), language: .english, author: "Uta", isReadOnly: isReadOnly)
  let server = try ReviewServer(
    options: options, listen: ListenAddress(), worker: worker, patience: patience)
  let (addresses, ready) = AsyncStream<(String, UInt16)>.makeStream()
  let serving = Task { try await server.run { ready.yield(($0, $1)) } }
  defer { serving.cancel() }
  guard let (address, port) = await addresses.first(where: { _ in true }) else { return }
  // The client blocks its thread.
  try await withCheckedThrowingContinuation { continuation in
    DispatchQueue.global().async {
      continuation.resume(with: Result { try body(address, port) })
    }
  }
  serving.cancel()
  _ = await serving.result
  _ = work
}
