internal import Foundation
internal import GRDB

/// Puts a backup in the place of a store.
///
/// Whoever calls holds the store's lock: no run is at work.
package struct StoreExchange {
  private let store: String
  private var draft: String { store + ".restoring" }

  /// - Parameter path: of the store, which need not be there.
  package init(store path: String) { store = path }

  /// Copies a backup beside the store, and brings its schema up to date.
  ///
  /// - Parameter adjust: works on the copy before it is the store.
  /// - Throws: `StoreError`; the store is as it was then.
  package func prepare(
    _ backup: String, _ adjust: (ContactStore) throws -> Void = { _ in }
  ) throws -> StoreBackup {
    discard()
    do {
      return try prepared(backup, adjust)
    } catch {
      discard()
      throw error
    }
  }

  private func prepared(
    _ backup: String, _ adjust: (ContactStore) throws -> Void
  ) throws -> StoreBackup {
    let made = try StoreBackup.make(of: backup, at: draft)
    let copy = try ContactStore(path: draft, create: false)
    // Closed before it is the store or goes.
    defer { try? copy.close() }
    try copy.keepNumbers(of: store)
    try adjust(copy)
    return made
  }

  /// Makes the copy the store; the former one is kept whole under another name.
  ///
  /// At no moment is there no store: a run would begin a new one.
  ///
  /// - Parameter former: where the present store is kept, which takes nobody's place.
  /// - Returns: whether there was one.
  /// - Throws: `StoreError.busy` while another program has the store open.
  package func exchange(keeping former: String) throws -> Bool {
    do {
      try foldAway()
      let isThere = try keep(former)
      for suffix in ["-wal", "-shm", "-journal"] { unlink(store + suffix) }
      guard StoreBackup.sync(draft), rename(draft, store) == 0 else { throw failed(store) }
      _ = StoreBackup.sync(URL(fileURLWithPath: store).deletingLastPathComponent().path)
      return isThere
    } catch {
      discard()
      throw error
    }
  }

  /// Folds the log into the present store, which needs it for itself alone; a damaged one is kept
  /// with its log.
  private func foldAway() throws {
    // SQLite throws away the log of what it takes for an empty file.
    guard (try? StoreFile.prepare(path: store, create: false)) != nil else { return }
    var configuration = Configuration()
    configuration.busyMode = .timeout(1)
    do {
      let queue = try DatabaseQueue(path: store, configuration: configuration)
      defer { try? queue.close() }
      let mode = try queue.writeWithoutTransaction {
        try String.fetchOne($0, sql: "PRAGMA journal_mode = DELETE")
      }
      guard mode != "wal" else { throw StoreError.busy(path: store) }
    } catch let error as DatabaseError where error.resultCode.isOfAnotherUser {
      throw StoreError.busy(path: store)
    } catch is DatabaseError {
      // What SQLite can't read is no reason to keep a good backup out.
    }
  }

  private func keep(_ former: String) throws -> Bool {
    var isThere = false
    for suffix in ["", "-wal", "-journal"]
    where FileManager.default.fileExists(atPath: store + suffix) {
      let (from, to) = (store + suffix, former + suffix)
      guard link(from, to) == 0 || errno != EEXIST && rename(from, to) == 0 else {
        throw failed(to)
      }
      isThere = true
    }
    return isThere
  }

  private func discard() {
    for suffix in ["", "-wal", "-shm", "-journal"] { unlink(draft + suffix) }
  }

  private func failed(_ path: String) -> StoreError {
    .cannotOpen(path: path, reason: String(cString: strerror(errno)))
  }
}

extension ResultCode {
  fileprivate var isOfAnotherUser: Bool { self == .SQLITE_BUSY || self == .SQLITE_LOCKED }
}

extension ContactStore {
  /// Sees to it that no number another store has given is given again, to a contact or a run: people
  /// and other programs may know it.
  ///
  /// - Parameter other: the other store's file; one that can't be read is passed over.
  fileprivate func keepNumbers(of other: String) throws {
    guard let numbers = try? Self.givenNumbers(other) else { return }
    try onDatabase { database in
      for (table, number) in numbers.sorted(by: { $0.key < $1.key }) {
        try database.execute(
          sql: "UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?",
          arguments: [number, table])
        guard database.changesCount == 0 else { continue }
        try database.execute(
          sql: """
            INSERT INTO sqlite_sequence (name, seq)
            SELECT name, ? FROM sqlite_master WHERE type = 'table' AND name = ?
            """, arguments: [number, table])
      }
    }
  }

  /// The last number that each table gave.
  private static func givenNumbers(_ path: String) throws -> [String: Int64] {
    try StoreFile.prepare(path: path, create: false)
    // Who only reads leaves the log behind.
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    return try queue.read { database in
      var numbers: [String: Int64] = [:]
      for row in try GRDB.Row.fetchAll(
        database, sql: "SELECT name, max(seq) AS seq FROM sqlite_sequence GROUP BY name")
      {
        numbers[row["name"]] = row["seq"]
      }
      return numbers
    }
  }
}
