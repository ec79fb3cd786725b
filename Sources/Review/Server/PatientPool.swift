internal import FlyingFox
internal import FlyingSocks
internal import Foundation

/// Waits for what connections send, but not forever, and has answers sent at once.
struct PatientPool: AsyncSocketPool {
  /// So long nobody is waited for who has begun a request, or may send another.
  let patience: Duration
  private let pool: any AsyncSocketPool = HTTPServer.defaultPool()

  init(patience: Duration) { self.patience = patience }

  func prepare() async throws { try await pool.prepare() }

  func run() async throws { try await pool.run() }

  func suspendSocket(_ socket: Socket, untilReadyFor events: Socket.Events) async throws {
    if try socket.getValue(for: BoolSocketOption(name: SO_ACCEPTCONN)) {
      // Its connections inherit it. Else the body of an answer waits for the acknowledgement of the
      // head, which takes 40 ms.
      try socket.setValue(
        true, for: BoolSocketOption(level: Int32(IPPROTO_TCP), name: TCP_NODELAY))
      return try await pool.suspendSocket(socket, untilReadyFor: events)
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await pool.suspendSocket(socket, untilReadyFor: events) }
      group.addTask {
        try await Task.sleep(for: patience)
        throw SocketError.disconnected
      }
      defer { group.cancelAll() }
      try await group.next()
    }
  }
}
