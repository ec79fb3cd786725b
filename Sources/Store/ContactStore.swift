internal import Foundation
internal import GRDB

/// The contact store: one SQLite file that holds records, contacts and all that is known of their
/// past.
///
/// What changes it is a run, and a run is one transaction: whenever it dies, the store is as
/// before.
/// The file, its journal and its log are readable by their owner alone.
package final class ContactStore: Sendable {
  /// The file; empty for a scratch store.
  package let path: String
  private let queue: DatabaseQueue
  /// Nil for a scratch store.
  private let mark: OpenStores.Mark?
  /// What whoever opened the store holds already, for longer than a run.
  private let held: StoreLock?

  /// Opens a store and brings its schema up to date.
  ///
  /// - Parameter create: whether a missing or empty file becomes a new store.
  /// - Parameter lock: on this store; nil: each run takes one.
  /// - Throws: `StoreError`; a file that is something else, or newer, is left as it is.
  package init(path: String, create: Bool, lock: StoreLock? = nil) throws {
    self.path = path
    held = lock
    queue = try translated(path) {
      try StoreFile.prepare(path: path, create: create)
      let queue = try DatabaseQueue(path: path, configuration: Self.configuration)
      try queue.read { try StoreFile.refuseNewer($0, path: path) }
      // Not by the configuration: GRDB then makes and drops a table, and opening would be a change.
      try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
      try Schema.migrator.migrate(queue)
      return queue
    }
    mark = OpenStores.Mark(path)
  }

  /// A store that vanishes when it is closed, for dry runs and one-off tables.
  ///
  /// It lives in a temporary file that has no name, so it may outgrow memory.
  package init() throws {
    path = ""
    mark = nil
    held = nil
    queue = try translated("") {
      let queue = try DatabaseQueue(path: "", configuration: Self.configuration)
      try Schema.migrator.migrate(queue)
      return queue
    }
  }

  /// Closes the file; the log is folded into it.
  package func close() throws {
    try translated(path) { try queue.close() }
    mark?.end()
  }

  /// Keeps less of the file in memory than a run does: for a program that stays.
  package func limitCache(megabytes: Int) throws {
    try translated(path) {
      try queue.writeWithoutTransaction {
        try $0.execute(sql: "PRAGMA cache_size = -\(megabytes * 1024)")
      }
    }
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.label = "contact store"
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { database in
      // 128 MiB of pages: the working set of a million records' keys and indexes.
      try database.execute(
        sql: """
          \(Schema.pageSize);
          PRAGMA synchronous = FULL;
          PRAGMA cache_size = -131072;
          PRAGMA temp_store = MEMORY;
          """)
    }
    return configuration
  }

  // MARK: Runs and reading

  /// Does a run: everything that `body` does to the session is kept, or, when it throws, nothing.
  ///
  /// - Parameters:
  ///   - pipeline: its name in the list of runs.
  ///   - startedAt: ISO 8601; the store has no clock.
  ///   - occasion: who had it made and why.
  ///   - keeping: false for a dry run: `body` sees its own changes, then all are undone.
  package func run<T>(
    pipeline: String, startedAt: String, occasion: Occasion = Occasion(), keeping: Bool = true,
    _ body: (RunSession) throws -> T
  ) throws -> T {
    let lock = try lock(for: pipeline, startedAt: startedAt)
    defer { withExtendedLifetime(lock) {} }
    return try translated(path) {
      try queue.writeWithoutTransaction { database in
        let isFirst = try hasNoRun(database)
        if isFirst, keeping { setJournal("DELETE", database) }
        // All that a first load refers to it has written itself: looking each up would only cost time.
        if isFirst { try database.execute(sql: "PRAGMA foreign_keys = OFF") }
        defer {
          if isFirst { try? database.execute(sql: "PRAGMA foreign_keys = ON") }
          if keeping { foldLog(database) }
        }
        var result: T?
        try database.inTransaction(.immediate) {
          let session = try RunSession(
            database, pipeline: pipeline, startedAt: startedAt, occasion: occasion,
            isFirst: isFirst)
          let value = try body(session)
          try session.complete()
          result = value
          return keeping && !session.isDiscarded ? .commit : .rollback
        }
        guard let result else { throw StoreError.refused(path: path, reason: "run not completed") }
        return result
      }
    }
  }

  /// A scratch store is nobody else's.
  private func lock(for work: String, startedAt: String) throws -> StoreLock? {
    if path.isEmpty || held != nil { return held }
    return try StoreLock(store: path, startedAt: startedAt, work: work)
  }

  /// Reads from one unchanging state of the store.
  package func read<T>(_ body: (StoreReader) throws -> T) throws -> T {
    try translated(path) {
      try queue.read { try body(StoreReader(Connection($0))) }
    }
  }

  /// Does what is no run: upkeep of the file, by who holds the lock.
  func onDatabase<T>(_ body: (Database) throws -> T) throws -> T {
    try translated(path) { try queue.writeWithoutTransaction(body) }
  }

  /// Calls `body` with each word of the contacts' names and organizations, as the search knows
  /// them; the most frequent come first.
  package func forEachNameWord(_ body: (String) throws -> Void) throws {
    try translated(path) {
      // The list of the index's words is a table of its own; a temporary one changes nothing.
      try queue.writeWithoutTransaction { database in
        try database.execute(
          sql: """
            CREATE VIRTUAL TABLE IF NOT EXISTS temp.name_words
            USING fts5vocab('main', 'contact_search', 'col')
            """)
        defer { try? database.execute(sql: "DROP TABLE temp.name_words") }
        try Connection(database).statement(
          """
          SELECT term FROM temp.name_words WHERE col IN ('name', 'organization')
          GROUP BY term ORDER BY sum(doc) DESC, term
          """
        ).forEach { try body($0.text(0)) }
      }
    }
  }

  /// Takes down what people decide: a small transaction, which is no run.
  ///
  /// - Parameters:
  ///   - occasion: who decides, and why.
  ///   - time: ISO 8601.
  /// - Throws: what `body` throws; then nothing is kept.
  package func takeDown<T>(
    _ occasion: Occasion, at time: String, _ body: (DecisionPad) throws -> T
  ) throws -> T {
    try translated(path) {
      try queue.writeWithoutTransaction { database in
        var result: T?
        try database.inTransaction(.immediate) {
          result = try body(DecisionPad(Connection(database), occasion, at: time))
          return .commit
        }
        guard let result else { throw StoreError.refused(path: path, reason: "not completed") }
        return result
      }
    }
  }

  /// Checks the file, every foreign key and the search index.
  ///
  /// - Returns: What is wrong, in SQLite's words without any value; empty when all is well.
  package func verify() throws -> [String] {
    try translated(path) {
      try queue.writeWithoutTransaction { database in
        let damage = try String.fetchAll(database, sql: "PRAGMA integrity_check")
          .filter { $0 != "ok" }
        let dangling = try GRDB.Row.fetchAll(database, sql: "PRAGMA foreign_key_check").map {
          "\($0["table"] as String): row \($0["rowid"] as Int64? ?? 0) refers to a missing row"
        }
        return damage + dangling + (try originDamage(database)) + (try searchDamage(database))
      }
    }
  }

  /// Values whose record is missing: no foreign key can see them.
  private func originDamage(_ database: Database) throws -> [String] {
    let count =
      try Int.fetchOne(
        database,
        sql: """
          SELECT count(*) FROM value_origins o
          WHERE NOT EXISTS (SELECT 1 FROM records r WHERE r.id = o.record_id)
          """) ?? 0
    return count == 0 ? [] : ["contact_values: \(count) values of missing records"]
  }

  /// Compares the search index with the contacts; SQLite counts this as a write, but nothing
  /// changes.
  private func searchDamage(_ database: Database) throws -> [String] {
    do {
      try database.execute(
        sql: "INSERT INTO contact_search (contact_search, rank) VALUES ('integrity-check', 1)")
      return []
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
      return ["contact_search: differs from contacts"]
    }
  }

  /// Has what is deleted from now on overwritten, as long as the store is open.
  package func overwriteDeleted() throws {
    try onDatabase { try $0.execute(sql: "PRAGMA secure_delete = ON") }
  }

  private func hasNoRun(_ database: Database) throws -> Bool {
    try Bool.fetchOne(database, sql: "SELECT NOT EXISTS (SELECT 1 FROM runs)") ?? false
  }

  /// The first load goes without the log: new pages need no journal, and the log would double what
  /// is written. When another program has the file open, it stays with the log.
  private func setJournal(_ mode: String, _ database: Database) {
    guard !path.isEmpty else { return }
    _ = try? String.fetchOne(database, sql: "PRAGMA journal_mode = \(mode)")
  }

  /// Brings the log back, and what it holds into the file; a reader at work only delays that.
  private func foldLog(_ database: Database) {
    guard !path.isEmpty else { return }
    setJournal("WAL", database)
    _ = try? GRDB.Row.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
  }
}

/// Runs `body` and turns SQLite's errors and broken JSON into a `StoreError`; others pass.
func translated<T>(_ path: String, _ body: () throws -> T) throws -> T {
  do {
    return try body()
  } catch let error as DatabaseError {
    throw StoreError(error, path: path)
  } catch is MalformedJSON {
    throw StoreError.damaged(path: path, what: "JSON")
  }
}
