internal import Foundation
internal import GRDB

/// Looks at a file before it is opened as a store, and makes a new one whole or not at all.
enum StoreFile {
  /// Makes sure the file is ours or may become so, and that only its owner can read it.
  ///
  /// SQLite gives its journal, log and index the file's own mode.
  static func prepare(path: String, create: Bool) throws {
    if OpenStores.all.contains(path) {
      // It was looked at when it was opened.
    } else if FileManager.default.fileExists(atPath: path) {
      try refuseForeign(path: path)
    } else {
      guard create else { throw StoreError.missing(path: path) }
      try make(path: path)
    }
    for suffix in ["", "-wal", "-shm", "-journal"] { chmod(path + suffix, 0o600) }
  }

  /// Refuses a store that a newer program wrote; asked once it is open, because the log may know
  /// more than the file.
  static func refuseNewer(_ database: Database, path: String) throws {
    let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    guard version <= Schema.version else {
      throw StoreError.newer(path: path, version: version, known: Schema.version)
    }
  }

  // MARK: A new file

  /// Makes the store beside its place and moves it there when it is whole: a process that dies
  /// leaves nothing halfway.
  private static func make(path: String) throws {
    let draft = path + ".new"
    for suffix in ["", "-wal", "-shm", "-journal"] { unlink(draft + suffix) }
    let descriptor = open(draft, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw cannotOpen(path) }
    Foundation.close(descriptor)
    defer { unlink(draft) }
    var configuration = Configuration()
    configuration.prepareDatabase { try $0.execute(sql: Schema.pageSize) }
    let queue = try DatabaseQueue(path: draft, configuration: configuration)
    try Schema.migrator.migrate(queue)
    try queue.close()
    // Unlike a rename, a link never takes the place of a store that another process has made
    // meanwhile.
    if link(draft, path) == 0 || errno == EEXIST { return }
    // Some file systems know no links.
    guard rename(draft, path) == 0 else { throw cannotOpen(path) }
  }

  private static func cannotOpen(_ path: String) -> StoreError {
    .cannotOpen(path: path, reason: String(cString: strerror(errno)))
  }

  // MARK: A file that is there

  /// Reads its head alone: a foreign file is not touched, not even by a change of mode.
  ///
  /// - Source: sqlite.org/fileformat2.html, 1.3: user version at 60, application id at 68.
  private static func refuseForeign(path: String) throws {
    var isFolder: ObjCBool = false
    _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    guard !isFolder.boolValue else { throw StoreError.notAStore(path: path) }
    guard let file = FileHandle(forReadingAtPath: path) else { throw cannotOpen(path) }
    defer { try? file.close() }
    let head = Array(try file.read(upToCount: 100) ?? Data())
    if head.isEmpty { return }
    guard head.count == 100, head.starts(with: "SQLite format 3\u{0}".utf8) else {
      throw StoreError.notAStore(path: path)
    }
    let id = number(head, at: 68)
    if id == 0, try isUnused(path: path) { return }
    guard id == Schema.applicationID else { throw StoreError.notAStore(path: path) }
    let version = number(head, at: 60)
    guard version <= Schema.version else {
      throw StoreError.newer(path: path, version: version, known: Schema.version)
    }
  }

  private static func number(_ head: [UInt8], at offset: Int) -> Int {
    head[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
  }

  /// Whether nothing was ever stored in it, or only in its log: a store whose making was cut off.
  private static func isUnused(path: String) throws -> Bool {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(5)
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    defer { try? queue.close() }
    return try queue.read { database in
      let id = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
      let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
      return id == Schema.applicationID || tables == 0
    }
  }
}
