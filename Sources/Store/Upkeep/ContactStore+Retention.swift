internal import Foundation
internal import GRDB

/// What is no longer kept of runs that began before a time.
package struct RetentionLimits: Hashable, Sendable {
  /// Rows as sources had them; ISO 8601, nil: all are kept.
  package var rawRows: String?
  /// How contacts and records were before; ISO 8601, nil: all is kept.
  package var runs: String?

  package init(rawRows: String? = nil, runs: String? = nil) {
    self.rawRows = rawRows
    self.runs = runs
  }
}

/// What was removed.
package struct RemovedPast: Hashable, Sendable {
  /// Rows whose cells are gone.
  package var rawRows = 0
  /// Runs that can be undone no more.
  package var runs = 0

  package var isEmpty: Bool { rawRows == 0 && runs == 0 }
}

extension ContactStore {
  /// Removes raw rows and images of the past that shall be kept no longer.
  ///
  /// Of a value, file and line stay; of an event, what happened to whom in which run. A run whose
  /// images are gone says so when it is to be undone. Rows go by the run in which their record changed
  /// last, and bytes are overwritten.
  ///
  /// - Parameter time: ISO 8601: when that happens.
  package func remove(_ limits: RetentionLimits, at time: String) throws -> RemovedPast {
    try onDatabase { database in
      var removed = RemovedPast()
      let past = PastRemoval(database: database, time: time)
      try database.execute(sql: "PRAGMA secure_delete = ON")
      try database.inTransaction(.immediate) {
        if let limit = limits.rawRows { removed.rawRows = try past.removeRawRows(before: limit) }
        if let limit = limits.runs { removed.runs = try past.removeImages(before: limit) }
        return .commit
      }
      return removed
    }
  }
}

/// Removes what old runs left, inside a transaction.
private struct PastRemoval {
  let database: Database
  let time: String

  /// The last of the runs that all began before a time; nil when none did, or the column says that
  /// all of them were looked at.
  private func lastRun(before limit: String, without column: String) throws -> Int64? {
    try Int64.fetchOne(
      database,
      sql: """
        SELECT iif(sum(\(column) IS NULL) > 0, max(id), NULL) FROM runs
        WHERE id < coalesce((SELECT min(id) FROM runs WHERE started_at >= ?1), 1 << 62)
        """, arguments: [limit])
  }

  private func change(_ sql: String, _ run: Int64) throws -> Int {
    try database.execute(sql: sql, arguments: [run])
    return database.changesCount
  }

  func removeRawRows(before limit: String) throws -> Int {
    guard let last = try lastRun(before: limit, without: "rows_removed_at") else { return 0 }
    var count = try change(
      """
      DELETE FROM raw_records
      WHERE record_id IN (SELECT id FROM records WHERE changed_run <= ?)
      """, last)
    // A row set aside keeps its place and reason.
    count += try change(
      "UPDATE rejected_rows SET cells = '[]' WHERE run_id <= ? AND cells <> '[]'", last)
    count += try change(
      """
      UPDATE record_changes SET before = json_remove(before, '$.columns', '$.cells')
      WHERE json_extract(before, '$.changed') <= ? AND json_extract(before, '$.cells') IS NOT NULL
      """, last)
    try note("rows_removed_at", to: last)
    return count
  }

  func removeImages(before limit: String) throws -> Int {
    guard let last = try lastRun(before: limit, without: "images_removed_at") else { return 0 }
    _ = try change("UPDATE events SET before = NULL WHERE run_id <= ?", last)
    for table in ["record_changes", "follow_up_changes", "pair_changes"] {
      _ = try change("DELETE FROM \(table) WHERE run_id <= ?", last)
    }
    return try note("images_removed_at", to: last)
  }

  @discardableResult
  private func note(_ column: String, to last: Int64) throws -> Int {
    try database.execute(
      sql: "UPDATE runs SET \(column) = ? WHERE id <= ? AND \(column) IS NULL",
      arguments: [time, last])
    return database.changesCount
  }
}
