/// A file as the session needs it at every record.
struct FileEntry {
  var source: SourceID
  var mode: StoredSource.Mode
  var path: String
  var isMissing: Bool
  /// Whether its source held nothing before this run.
  var isSourceNew: Bool
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

  /// Begins to read a file: its former problems and rejected rows go, its records stay until they
  /// are put or withdrawn.
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
    try noteFile(file.id, "read")
    try forgetProblems(of: file.id)
    reader.forgetNames()
    try loadFile(file.id)
    return file.id
  }

  /// Ends reading a file: what it held and no longer holds is withdrawn, unless its source is a
  /// feed.
  ///
  /// - Returns: The number of records and follow-ups withdrawn.
  package func endFile(_ file: FileID, recordCount: Int) throws -> Int {
    try connection.statement("UPDATE files SET record_count = ? WHERE id = ?")
      .run(Int64(recordCount), file)
    guard files[file]?.mode == .snapshot else { return 0 }
    return try withdrawUnseen(of: file)
  }

  /// Notes that a file is gone; its records are withdrawn, unless its source is a feed.
  ///
  /// - Returns: The number of records and follow-ups withdrawn.
  package func markMissing(_ file: FileID) throws -> Int {
    try noteMissing(file)
    guard files[file]?.mode == .snapshot else { return 0 }
    return try withdrawAll(of: file)
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
      return count + (try withdrawAll(of: file.id))
    }
  }

  private func noteMissing(_ file: FileID) throws {
    try connection.statement(
      "UPDATE files SET missing_run = ? WHERE id = ? AND missing_run IS NULL"
    ).run(id, file)
    if connection.changesCount > 0 { try noteFile(file, "missing") }
    try connection.statement("UPDATE files SET undone_run = NULL WHERE id = ?").run(file)
    files[file]?.isMissing = true
  }

  /// Notes what this run did with a file.
  func noteFile(_ file: FileID, _ kind: String) throws {
    var row = Row()
    row.integer(id)
    row.integer(file)
    row.text(kind)
    try connection.statement("INSERT INTO file_changes (run_id, file_id, kind) VALUES (?, ?, ?)")
      .run(row)
  }

  /// What was wrong in a file is of no use without it.
  private func withdrawAll(of file: FileID) throws -> Int {
    try forgetProblems(of: file)
    return try withdrawUnseen(of: file)
  }

  private func forgetProblems(of file: FileID) throws {
    try connection.statement("DELETE FROM problems WHERE file_id = ?").run(file)
    try connection.statement("DELETE FROM rejected_rows WHERE file_id = ?").run(file)
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
      isSourceNew: !oldSources.contains(file.integer(1)))
  }
}

private let fileEntries = """
  SELECT f.id, f.source_id, s.mode, f.path, f.missing_run IS NOT NULL
  FROM files f JOIN sources s ON s.id = f.source_id
  """
