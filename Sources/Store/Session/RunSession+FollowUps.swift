package import Records

extension RunSession {
  /// Puts an activity or opportunity; one of this key that is stored already is replaced.
  ///
  /// A key used again names a row of its own, "K#2". The link is left as it is stored when the
  /// activity brings none.
  package func put(
    _ activity: Activity, as table: FollowUp, file: FileID
  ) throws -> (id: Int64, change: Change) {
    guard let entry = files[file] else {
      throw StoreError.refused(path: "", reason: "no such file")
    }
    var key = activity.key
    // A source that held nothing has no row to look up, until it uses a key again.
    if entry.isSourceNew, try insert(activity, key: key, in: table, file: file, entry: entry) {
      return noted(connection.lastInsertedID, .new, in: table)
    }
    while let stored = try storedFollowUp(table, key: key, source: entry.source) {
      let isTaken =
        stored.file == file
        ? seen[table.rawValue]?.contains(stored.id) == true
        : entry.mode == .snapshot && !stored.isWithdrawn
          && isHome(stored.file, ofSeen: seen[table.rawValue]?.contains(stored.id) == true)
      if isTaken {
        key = seen[table.rawValue, default: SeenRows()].nextKey(
          after: activity.key, in: entry.source)
        continue
      }
      let isChanged = try update(stored, with: activity, in: table, file: file)
      return noted(stored.id, isChanged ? .changed : .unchanged, in: table)
    }
    _ = try insert(activity, key: key, in: table, file: file, entry: entry)
    return noted(connection.lastInsertedID, .new, in: table)
  }

  /// Links an activity or opportunity to a contact, or, with nil, to none.
  package func link(_ row: Int64, in table: FollowUp, to contact: ContactID?) throws {
    try keepBefore(table, "id = ?1 AND contact_id IS NOT ?2", row, contact)
    var values = Row()
    values.integer(contact)
    values.integer(row)
    try connection.statement(
      "UPDATE \(table.rawValue) SET contact_id = ?1 WHERE id = ?2 AND contact_id IS NOT ?1"
    ).run(values)
    if connection.changesCount > 0 { count("\(table.rawValue)-linked") }
  }

  /// Links many.
  package func link(_ links: [(row: Int64, contact: ContactID?)], in table: FollowUp) throws {
    for link in links { try self.link(link.row, in: table, to: link.contact) }
  }

  func withdraw(_ row: Int64, from table: FollowUp) throws {
    try keepBefore(table, "id = ?1 AND ?2 IS NULL", row, nil)
    try connection.statement("UPDATE \(table.rawValue) SET withdrawn_run = ? WHERE id = ?")
      .run(id, row)
    count("\(table.rawValue)-withdrawn")
  }

  func handOver(_ table: FollowUp, from contact: ContactID, to other: ContactID?) throws {
    try keepBefore(table, "contact_id = ?1 AND ?2 IS NULL", contact, nil)
    var row = Row()
    row.integer(other)
    row.integer(contact)
    try connection.statement("UPDATE \(table.rawValue) SET contact_id = ? WHERE contact_id = ?")
      .run(row)
  }

  /// Keeps rows as they are stored: what undo puts back. What this run made itself had no before.
  func keepBefore(
    _ table: FollowUp, _ condition: String, _ first: Int64, _ second: Int64?
  ) throws {
    guard !isFirst else { return }
    var row = Row()
    row.integer(first)
    row.integer(second)
    row.integer(id)
    try connection.statement(
      """
      INSERT INTO follow_up_changes (run_id, follow_up, number, before)
      SELECT ?3, '\(table.rawValue)', id, json_object('file', file_id, 'line', line,
        'ordinal', ordinal, 'date', date, 'details', json(details), 'contact', contact_id,
        'changed', changed_run, 'withdrawn', withdrawn_run)
      FROM \(table.rawValue) WHERE \(condition) AND created_run <> ?3 ORDER BY id
      """
    ).run(row)
  }

  private struct StoredFollowUp {
    var id: Int64
    var file: FileID
    var line: Int
    var ordinal: Int
    var date: String
    var details: [UInt8]
    var isWithdrawn: Bool
  }

  private func storedFollowUp(
    _ table: FollowUp, key: String, source: SourceID
  ) throws -> StoredFollowUp? {
    var row = Row()
    row.integer(source)
    row.text(key)
    return try connection.statement(
      """
      SELECT id, file_id, line, ordinal, date, details, withdrawn_run IS NOT NULL
      FROM \(table.rawValue) WHERE source_id = ? AND key = ?
      """
    ).first(row) { found in
      StoredFollowUp(
        id: found.integer(0), file: found.integer(1), line: found.int(2), ordinal: found.int(3),
        date: found.text(4), details: found.bytes(5), isWithdrawn: found.flag(6))
    }
  }

  /// - Returns: False when the key is taken; then nothing is written.
  private func insert(
    _ activity: Activity, key: String, in table: FollowUp, file: FileID, entry: FileEntry
  ) throws -> Bool {
    var row = Row()
    row.integer(entry.source)
    row.text(key)
    row.integer(file)
    row.integer(activity.location.line)
    row.integer(activity.location.ordinal)
    row.text(activity.date)
    row.text(writing: { activity.writeDetails(to: &$0) })
    row.integer(activity.contact)
    row.integer(id)
    row.integer(id)
    try connection.statement(
      """
      INSERT OR IGNORE INTO \(table.rawValue) (source_id, key, file_id, line, ordinal, date, details,
        contact_id, created_run, changed_run) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    ).run(row)
    return connection.changesCount > 0
  }

  private func update(
    _ stored: StoredFollowUp, with activity: Activity, in table: FollowUp, file: FileID
  ) throws -> Bool {
    var details: [UInt8] = []
    activity.writeDetails(to: &details)
    let isSame =
      !stored.isWithdrawn && sameBytes(stored.date, activity.date) && stored.details == details
    let isAtPlace =
      stored.file == file && stored.line == activity.location.line
      && stored.ordinal == activity.location.ordinal
    if !isSame { try keepBefore(table, "id = ?1 AND ?2 IS NULL", stored.id, nil) }
    if !isSame || !isAtPlace {
      var row = Row()
      row.integer(file)
      row.integer(activity.location.line)
      row.integer(activity.location.ordinal)
      row.text(activity.date)
      row.text(writing: { $0.append(contentsOf: details) })
      row.flag(!isSame)
      row.integer(id)
      row.integer(stored.id)
      try connection.statement(
        """
        UPDATE \(table.rawValue) SET file_id = ?, line = ?, ordinal = ?, date = ?, details = ?,
          changed_run = iif(?, ?, changed_run), withdrawn_run = NULL WHERE id = ?
        """
      ).run(row)
    }
    if let contact = activity.contact { try link(stored.id, in: table, to: contact) }
    return !isSame
  }

  private func noted(
    _ row: Int64, _ change: Change, in table: FollowUp
  ) -> (id: Int64, change: Change) {
    seen[table.rawValue, default: SeenRows()].insert(row)
    if change != .unchanged { count("\(table.rawValue)-\(change.rawValue)") }
    return (row, change)
  }
}

extension Activity {
  /// `[{"name":"Betreff","text":"…"},…]`
  func writeDetails(to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "["))
    for (index, detail) in details.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(contentsOf: "{\"name\":".utf8)
      appendQuoted(detail.name, to: &bytes)
      bytes.append(contentsOf: ",\"text\":".utf8)
      appendQuoted(detail.text, to: &bytes)
      bytes.append(UInt8(ascii: "}"))
    }
    bytes.append(UInt8(ascii: "]"))
  }
}
