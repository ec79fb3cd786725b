package import Records

extension StoreReader {
  /// Calls `body` with each record that is not withdrawn, in the order of their numbers; one at a
  /// time in memory.
  package func forEachRecord(_ body: (Record) throws -> Void) throws {
    try forEachStoredRecord { try body(try $0.record()) }
  }

  /// The same, for values to be decoded elsewhere.
  package func forEachStoredRecord(_ body: (StoredRecord) throws -> Void) throws {
    try names()
    try connection.statement(storedRecords + " WHERE r.withdrawn_run IS NULL ORDER BY r.id")
      .forEach { try body(try storedRecord($0)) }
  }

  /// The same with the records of some numbers, in their order; nil: with all.
  package func forEachStoredRecord(
    of ids: [RecordID]?, _ body: (StoredRecord) throws -> Void
  ) throws {
    guard let ids else { return try forEachStoredRecord(body) }
    for id in ids { try storedRecords([id]).forEach(body) }
  }

  /// Calls `body` with each record that denies a channel, withdrawn ones too, in the order of their
  /// numbers: a refusal stays when its row leaves the file.
  package func forEachObjection(_ body: (Record, _ isWithdrawn: Bool) throws -> Void) throws {
    try names()
    try connection.statement(
      storedRecords + """
         WHERE r.id IN (SELECT record_id FROM consents WHERE state = 'denied') ORDER BY r.id
        """
    ).forEach { try body(try storedRecord($0).record(), $0.flag(11)) }
  }

  /// The records of these numbers, in their order, withdrawn ones too; unknown numbers are passed
  /// over.
  package func records(_ ids: [RecordID]) throws -> [Record] {
    try storedRecords(ids).map { try $0.record() }
  }

  /// The same, for values to be decoded elsewhere.
  package func storedRecords(_ ids: [RecordID]) throws -> [StoredRecord] {
    try names()
    let select = try connection.statement(storedRecords + " WHERE r.id = ?")
    return try ids.compactMap { id in try select.first(id) { try storedRecord($0) } }
  }

  /// The organization of a source key that was stored before a record and is not withdrawn.
  package func organization(
    source: String, key: String, before record: RecordID
  ) throws -> StoredRecord? {
    try names()
    var row = Row()
    row.text(source)
    row.text(key)
    row.integer(record)
    return try connection.statement(
      storedRecords + """
         WHERE r.source_id = (SELECT id FROM sources WHERE name = ?) AND r.key = ? AND r.id < ?
          AND r.kind = 'organization' AND r.parent_key IS NULL AND r.withdrawn_run IS NULL
        """
    ).first(row) { try storedRecord($0) }
  }

  package func record(_ id: RecordID) throws -> Record? { try records([id]).first }

  /// The number of the record of a source key; withdrawn ones too.
  package func recordID(source: String, key: String) throws -> RecordID? {
    var row = Row()
    row.text(source)
    row.text(key)
    return try connection.statement(
      """
      SELECT r.id FROM records r JOIN sources s ON s.id = r.source_id
      WHERE s.name = ? AND r.key = ?
      """
    ).first(row) { $0.integer(0) }
  }

  /// What the reader found: the record's row with every column, mapped or not.
  package func rawRecord(_ id: RecordID) throws -> RawRecord? {
    try names()
    return try connection.statement(
      """
      SELECT r.file_id, r.line, r.ordinal, r.kind, w.cells, c.names
      FROM raw_records w JOIN records r ON r.id = w.record_id
        JOIN raw_columns c ON c.id = w.columns_id
      WHERE w.record_id = ?
      """
    ).first(id) { row in
      RawRecord(
        location: Location(
          file: try filePath(row.integer(0)), line: row.int(1), ordinal: row.int(2)),
        columns: try strings(row.bytes(5)), values: try cells(row.bytes(4)),
        isContactPerson: row.text(3) == Record.Kind.contactPerson.rawValue)
    }
  }

  /// Calls `body` with each row that was set aside, by file and line.
  package func forEachRejectedRow(_ body: (RejectedRow) throws -> Void) throws {
    try names()
    try connection.statement(
      """
      SELECT r.file_id, r.line, r.ordinal, r.code, p.german, p.english, r.cells, c.names
      FROM told_rejected_rows r JOIN phrases p ON p.id = r.message_id
        JOIN raw_columns c ON c.id = r.columns_id
      ORDER BY r.file_id, r.ordinal, r.line, r.id
      """
    ).forEach { row in
      let location = Location(
        file: try filePath(row.integer(0)), line: row.int(1), ordinal: row.int(2))
      let raw = RawRecord(
        location: location, columns: try strings(row.bytes(7)), values: try cells(row.bytes(6)))
      try body(
        RejectedRow(
          raw: raw, code: row.text(3), reason: Phrase(de: row.text(4), en: row.text(5))))
    }
  }

  /// Calls `body` with each problem, by file and line; of files read by earlier runs too.
  package func forEachProblem(_ body: (Problem) throws -> Void) throws {
    try connection.statement(
      """
      SELECT b.file, b.line, b.ordinal, b.code, b.field, b.action, p.german, p.english
      FROM told_problems b JOIN phrases p ON p.id = b.message_id
      ORDER BY b.file_id, b.file, b.line, b.id
      """
    ).forEach { row in
      try body(
        Problem(
          code: row.text(3),
          location: Location(file: row.text(0), line: row.int(1), ordinal: row.int(2)),
          field: row.text(4), action: Problem.Action(rawValue: row.text(5)) ?? .skipped,
          message: Phrase(de: row.text(6), en: row.text(7))))
    }
  }

