internal import GRDB
internal import Records

/// One run at work on the store: everything it does becomes visible at once, at its end, or not
/// at all.
///
/// Usable only inside the `run` that made it.
package final class RunSession {
  package let id: RunID
  /// Reads what is stored, with this run's changes so far.
  package let reader: StoreReader
  let connection: Connection
  /// Whether nothing was stored before: then indexes and search are made at the end, in bulk.
  let isFirst: Bool
  private var lacksIndexes: Bool
  package let startedAt: String
  let occasion: Occasion
  private var finishedAt: String?
  private var reportedCounts: [String: Int] = [:]
  /// What this run has changed, by name: `records-new`, `contacts-merged`, …
  package private(set) var changes: [String: Int] = [:]
  private(set) var isDiscarded = false

  var files: [FileID: FileEntry] = [:]
  /// The files that are still to be read, by their sources.
  var expectedFiles: [SourceID: Set<String>] = [:]
  /// Sources that held records before this run.
  var oldSources: Set<SourceID> = []
  var seen: [String: SeenRows] = [:]
  var columns = ColumnNames()
  var phrases: [Phrase: Int64] = [:]
  /// Records that this run gave to another contact, by the contact that had them.
  var movedRecords: [ContactID: [RecordID]] = [:]
  /// The last number that was given to a contact.
  var lastContactID: ContactID
  /// No contact above this number is stored.
  var lastStoredContact: ContactID
  /// How many times the search may follow a change before making it anew is cheaper.
  let searchUpdateLimit: Int
  /// Whether the search is made anew at the end instead of following each change.
  var rebuildsSearch: Bool
  var searchUpdates = 0
  let recordWriter: RecordWriter
  let contactWriter: ContactWriter

  init(
    _ database: Database, pipeline: String, startedAt: String, occasion: Occasion, isFirst: Bool
  ) throws {
    connection = Connection(database)
    reader = StoreReader(connection)
    self.isFirst = isFirst
    lacksIndexes = isFirst
    self.startedAt = startedAt
    self.occasion = occasion
    rebuildsSearch = isFirst
    lastContactID =
      try connection.statement("SELECT seq FROM sqlite_sequence WHERE name = 'contacts'")
      .first { $0.integer(0) } ?? 0
    lastStoredContact = lastContactID
    searchUpdateLimit = max(20_000, Int(lastContactID) / 4)
    if isFirst { try Self.dropIndexes(connection) }
    var row = Row()
    row.text(pipeline)
    row.text(startedAt)
    row.text(startedAt)
    row.text(occasion.author)
    row.text(occasion.reason)
    try connection.statement(
      """
      INSERT INTO runs (pipeline, started_at, finished_at, author, reason, state, counts)
      VALUES (?, ?, ?, ?, ?, 'done', '{}')
      """
    ).run(row)
    id = database.lastInsertedRowID
    recordWriter = try RecordWriter(connection, run: id)
    contactWriter = try ContactWriter(connection, run: id)
    try loadFiles()
  }

  /// Says when the run ended, and what the list of runs shall show of it.
  package func finish(at finishedAt: String, counts: [String: Int]) {
    self.finishedAt = finishedAt
    reportedCounts = counts
  }

  /// Undoes the run when its body returns, as if it had never been.
  package func discard() { isDiscarded = true }

  /// Whether the run has changed anything a person would notice: records, contacts, relations,
  /// follow-ups.
  package var hasChanges: Bool { changes.values.contains { $0 > 0 } }

  func count(_ name: String) { changes[name, default: 0] += 1 }

  /// What is left to do before the transaction ends.
  func complete() throws {
    try makeIndexes()
    var row = Row()
    row.text(finishedAt ?? startedAt)
    row.text(writing: { write(reportedCounts, to: &$0) })
    row.integer(id)
    try connection.statement("UPDATE runs SET finished_at = ?, counts = ? WHERE id = ?").run(row)
  }

  private static func dropIndexes(_ connection: Connection) throws {
    for index in Schema.secondaryIndexes { try connection.execute("DROP INDEX \(index.name)") }
  }

  /// Makes the indexes that the first load left out, and the search where it is to be made anew:
  /// when no contact changes any more.
  package func makeIndexes() throws {
    if lacksIndexes {
      for index in Schema.secondaryIndexes {
        try connection.execute("CREATE INDEX \(index.name) ON \(index.on)")
      }
      lacksIndexes = false
    }
    if rebuildsSearch {
      try connection.execute("INSERT INTO contact_search (contact_search) VALUES ('rebuild')")
      rebuildsSearch = false
    }
  }

  /// The number of a phrase; the same phrase is stored once.
  func phraseID(_ phrase: Phrase) throws -> Int64 {
    if let known = phrases[phrase] { return known }
    var row = Row()
    row.text(phrase.german)
    row.text(phrase.english)
    try connection.statement("INSERT OR IGNORE INTO phrases (german, english) VALUES (?, ?)").run(
      row)
    let select = try connection.statement("SELECT id FROM phrases WHERE german = ? AND english = ?")
    let id = try select.first(row) { $0.integer(0) } ?? 0
    phrases[phrase] = id
    return id
  }
}

/// Counts as a JSON object, sorted by name.
func write(_ counts: [String: Int], to bytes: inout [UInt8]) {
  bytes.append(UInt8(ascii: "{"))
  for (index, count) in counts.sorted(by: { $0.key < $1.key }).enumerated() {
    if index > 0 { bytes.append(UInt8(ascii: ",")) }
    appendQuoted(count.key, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    appendDecimal(Int64(count.value), to: &bytes)
  }
  bytes.append(UInt8(ascii: "}"))
}
