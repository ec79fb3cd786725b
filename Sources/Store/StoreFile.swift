internal import Foundation
internal import GRDB

/// Looks at a file before it is opened as a store.
enum StoreFile {
  /// Makes sure the file is ours or may become so, and that only its owner can read it.
  ///
  /// SQLite gives its journal, log and index the file's own mode.
  static func prepare(path: String, create: Bool) throws {
    if FileManager.default.fileExists(atPath: path) {
      try refuseForeign(path: path)
    } else {
      guard create else { throw StoreError.missing(path: path) }
      let descriptor = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else {
        throw StoreError.cannotOpen(path: path, reason: String(cString: strerror(errno)))
      }
      Foundation.close(descriptor)
    }
    for suffix in ["", "-wal", "-shm", "-journal"] { chmod(path + suffix, 0o600) }
  }

  /// Opens it for reading alone: a foreign file is not touched, not even by a change of mode.
  private static func refuseForeign(path: String) throws {
    var isFolder: ObjCBool = false
    _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    guard !isFolder.boolValue else { throw StoreError.notAStore(path: path) }
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(5)
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    defer { try? queue.close() }
    try queue.read { database in
      let id = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
      let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
      let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
      let isUnused = id == 0 && version == 0 && tables == 0
      guard id == Schema.applicationID || isUnused else { throw StoreError.notAStore(path: path) }
      guard version <= Schema.version else {
        throw StoreError.newer(path: path, version: version, known: Schema.version)
      }
    }
  }
}
