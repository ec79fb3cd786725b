internal import Foundation

/// Who works on a store: one run at a time, whatever program it is.
///
/// The lock is the system's (`flock` on `STORE.lock`), so it ends with its holder however that dies:
/// a dead holder's lock is taken over by whoever comes next. What stands in the file is for people.
package final class StoreLock: Sendable {
  /// What a holder says of itself.
  package struct Holder: Hashable, Sendable {
    package var process: Int32
    /// ISO 8601.
    package var startedAt: String
    /// The pipeline's name, or the command's.
    package var work: String
  }

  /// How long one that comes second waits, in seconds: a decision takes no longer.
  package static let patience = 5.0

  private let path: String
  private let descriptor: Int32

  /// - Parameters:
  ///   - path: the store's, which need not be there; its folder must.
  ///   - startedAt: ISO 8601.
  ///   - patience: how long to wait for another holder, in seconds.
  /// - Throws: `StoreError.held` when it is another's, `StoreError.cannotOpen`.
  package init(
    store path: String, startedAt: String, work: String, patience: Double = StoreLock.patience
  ) throws {
    self.path = Self.file(of: path)
    var waited = 0.0
    while true {
      let (descriptor, isOurs) = try Self.tried(self.path)
      if isOurs {
        self.descriptor = descriptor
        break
      }
      let holder = Self.told(descriptor)
      close(descriptor)
      guard waited < patience else { throw StoreError.held(path: path, by: holder) }
      usleep(50_000)
      waited += 0.05
    }
    let text = Array("\(getpid())\n\(startedAt)\n\(work)\n".utf8)
    _ = ftruncate(descriptor, 0)
    _ = pwrite(descriptor, text, text.count, 0)
  }

  deinit {
    // While it is ours: whoever waits for this file finds that it is gone, and makes another.
    unlink(path)
    close(descriptor)
  }

  /// Opens the file and tries to lock it. A lock on a file that was removed meanwhile is nobody's.
  private static func tried(_ path: String) throws -> (descriptor: Int32, isOurs: Bool) {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      throw StoreError.cannotOpen(path: path, reason: String(cString: strerror(errno)))
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { return (descriptor, false) }
    var own = stat()
    var named = stat()
    let isThere = fstat(descriptor, &own) == 0 && stat(path, &named) == 0
    return (descriptor, isThere && own.st_ino == named.st_ino && own.st_dev == named.st_dev)
  }

  /// Who works on a store right now; nil when nobody does.
  package static func holder(ofStore path: String) -> Holder? {
    let descriptor = open(file(of: path), O_RDWR | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    guard flock(descriptor, LOCK_SH | LOCK_NB) != 0 else { return nil }
    return told(descriptor) ?? Holder(process: 0, startedAt: "", work: "")
  }

  static func file(of store: String) -> String { store + ".lock" }

  private static func told(_ descriptor: Int32) -> Holder? {
    var bytes = [UInt8](repeating: 0, count: 1024)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    guard count > 0 else { return nil }
    let lines = String(decoding: bytes.prefix(count), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.count >= 3, let process = Int32(lines[0]) else { return nil }
    return Holder(process: process, startedAt: lines[1], work: lines[2])
  }
}
