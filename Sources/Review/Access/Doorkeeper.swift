internal import Foundation

/// Lets the one in who has the printed address: the token there works once, then the cookie does.
final class Doorkeeper: Sendable {
  /// What a browser has once it was let in.
  struct Pass: Sendable {
    /// The cookie.
    let cookie = Secret()
    /// What every form brings along.
    let form = Secret()
  }

  let token = Secret()
  private let lock = NSLock()
  // Read and written under the lock alone.
  private nonisolated(unsafe) var pass: Pass?

  /// The pass for who brings the token, the first time; nil for all others.
  func exchange(_ token: String) -> Pass? {
    lock.lock()
    defer { lock.unlock() }
    guard self.token.matches(token), pass == nil else { return nil }
    let made = Pass()
    pass = made
    return made
  }

  /// The pass whose cookie this is.
  func pass(cookie: String) -> Pass? {
    lock.lock()
    defer { lock.unlock() }
    guard let pass, pass.cookie.matches(cookie) else { return nil }
    return pass
  }
}
