internal import Records

/// Reads what is stored; usable only inside the `read` or `run` that made it.
package final class StoreReader {
  let connection: Connection
  private var sourceNames: [SourceID: String]?
  private var filePaths: [FileID: String]?

  init(_ connection: Connection) { self.connection = connection }

  // MARK: Sources, files, runs

  /// The source's number; nil when no run has registered it.
  package func source(named name: String) throws -> SourceID? {
    var row = Row()
    row.text(name)
    return try connection.statement("SELECT id FROM sources WHERE name = ?").first(row) {
      $0.integer(0)
    }
  }

  /// Every source, by number.
  package func sources() throws -> [(id: SourceID, source: StoredSource)] {
    var all: [(id: SourceID, source: StoredSource)] = []
    try connection.statement("SELECT id, name, priority, numbering, mode FROM sources ORDER BY id")
      .forEach { row in
        let source = StoredSource(
          name: row.text(1), priority: row.int(2), numbering: row.optionalText(3),
          mode: StoredSource.Mode(rawValue: row.text(4)) ?? .snapshot)
        all.append((row.integer(0), source))
      }
    return all
  }

  /// What is known of a file; nil when it has never been read.
  package func file(_ path: String, of source: SourceID) throws -> StoredFile? {
    var row = Row()
    row.integer(source)
    row.text(path)
    return try connection.statement(storedFiles + " WHERE source_id = ? AND path = ?")
      .first(row, storedFile)
  }

  /// The files of a source, missing ones too, in the order they were first read.
  package func files(of source: SourceID) throws -> [StoredFile] {
    var all: [StoredFile] = []
    try connection.statement(storedFiles + " WHERE source_id = ? ORDER BY id").forEach(source) {
      all.append(storedFile($0))
    }
    return all
  }

  /// The last runs, newest first.
  package func runs(limit: Int = 30) throws -> [StoredRun] {
    var all: [StoredRun] = []
    try connection.statement(storedRuns + " ORDER BY id DESC LIMIT ?").forEach(Int64(limit)) {
      all.append(try storedRun($0))
    }
    return all
  }

  /// The run of a number; nil when there was none.
  package func run(_ id: RunID) throws -> StoredRun? {
    try connection.statement(storedRuns + " WHERE id = ?").first(id) { try storedRun($0) }
  }

  private var storedRuns: String {
    """
    SELECT id, pipeline, started_at, finished_at, author, reason, state, counts, images_removed_at
    FROM runs
    """
  }

  private func storedRun(_ row: Statement) throws -> StoredRun {
    StoredRun(
      id: row.integer(0), pipeline: row.text(1), startedAt: row.text(2), finishedAt: row.text(3),
      occasion: Occasion(author: row.text(4), reason: row.text(5)),
      isUndone: row.text(6) == "undone", counts: try counts(row.bytes(7)),
      imagesRemovedAt: row.optionalText(8))
  }

  /// How many rows each table holds; contacts without the retired, records without the withdrawn.
  package func counts() throws -> [String: Int] {
    let tables = [
      "runs", "sources", "files", "pair_scores", "relations", "consents", "events", "raw_records",
    ]
    var counts: [String: Int] = [:]
    for table in tables { counts[table] = try count("SELECT count(*) FROM \(table)") }
    for table in ["problems", "rejected_rows"] {
      counts[table] = try count("SELECT count(*) FROM told_\(table)")
    }
    for (list, name) in [("origins", "value_origins"), ("permissions", "permissions")] {
      counts[name] = try count("SELECT sum(json_array_length(\(list))) FROM contact_values")
    }
    counts["contacts"] = try count("SELECT count(*) FROM contacts WHERE retired_run IS NULL")
    for table in [RecordWriter.table] + FollowUp.allCases.map(\.rawValue) {
      counts[table] = try count("SELECT count(*) FROM \(table) WHERE withdrawn_run IS NULL")
    }
    return counts
  }

  /// How many records, contacts and rows set aside there are now: what costs little even among a
  /// million.
  package func liveCounts() throws -> (records: Int, contacts: Int, rejected: Int) {
    (
      try count("SELECT count(*) FROM records WHERE withdrawn_run IS NULL"),
      try count("SELECT count(*) FROM contacts WHERE retired_run IS NULL"),
      try rejectedRowCount()
    )
  }

  /// How many rows of the files at hand are set aside.
  package func rejectedRowCount() throws -> Int {
    try count("SELECT count(*) FROM told_rejected_rows")
  }

  private func count(_ sql: String) throws -> Int {
    try connection.statement(sql).first { $0.int(0) } ?? 0
  }

  private func counts(_ json: [UInt8]) throws -> [String: Int] {
    var reader = JSONReader(json)
    var counts: [String: Int] = [:]
    try reader.members { (reader, name) throws(MalformedJSON) in counts[name] = try reader.int() }
    return counts
  }

  // MARK: Names that recur

  /// The source's name.
  package func sourceName(_ id: SourceID) throws -> String {
    if sourceNames == nil {
      var names: [SourceID: String] = [:]
      for source in try sources() { names[source.id] = source.source.name }
      sourceNames = names
    }
    return sourceNames?[id] ?? ""
  }

  /// The file's path.
  package func filePath(_ id: FileID) throws -> String {
    if filePaths == nil {
      var paths: [FileID: String] = [:]
      try connection.statement("SELECT id, path FROM files").forEach {
        paths[$0.integer(0)] = $0.text(1)
      }
      filePaths = paths
    }
    return filePaths?[id] ?? ""
  }

  /// The texts that recur, by number.
  func phrases() throws -> [Int64: Phrase] {
    var phrases: [Int64: Phrase] = [:]
    try connection.statement("SELECT id, german, english FROM phrases").forEach { row in
      phrases[row.integer(0)] = Phrase(de: row.text(1), en: row.text(2))
    }
    return phrases
  }

  func forgetNames() {
    sourceNames = nil
    filePaths = nil
  }

  private let storedFiles = """
    SELECT id, source_id, path, size, mtime_ns, inode, content_hash, mapping_hash, record_count,
      read_run, missing_run IS NOT NULL, undone_run FROM files
    """

  private func storedFile(_ row: Statement) -> StoredFile {
    StoredFile(
      id: row.integer(0), source: row.integer(1), path: row.text(2),
      stamp: FileStamp(
        size: row.int(3), modifiedInNanoseconds: row.int(4), inode: row.int(5),
        contentHash: row.text(6), mappingHash: row.text(7)),
      recordCount: row.int(8), readRun: row.integer(9), isMissing: row.flag(10),
      undoneRun: row.optionalInteger(11))
  }
}
