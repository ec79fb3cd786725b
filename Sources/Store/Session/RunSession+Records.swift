package import Records

extension RunSession {
  /// Puts a record with its raw values; a record of this key that is stored already is replaced.
  ///
  /// A key that a source uses again, in one file or, in a snapshot, in two, names records of its
  /// own: "K#2", "K#3".
  /// A record that only stands on another line is unchanged.
  package func put(_ record: Record, raw: RawRecord, file: FileID) throws -> PutResult {
    guard let entry = files[file] else {
      throw StoreError.refused(path: "", reason: "no such file")
    }
    var record = record
    if let parent = record.parentKey {
      record.parentKey = seenRecords.currentKey(for: parent, in: entry.source)
    }
    let place = RecordPlace(source: entry.source, file: file, location: record.location)
    recordWriter.load(record, raw: raw, columns: try columnsID(raw.columns), at: place)
    var key = record.key
    while true {
      if entry.isSourceNew, try recordWriter.insert(key: key) {
        return noted(PutResult(id: recordWriter.lastID, key: key, change: .new))
      }
      guard let stored = try recordWriter.stored(key: key, source: entry.source) else {
        _ = try recordWriter.insert(key: key)
        return noted(PutResult(id: recordWriter.lastID, key: key, change: .new))
      }
      if isTaken(stored, by: file, entry.mode) {
        key = seenRecords.nextKey(after: record.key, in: entry.source)
      } else {
        let isChanged = try recordWriter.update(stored, at: place)
        return noted(PutResult(id: stored.id, key: key, change: isChanged ? .changed : .unchanged))
      }
    }
  }

  private var seenRecords: SeenRows {
    get { seen[RecordWriter.table, default: SeenRows()] }
    _modify { yield &seen[RecordWriter.table, default: SeenRows()] }
  }

  /// Whether a stored row is another one of the same key: met already in this file, or at home in
  /// another that still is there.
  private func isTaken(
    _ stored: RecordWriter.Stored, by file: FileID, _ mode: StoredSource.Mode
  ) -> Bool {
    if stored.file == file { return seenRecords.contains(stored.id) }
    guard mode == .snapshot, !stored.isWithdrawn else { return false }
    return isHome(stored.file, ofSeen: seenRecords.contains(stored.id))
  }

  private func noted(_ result: PutResult) -> PutResult {
    seenRecords.insert(result.id)
    if result.change != .unchanged { count("records-\(result.change.rawValue)") }
    return result
  }

  /// Keeps a row that gave no record, with the reason; it counts until its file is read again.
  package func putAside(_ raw: RawRecord, because problem: Problem, file: FileID) throws {
    var row = Row()
    row.integer(file)
    row.integer(raw.location.line)
    row.integer(raw.location.ordinal)
    row.text(problem.code)
    row.integer(try phraseID(problem.message))
    row.integer(try columnsID(raw.columns))
    row.text(writing: { raw.writeCells(to: &$0) })
    row.integer(id)
    try connection.statement(
      """
      INSERT INTO rejected_rows (file_id, line, ordinal, code, message_id, columns_id, cells, run_id)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """
    ).run(row)
  }

  /// Keeps a problem; it counts until its file is read again.
  ///
  /// - Parameter file: nil when the problem concerns no file that is registered.
  package func add(_ problem: Problem, file: FileID?) throws {
    var row = Row()
    row.integer(id)
    row.integer(file)
    row.text(problem.location.file)
    row.integer(problem.location.line)
    row.integer(problem.location.ordinal)
    row.text(problem.code)
    row.text(problem.field)
    row.text(problem.action.rawValue)
    row.integer(try phraseID(problem.message))
    try connection.statement(
      """
      INSERT INTO problems (run_id, file_id, file, line, ordinal, code, field, action, message_id)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    ).run(row)
  }

  /// Withdraws a record: it stays stored, but is in no contact and no list.
  package func withdraw(_ record: RecordID) throws {
    if try recordWriter.withdraw(record) { count("records-withdrawn") }
  }

  /// Withdraws what the file held and this run has not met.
  func withdrawUnseen(of file: FileID) throws -> Int {
    let unseen = try liveRows(RecordWriter.table, of: file)
    for record in unseen { try withdraw(record) }
    var total = unseen.count
    for table in FollowUp.allCases {
      let rows = try liveRows(table.rawValue, of: file)
      for row in rows { try withdraw(row, from: table) }
      total += rows.count
    }
    return total
  }

  private func liveRows(_ table: String, of file: FileID) throws -> [Int64] {
    // A new source has nothing that this run did not put itself.
    guard files[file]?.isSourceNew == false else { return [] }
    let met = seen[table]
    var rows: [Int64] = []
    try connection.statement(
      "SELECT id FROM \(table) WHERE file_id = ? AND withdrawn_run IS NULL ORDER BY id"
    ).forEach(file) { row in
      if met?.contains(row.integer(0)) != true { rows.append(row.integer(0)) }
    }
    return rows
  }

  func columnsID(_ names: [String]) throws -> Int64 {
    if let known = columns.id(of: names) { return known }
    var row = Row()
    row.text(writing: { bytes in
      var json = JSONWriter(appendingTo: bytes)
      bytes = []
      json.beginArray()
      for name in names { json.string(name) }
      json.endArray()
      bytes = json.bytes
    })
    try connection.statement("INSERT OR IGNORE INTO raw_columns (names) VALUES (?)").run(row)
    let id = try connection.statement("SELECT id FROM raw_columns WHERE names = ?").first(row) {
      $0.integer(0)
    }
    columns.note(names, id: id ?? 0)
    return id ?? 0
  }
}

extension RawRecord {
  /// `[0,"text",3,"text"]`: each value after its column.
  func writeCells(to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "["))
    for (index, value) in values.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      appendDecimal(Int64(value.column), to: &bytes)
      bytes.append(UInt8(ascii: ","))
      appendQuoted(value.text, to: &bytes)
    }
    bytes.append(UInt8(ascii: "]"))
  }
}
