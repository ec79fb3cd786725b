internal import Foundation
internal import GRDB

extension ContactStore {
  /// The file's size, and how much of it is in use, in bytes.
  package func extent() throws -> (size: Int, used: Int) {
    try onDatabase { database in
      func number(_ name: String) throws -> Int {
        try Int.fetchOne(database, sql: "PRAGMA \(name)") ?? 0
      }
      let pages = try number("page_count")
      let pageSize = try number("page_size")
      return (pages * pageSize, (pages - (try number("freelist_count"))) * pageSize)
    }
  }

  /// Writes the file anew without what is free in it, the search in one piece, and has SQLite look at
  /// its indexes.
  ///
  /// What it needs meanwhile, up to twice what is in use, lies beside the store: contacts have no
  /// business in a folder of everybody's.
  ///
  /// - Throws: `StoreError`; the store is as it was then.
  package func vacuum() throws {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    setenv("SQLITE_TMPDIR", folder, 1)
    try onDatabase { database in
      try database.execute(
        sql: "INSERT INTO contact_search (contact_search) VALUES ('optimize')")
      // In memory a large store would not fit.
      try database.execute(sql: "PRAGMA temp_store = FILE")
      defer { try? database.execute(sql: "PRAGMA temp_store = MEMORY") }
      try Interruption.check()
      try database.execute(sql: "VACUUM; PRAGMA optimize = 0x10002")
      _ = try GRDB.Row.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    }
  }
}