  /// Calls `body` with every activity or opportunity that is not withdrawn, in the order of their
  /// numbers.
  package func forEachFollowUp(
    _ table: FollowUp, _ body: (_ id: Int64, Activity) throws -> Void
  ) throws {
    try forEachStoredActivity(table) { try body($0.id, try $0.activity()) }
  }

  /// The same, for details to be decoded elsewhere.
  package func forEachStoredActivity(
    _ table: FollowUp, _ body: (StoredActivity) throws -> Void
  ) throws {
    try names()
    try connection.statement(followUps(table) + " WHERE withdrawn_run IS NULL ORDER BY id")
      .forEach { try body(try activity($0)) }
  }

  /// The same with the rows of some numbers, in their order; nil: with all.
  package func forEachStoredActivity(
    _ table: FollowUp, of rows: [Int64]?, _ body: (StoredActivity) throws -> Void
  ) throws {
    guard let rows else { return try forEachStoredActivity(table, body) }
    try names()
    let select = try connection.statement(followUps(table) + " WHERE id = ?")
    for row in rows {
      if let found = try select.first(row, body: { try activity($0) }) { try body(found) }
    }
  }

  /// The activities or opportunities of a contact, by date.
  package func followUps(_ table: FollowUp, of contact: ContactID) throws -> [Activity] {
    try names()
    var all: [Activity] = []
    let filter = " WHERE contact_id = ? AND withdrawn_run IS NULL ORDER BY date, id"
    try connection.statement(followUps(table) + filter).forEach(contact) {
      all.append(try activity($0).activity())
    }
    return all
  }

  // MARK: Counts by source

  /// How many records of each source are not withdrawn.
  package func recordCounts() throws -> [SourceID: Int] {
    try counts("SELECT source_id, count(*) FROM records WHERE withdrawn_run IS NULL GROUP BY 1")
  }

  /// How many records, activities and opportunities of each source a run withdrew for good.
  package func withdrawnCounts(by run: RunID) throws -> [SourceID: Int] {
    var all: [SourceID: Int] = [:]
    for table in [RecordWriter.table] + FollowUp.allCases.map(\.rawValue) {
      let found = try counts(
        "SELECT source_id, count(*) FROM \(table) WHERE withdrawn_run = \(run) GROUP BY 1")
      all.merge(found) { $0 + $1 }
    }
    return all
  }

  private func counts(_ sql: String) throws -> [SourceID: Int] {
    var counts: [SourceID: Int] = [:]
    try connection.statement(sql).forEach { counts[$0.integer(0)] = $0.int(1) }
    return counts
  }

  // MARK: Rows to values

  var storedRecords: String {
    """
    SELECT r.id, r.source_id, r.key, r.file_id, r.line, r.ordinal, r.kind, r.parent_key, r.rec_id,
      r.content_hash, f.fields, r.withdrawn_run IS NOT NULL
    FROM records r JOIN record_fields f ON f.record_id = r.id
    """
  }

  func storedRecord(_ row: Statement) throws -> StoredRecord {
    guard let kind = Record.Kind(rawValue: row.text(6)) else { throw MalformedJSON() }
    let head = Record(
      id: row.integer(0), source: try sourceName(row.integer(1)), key: row.text(2),
      location: Location(
        file: try filePath(row.integer(3)), line: row.int(4), ordinal: row.int(5)),
      kind: kind, parentKey: row.optionalText(7), recID: row.text(8),
      contentHash: UInt64(bitPattern: row.integer(9)))
    return StoredRecord(head, fields: row.bytes(10))
  }

  private func followUps(_ table: FollowUp) -> String {
    """
    SELECT id, source_id, key, file_id, line, ordinal, date, details, contact_id
    FROM \(table.rawValue)
    """
  }

  private func activity(_ row: Statement) throws -> StoredActivity {
    let head = Activity(
      source: try sourceName(row.integer(1)), key: row.text(2),
      location: Location(
        file: try filePath(row.integer(3)), line: row.int(4), ordinal: row.int(5)),
      date: row.text(6), details: [], contact: row.optionalInteger(8))
    return StoredActivity(id: row.integer(0), head: head, details: row.bytes(7))
  }

  func strings(_ json: [UInt8]) throws -> [String] {
    var reader = JSONReader(json)
    var strings: [String] = []
    try reader.array { (reader) throws(MalformedJSON) in strings.append(try reader.string()) }
    return strings
  }

  func cells(_ json: [UInt8]) throws -> [RawValue] {
    var reader = JSONReader(json)
    var column: Int?
    var values: [RawValue] = []
    try reader.array { (reader) throws(MalformedJSON) in
      if let known = column {
        values.append(RawValue(column: known, text: try reader.string()))
        column = nil
      } else {
        column = try reader.int()
      }
    }
    return values
  }

  /// Loads the names before a statement is stepped that needs them.
  func names() throws {
    _ = try sourceName(0)
    _ = try filePath(0)
  }
}
