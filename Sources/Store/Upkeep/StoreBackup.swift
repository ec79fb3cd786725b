internal import Foundation
internal import GRDB

/// A copy of a store in one file, checked.
package struct StoreBackup: Hashable, Sendable {
  /// The newest run it knows; 0 when none was made.
  package var lastRun: RunID
  package var contacts: Int
  package var records: Int
  /// The schema it has: a copy is never brought up to date.
  package var schema: Int
  /// In bytes.
  package var size: Int

  /// So many pages are copied between two looks whether the work was asked to stop.
  private static let pagesPerStep: CInt = 4096

  /// Copies a store as it is at one moment, whoever reads or writes it meanwhile.
  ///
  /// The copy has no log beside it, is readable by its owner alone, on the disk and checked before it
  /// gets its name.
  ///
  /// - Parameters:
  ///   - store: the store's file; its schema stays as it is.
  ///   - path: the new file, which takes nobody's place.
  /// - Throws: `StoreError`; then nothing is left over.
  package static func make(of store: String, at path: String) throws -> StoreBackup {
    let draft = path + ".new"
    try begin(draft, for: path)
    defer { for suffix in sidecars { unlink(draft + suffix) } }
    let held = try copy(store, to: draft)
    var made = try check(draft)
    // The file's length is known now alone.
    made.size = held.size
    guard made == held else { throw StoreError.damaged(path: draft, what: "copy") }
    made.size = length(of: draft)
    guard sync(draft), name(draft, path) else {
      throw StoreError.cannotOpen(path: path, reason: String(cString: strerror(errno)))
    }
    _ = sync(URL(fileURLWithPath: path).deletingLastPathComponent().path)
    return made
  }

  /// Looks whether a file is a whole store that this program can read; changes nothing.
  ///
  /// - Throws: `StoreError`.
  package static func check(_ path: String) throws -> StoreBackup {
    try translated(path) {
      try StoreFile.prepare(path: path, create: false)
      let queue = try DatabaseQueue(path: path, configuration: configuration())
      defer { try? queue.close() }
      return try queue.read { database in
        let damage = try String.fetchAll(database, sql: "PRAGMA quick_check(1)")
        guard damage == ["ok"] else { throw StoreError.damaged(path: path, what: "SQLite") }
        return try facts(database, path: path)
      }
    }
  }

  // MARK: Steps

  private static func copy(_ store: String, to draft: String) throws -> StoreBackup {
    let source = try translated(store) {
      try StoreFile.prepare(path: store, create: false)
      return try DatabaseQueue(path: store, configuration: configuration())
    }
    defer { try? source.close() }
    return try translated(draft) {
      let target = try DatabaseQueue(path: draft, configuration: configuration())
      let held = try source.read { from in
        let held = try translated(store) { try facts(from, path: store) }
        try target.writeWithoutTransaction { to in
          try from.backup(to: to, pagesPerStep: pagesPerStep) { _ in try Interruption.check() }
        }
        return held
      }
      // A store keeps a log beside it; a copy is one file.
      try target.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
      try target.close()
      return held
    }
  }

  private static func facts(_ database: Database, path: String) throws -> StoreBackup {
    func number(_ sql: String) throws -> Int { try Int.fetchOne(database, sql: sql) ?? 0 }
    guard try number("PRAGMA application_id") == Schema.applicationID else {
      throw StoreError.notAStore(path: path)
    }
    try StoreFile.refuseNewer(database, path: path)
    return StoreBackup(
      lastRun: Int64(try number("SELECT max(id) FROM runs")),
      contacts: try number("SELECT count(*) FROM contacts WHERE retired_run IS NULL"),
      records: try number("SELECT count(*) FROM records WHERE withdrawn_run IS NULL"),
      schema: try number("PRAGMA user_version"), size: length(of: path))
  }

  private static func configuration() -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    return configuration
  }

  // MARK: Files

  private static let sidecars = ["", "-wal", "-shm", "-journal"]

  private static func begin(_ draft: String, for path: String) throws {
    guard !FileManager.default.fileExists(atPath: path) else {
      throw StoreError.cannotOpen(path: path, reason: String(cString: strerror(EEXIST)))
    }
    for suffix in sidecars { unlink(draft + suffix) }
    let descriptor = open(draft, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw StoreError.cannotOpen(path: path, reason: String(cString: strerror(errno)))
    }
    Foundation.close(descriptor)
  }

  private static func length(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// Unlike a rename, a link takes nobody's place; some file systems know none.
  private static func name(_ draft: String, _ path: String) -> Bool {
    link(draft, path) == 0 || errno != EEXIST && rename(draft, path) == 0
  }

  /// Has the system put a file or folder on the disk.
  static func sync(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { Foundation.close(descriptor) }
    // Some file systems can't sync a folder, and need not.
    return fsync(descriptor) == 0 || errno == EINVAL
  }
}
