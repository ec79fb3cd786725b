package import Records

extension StoreReader {
  /// The contact's past, oldest first.
  package func events(of contact: ContactID) throws -> [ContactEvent] {
    var all: [ContactEvent] = []
    try connection.statement(storedEvents + " WHERE contact_id = ? ORDER BY id").forEach(contact) {
      all.append(try event($0))
    }
    return all
  }

  /// The event of a number; nil when there was none.
  package func event(_ id: Int64) throws -> ContactEvent? {
    try connection.statement(storedEvents + " WHERE id = ?").first(id) { try event($0) }
  }

  /// Calls `body` with every event from one run on, oldest first.
  package func forEachEvent(since run: RunID, _ body: (ContactEvent) throws -> Void) throws {
    let first = try firstRow(of: "events", since: run)
    try connection.statement(storedEvents + " WHERE id >= ? ORDER BY id").forEach(first) {
      try body(try event($0))
    }
  }

  private var storedEvents: String {
    "SELECT id, run_id, contact_id, kind, other_contact, before FROM events"
  }

  private func event(_ row: Statement) throws -> ContactEvent {
    guard let kind = ContactEvent.Kind(rawValue: row.text(3)) else { throw MalformedJSON() }
    let contact = row.integer(2)
    var before: Contact?
    if !row.isNull(5) {
      var json = JSONReader(row.bytes(5))
      before = try Contact(id: contact, from: &json)
    }
    return ContactEvent(
      id: row.integer(0), run: row.integer(1), contact: contact, kind: kind,
      other: row.optionalInteger(4), before: before)
  }

  // MARK: Relations

  /// How relations came and went from one run on, oldest first; what the first run of the store
  /// found is not among them.
  package func relationChanges(since run: RunID) throws -> [RelationChange] {
    let first = try firstRow(of: "relation_changes", since: run)
    var all: [RelationChange] = []
    try connection.statement(storedRelationChanges + " WHERE id >= ? ORDER BY id").forEach(first) {
      if let change = relationChange($0) { all.append(change) }
    }
    return all
  }

  /// How the relations of a contact came and went, oldest first.
  package func relationChanges(of contact: ContactID) throws -> [RelationChange] {
    var all: [RelationChange] = []
    try connection.statement(
      storedRelationChanges + " WHERE left_contact = ?1 OR right_contact = ?1 ORDER BY id"
    ).forEach(contact) { if let change = relationChange($0) { all.append(change) } }
    return all
  }

  private var storedRelationChanges: String {
    "SELECT run_id, change, kind, left_contact, right_contact FROM relation_changes"
  }

  private func relationChange(_ row: Statement) -> RelationChange? {
    Relation.Kind(rawValue: row.text(2)).map {
      RelationChange(
        run: row.integer(0), isAdded: row.text(1) == "added",
        relation: Relation($0, left: row.int(3), right: row.int(4)))
    }
  }

  // MARK: Records

  /// How many records runs made, changed, withdrew and returned, by what they did.
  ///
  /// - Parameter runs: from the first to the last of them.
  package func recordChangeCounts(in runs: ClosedRange<RunID>) throws -> [String: Int] {
    var counts: [String: Int] = [:]
    let first = try firstRow(of: "record_changes", since: runs.lowerBound)
    try connection.statement(
      "SELECT kind, count(*) FROM record_changes WHERE id >= ? AND run_id <= ? GROUP BY kind"
    ).forEach(first, runs.upperBound) { counts[$0.text(0)] = $0.int(1) }
    counts["new"] = try connection.statement(
      "SELECT count(*) FROM records WHERE created_run BETWEEN ? AND ?"
    ).first(runs.lowerBound, runs.upperBound) { $0.int(0) }
    return counts.filter { $0.value > 0 }
  }

  /// Where a record stands, live or withdrawn; nil when the number was never given.
  package func place(ofRecord id: RecordID) throws -> StoredPlace? {
    _ = try (sourceName(0), filePath(0))
    return try connection.statement(
      """
      SELECT source_id, key, file_id, line, ordinal, withdrawn_run IS NOT NULL
      FROM records WHERE id = ?
      """
    ).first(id) { row in
      StoredPlace(
        record: id, source: try sourceName(row.integer(0)), key: row.text(1),
        location: Location(
          file: try filePath(row.integer(2)), line: row.int(3), ordinal: row.int(4)),
        isWithdrawn: row.flag(5))
    }
  }

  // MARK: Rows of a run

  /// The first row of a table that a run or a later one wrote; beyond the last when there is none.
  ///
  /// Rows are numbered as they are written, so the runs in a table ascend with its numbers.
  ///
  /// - Complexity: O(log n) for n rows, without an index.
  func firstRow(of table: String, since run: RunID) throws -> Int64 {
    let atOrAfter = try connection.statement(
      "SELECT id, run_id FROM \(table) WHERE id >= ? ORDER BY id LIMIT 1")
    var low: Int64 = 0
    var high =
      try connection.statement("SELECT coalesce(max(id), 0) + 1 FROM \(table)").first {
        $0.integer(0)
      } ?? 0
    while low < high {
      let middle = low + (high - low) / 2
      let isBefore = try atOrAfter.first(middle) { $0.integer(1) < run } ?? false
      if isBefore { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
