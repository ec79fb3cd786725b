package import Records

/// What a run did to a record, and what tells the record before it from others.
package struct RecordChange: Hashable, Sendable {
  /// The change's number, under which the record's before-image is kept.
  package var id: Int64
  package var run: RunID
  package var record: RecordID
  package var before: RecordState
}

/// What tells a record's states apart.
package struct RecordState: Hashable, Sendable {
  package var contentHash: Int64
  package var fieldsHash: Int64
  package var isWithdrawn: Bool
}

/// A row of one of the tables that keep what was before: its number, and what it is about.
package struct KeptRow<Subject: Hashable & Sendable>: Hashable, Sendable {
  package var id: Int64
  package var run: RunID
  package var subject: Subject
}

/// An activity or opportunity by its number.
package struct FollowUpRow: Hashable, Sendable {
  package var table: FollowUp
  package var number: Int64
  /// The contact it was linked to; not what it is told by.
  package var contactBefore: ContactID?
}

/// Two records whose score was kept.
package struct RecordPair: Hashable, Sendable {
  package var left: RecordID
  package var right: RecordID
}

extension StoreReader {
  /// What a run and later ones did to records that were there before, oldest first.
  package func recordChanges(since run: RunID) throws -> [RecordChange] {
    let first = try firstRow(of: "record_changes", since: run)
    var all: [RecordChange] = []
    try connection.statement(
      """
      SELECT id, run_id, record_id, json_extract(before, '$.content_hash'),
        json_extract(before, '$.fields_hash'),
        json_extract(before, '$.withdrawn') IS NOT NULL
      FROM record_changes WHERE id >= ? ORDER BY id
      """
    ).forEach(first) { row in
      all.append(
        RecordChange(
          id: row.integer(0), run: row.integer(1), record: row.integer(2),
          before: RecordState(
            contentHash: row.integer(3), fieldsHash: row.integer(4), isWithdrawn: row.flag(5))))
    }
    return all
  }

  /// The records that a run and later ones made, with the run of each.
  package func recordsMade(since run: RunID) throws -> [RecordID: RunID] {
    var all: [RecordID: RunID] = [:]
    try connection.statement("SELECT id, created_run FROM records WHERE created_run >= ?")
      .forEach(run) { all[$0.integer(0)] = $0.integer(1) }
    return all
  }

  /// What tells the record as it is now; nil when the number was never given.
  package func state(ofRecord record: RecordID) throws -> RecordState? {
    try connection.statement(
      "SELECT content_hash, fields_hash, withdrawn_run IS NOT NULL FROM records WHERE id = ?"
    ).first(record) {
      RecordState(
        contentHash: $0.integer(0), fieldsHash: $0.integer(1), isWithdrawn: $0.flag(2))
    }
  }

  /// The file a record was last read from.
  package func file(ofRecord record: RecordID) throws -> FileID? {
    try connection.statement("SELECT file_id FROM records WHERE id = ?").first(record) {
      $0.integer(0)
    }
  }

  /// The activities and opportunities that a run and later ones changed, oldest first.
  package func followUpChanges(since run: RunID) throws -> [KeptRow<FollowUpRow>] {
    let first = try firstRow(of: "follow_up_changes", since: run)
    var all: [KeptRow<FollowUpRow>] = []
    try connection.statement(
      """
      SELECT id, run_id, follow_up, number, json_extract(before, '$.contact')
      FROM follow_up_changes WHERE id >= ? ORDER BY id
      """
    ).forEach(first) { row in
      guard let table = FollowUp(rawValue: row.text(2)) else { throw MalformedJSON() }
      let subject = FollowUpRow(
        table: table, number: row.integer(3), contactBefore: row.optionalInteger(4))
      all.append(KeptRow(id: row.integer(0), run: row.integer(1), subject: subject))
    }
    return all
  }

  /// The activities or opportunities that a run made.
  package func followUpsMade(_ table: FollowUp, by run: RunID) throws -> [Int64] {
    var all: [Int64] = []
    try connection.statement(
      "SELECT id FROM \(table.rawValue) WHERE created_run = ? AND withdrawn_run IS NULL ORDER BY id"
    ).forEach(run) { all.append($0.integer(0)) }
    return all
  }

  /// The pairs whose scores a run and later ones changed, oldest first.
  package func pairChanges(since run: RunID) throws -> [KeptRow<RecordPair>] {
    let first = try firstRow(of: "pair_changes", since: run)
    var all: [KeptRow<RecordPair>] = []
    try connection.statement(
      "SELECT id, run_id, left_record, right_record FROM pair_changes WHERE id >= ? ORDER BY id"
    ).forEach(first) { row in
      all.append(
        KeptRow(
          id: row.integer(0), run: row.integer(1),
          subject: RecordPair(left: row.integer(2), right: row.integer(3))))
    }
    return all
  }

  /// The files a run did something with, and whether that was to undo.
  package func fileChanges(of run: RunID) throws -> [(file: FileID, isUndone: Bool)] {
    let first = try firstRow(of: "file_changes", since: run)
    var all: [(file: FileID, isUndone: Bool)] = []
    try connection.statement(
      "SELECT file_id, kind FROM file_changes WHERE id >= ? AND run_id = ? ORDER BY id"
    ).forEach(first, run) { all.append(($0.integer(0), $0.text(1) == "undone")) }
    return all
  }

  /// The runs whose reading told what counts of a file: before a run, after it, and now; nil when
  /// the run did nothing with the file.
  func toldRuns(
    of file: FileID, around run: RunID
  ) throws -> (before: RunID?, after: RunID?, now: RunID?)? {
    try connection.statement(
      """
      WITH own AS (SELECT * FROM file_changes WHERE file_id = ?1 AND run_id = ?2),
        later AS (SELECT * FROM file_changes WHERE file_id = ?1 AND run_id > ?2)
      SELECT (SELECT told_before FROM own ORDER BY id LIMIT 1),
        CASE WHEN EXISTS (SELECT 1 FROM later)
          THEN (SELECT told_before FROM later ORDER BY id LIMIT 1) ELSE told_run END,
        told_run
      FROM files WHERE id = ?1 AND EXISTS (SELECT 1 FROM own)
      """
    ).first(file, run) {
      ($0.optionalInteger(0), $0.optionalInteger(1), $0.optionalInteger(2))
    }
  }

  /// The run that a run undid as a whole.
  package func undoneRun(of run: RunID) throws -> RunID? {
    try connection.statement("SELECT undoes_run FROM runs WHERE id = ?").first(run) {
      $0.optionalInteger(0)
    } ?? nil
  }
}
