/// A file as the session needs it at every record.
struct FileEntry {
  var source: SourceID
  var mode: StoredSource.Mode
  var path: String
  var isMissing: Bool
  /// Whether its source held nothing before this run.
  var isSourceNew: Bool
  /// The run whose problems and rows set aside counted before this one; nil: none did.
  var toldBefore: RunID?
  /// Whether this run reads it, or has read it.
  var isRead = false
  /// Whether the rows of the file are other ones than before.
  var hasChanged = false
  /// How much the run had changed when it began to read the file.
  var changesBefore = 0
}

extension RunSession {
  /// Registers a source, or notes what has changed in its declaration.
  package func register(_ source: StoredSource) throws -> SourceID {
    var row = Row()
    row.text(source.name)
    row.integer(source.priority)
    row.text(source.numbering)
    row.text(source.mode.rawValue)
    try connection.statement(
      """
      INSERT INTO sources (name, priority, numbering, mode) VALUES (?, ?, ?, ?)
      ON CONFLICT (name) DO UPDATE
      SET priority = excluded.priority, numbering = excluded.numbering, mode = excluded.mode
      """
    ).run(row)
    var name = Row()
    name.text(source.name)
    let id = try connection.statement("SELECT id FROM sources WHERE name = ?").first(name) {
      $0.integer(0)
    }
    for file in files.keys where files[file]?.source == id { files[file]?.mode = source.mode }
    reader.forgetNames()
    return id ?? 0
  }

  /// Says which files of a source are about to be read: a row that is in another one of them than
  /// before keeps its key.
  package func expect(_ paths: [String], of source: SourceID) {
    expectedFiles[source] = Set(paths)
  }

  /// Begins to read a file: its former problems and rejected rows count no more, its records stay
  /// until they are put or withdrawn.
  package func beginFile(_ path: String, of source: SourceID, stamp: FileStamp) throws -> FileID {
    var row = Row()
    row.integer(source)
    row.text(path)
    row.integer(id)
    write(stamp, to: &row)
    try connection.statement(
      """
      INSERT INTO files (source_id, path, record_count, read_run,
        size, mtime_ns, inode, content_hash, mapping_hash)
      VALUES (?, ?, 0, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (source_id, path) DO UPDATE SET read_run = excluded.read_run, missing_run = NULL,
        undone_run = NULL,
        size = excluded.size, mtime_ns = excluded.mtime_ns, inode = excluded.inode,
        content_hash = excluded.content_hash, mapping_hash = excluded.mapping_hash
      """
    ).run(row)
    guard let file = try reader.file(path, of: source) else { return 0 }
    reader.forgetNames()
    try loadFile(file.id)
    try noteFile(file.id, "read")
    try tell(of: file.id, from: id)
    expectedFiles[source]?.remove(path)
    files[file.id]?.isRead = true
    files[file.id]?.changesBefore = changeCount
    return file.id
  }

  /// Ends reading a file: what it held and no longer holds is withdrawn, unless its source is a
  /// feed; where further files of the source are expected, when they are read, for a row may have
  /// gone there.
  ///
  /// - Returns: The number of records and follow-ups withdrawn.
  package func endFile(_ file: FileID, recordCount: Int) throws -> Int {
    try connection.statement("UPDATE files SET record_count = ? WHERE id = ?")
      .run(Int64(recordCount), file)
    guard let entry = files[file] else { return 0 }
    let isToldTheSame = try keepTold(of: file, before: entry.toldBefore)
    files[file]?.hasChanged = !isToldTheSame || changeCount > entry.changesBefore
    guard expectedFiles[entry.source]?.isEmpty != false else { return 0 }
    return try endFiles(of: entry.source)
  }

  /// Withdraws what the files of a source that were read no longer hold; a file in which nothing has
  /// changed was not changed by this run.
  private func endFiles(of source: SourceID) throws -> Int {
    var total = 0
    for (file, entry) in files.sorted(by: { $0.key < $1.key })
    where entry.source == source && entry.isRead {
      let count = entry.mode == .snapshot ? try withdrawUnseen(of: file) : 0
      total += count
      guard count == 0, !entry.hasChanged else { continue }
      try connection.statement(
        "DELETE FROM file_changes WHERE run_id = ? AND file_id = ? AND kind = 'read'"
      ).run(id, file)
    }
    return total
  }

  /// Whether a row that is not withdrawn is at home in a file, so that another of its key is
  /// another row.
  ///
  /// - Parameter isSeen: whether this run has met the row.
  func isHome(_ file: FileID, ofSeen isSeen: Bool) -> Bool {
    guard let entry = files[file], !entry.isMissing else { return false }
    if entry.isRead { return isSeen }
    // What it holds now is not known: whoever comes first has the key.
    return expectedFiles[entry.source]?.contains(entry.path) != true
  }

  private var changeCount: Int { changes.values.reduce(0, +) }

  /// Notes that a file is gone; its records are withdrawn, unless its source is a feed.
  ///
  /// - Returns: The number of records and follow-ups withdrawn.
  package func markMissing(_ file: FileID) throws -> Int {
    try noteMissing(file)
    guard files[file]?.mode == .snapshot else { return 0 }
    return try withdrawUnseen(of: file)
  }

