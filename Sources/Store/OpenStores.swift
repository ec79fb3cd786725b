internal import Foundation

/// The store files that this process has open.
///
/// SQLite's locks are the process's: closing any other descriptor of the file gives them all up
/// (POSIX, fcntl), and another process then takes the log away under an open connection. So a file
/// that is open is not looked into again.
final class OpenStores: Sendable {
  static let all = OpenStores()

  private let lock = NSLock()
  // Read and written under the lock alone.
  private nonisolated(unsafe) var counts: [String: Int] = [:]

  func contains(_ path: String) -> Bool {
    lock.lock()
    defer { lock.unlock() }
    return counts[Self.key(path)] != nil
  }

  /// One of the connections to a file; it counts until it is ended.
  final class Mark: Sendable {
    private let key: String
    private let lock = NSLock()
    // Read and written under the lock alone.
    private nonisolated(unsafe) var isEnded = false

    init(_ path: String) {
      key = OpenStores.key(path)
      OpenStores.all.add(1, to: key)
    }

    deinit { end() }

    func end() {
      lock.lock()
      defer { lock.unlock() }
      guard !isEnded else { return }
      isEnded = true
      OpenStores.all.add(-1, to: key)
    }
  }

  private func add(_ number: Int, to key: String) {
    lock.lock()
    defer { lock.unlock() }
    let count = counts[key, default: 0] + number
    counts[key] = count > 0 ? count : nil
  }

  /// The file itself, whatever name leads to it.
  private static func key(_ path: String) -> String {
    var status = stat()
    return stat(path, &status) == 0 ? "\(status.st_dev) \(status.st_ino)" : path
  }
}