  /// Withdraws all that a source gave, feed or not: it feeds the store no more.
  ///
  /// - Returns: The number of records and follow-ups withdrawn.
  package func drop(_ source: SourceID) throws -> Int {
    // Nothing of it is left that a later run would have to look at.
    try connection.statement("UPDATE sources SET mode = 'snapshot' WHERE id = ?").run(source)
    reader.forgetNames()
    return try reader.files(of: source).reduce(0) { count, file in
      try noteMissing(file.id)
      return count + (try withdrawUnseen(of: file.id))
    }
  }

  private func noteMissing(_ file: FileID) throws {
    try connection.statement(
      "UPDATE files SET missing_run = ? WHERE id = ? AND missing_run IS NULL"
    ).run(id, file)
    if connection.changesCount > 0 { try noteFile(file, "missing") }
    // What was wrong in a file is of no use without it.
    try tell(of: file, from: nil)
    try connection.statement("UPDATE files SET undone_run = NULL WHERE id = ?").run(file)
    files[file]?.isMissing = true
  }

  /// Notes what this run did with a file, and what was told of it before.
  func noteFile(_ file: FileID, _ kind: String) throws {
    var row = Row()
    row.integer(id)
    row.integer(file)
    row.text(kind)
    try connection.statement(
      """
      INSERT INTO file_changes (run_id, file_id, kind, told_before)
      SELECT ?1, id, ?3, told_run FROM files WHERE id = ?2
      """
    ).run(row)
  }

  /// Makes the problems and rows set aside of a reading those that count; nil: none.
  func tell(of file: FileID, from run: RunID?) throws {
    var row = Row()
    row.integer(run)
    row.integer(file)
    try connection.statement("UPDATE files SET told_run = ? WHERE id = ?").run(row)
  }

  /// Where a file is read again and tells the same, it is kept once.
  ///
  /// - Returns: whether it does.
  private func keepTold(of file: FileID, before: RunID?) throws -> Bool {
    guard let before, before != id else { return try !hasTold(file) }
    let columns = [
      "problems": "file, line, ordinal, code, field, action, message_id",
      "rejected_rows": "line, ordinal, code, message_id, columns_id, cells",
    ]
    for (table, columns) in columns.sorted(by: { $0.key < $1.key }) {
      let isEqual = try connection.statement(
        """
        WITH old AS (SELECT \(columns) FROM \(table) WHERE file_id = ?1 AND run_id = ?2),
          new AS (SELECT \(columns) FROM \(table) WHERE file_id = ?1 AND run_id = ?3)
        SELECT (SELECT count(*) FROM old) = (SELECT count(*) FROM new)
          AND NOT EXISTS (SELECT * FROM old EXCEPT SELECT * FROM new)
        """
      ).first(file, before, id) { $0.flag(0) }
      guard isEqual == true else { return false }
    }
    for table in columns.keys.sorted() {
      try connection.statement("DELETE FROM \(table) WHERE file_id = ? AND run_id = ?")
        .run(file, id)
    }
    try tell(of: file, from: before)
    return true
  }

  /// Whether this run has told anything of a file.
  private func hasTold(_ file: FileID) throws -> Bool {
    try connection.statement(
      """
      SELECT EXISTS (SELECT 1 FROM problems WHERE file_id = ?1 AND run_id = ?2)
        OR EXISTS (SELECT 1 FROM rejected_rows WHERE file_id = ?1 AND run_id = ?2)
      """
    ).first(file, id) { $0.flag(0) } == true
  }

  /// Notes another time or inode of a file whose content is the same.
  package func restamp(_ file: FileID, _ stamp: FileStamp) throws {
    var row = Row()
    write(stamp, to: &row)
    row.integer(file)
    try connection.statement(
      """
      UPDATE files SET size = ?, mtime_ns = ?, inode = ?, content_hash = ?, mapping_hash = ?
      WHERE id = ?
      """
    ).run(row)
  }

  private func write(_ stamp: FileStamp, to row: inout Row) {
    row.integer(stamp.size)
    row.integer(stamp.modifiedInNanoseconds)
    row.integer(stamp.inode)
    row.text(stamp.contentHash)
    row.text(stamp.mappingHash)
  }

  /// Loads what the session keeps of sources and files at hand.
  func loadFiles() throws {
    try connection.statement("SELECT DISTINCT source_id FROM files").forEach {
      oldSources.insert($0.integer(0))
    }
    try connection.statement(fileEntries).forEach { note($0) }
  }

  func loadFile(_ file: FileID) throws {
    try connection.statement(fileEntries + " WHERE f.id = ?").forEach(file) { note($0) }
  }

  private func note(_ file: Statement) {
    files[file.integer(0)] = FileEntry(
      source: file.integer(1), mode: StoredSource.Mode(rawValue: file.text(2)) ?? .snapshot,
      path: file.text(3), isMissing: file.flag(4),
      isSourceNew: !oldSources.contains(file.integer(1)), toldBefore: file.optionalInteger(5))
  }
}

private let fileEntries = """
  SELECT f.id, f.source_id, s.mode, f.path, f.missing_run IS NOT NULL, f.told_run
  FROM files f JOIN sources s ON s.id = f.source_id
  """
