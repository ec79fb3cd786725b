package import Records

/// A record without its values: what it is called, where it stands, and a hash of all it says.
package struct RecordHead: Sendable {
  package var id: RecordID
  package var source: String
  package var key: String
  package var location: Location
  package var recID: String
  /// Of content and fields: equal hashes, equal records.
  package var hash: UInt64

  package init(
    id: RecordID, source: String, key: String, location: Location, recID: String, hash: UInt64
  ) {
    self.id = id
    self.source = source
    self.key = key
    self.location = location
    self.recID = recID
    self.hash = hash
  }
}

/// A contact without its values.
package struct ContactState: Hashable, Sendable {
  package var contact: ContactID
  package var status: ClusterStatus
  package var changedRun: RunID
}

extension StoreReader {
  /// Calls `body` with each record that is not withdrawn, in the order of their numbers, without
  /// reading its values.
  package func forEachRecordHead(_ body: (RecordHead) throws -> Void) throws {
    try names()
    try connection.statement(
      """
      SELECT id, source_id, key, file_id, line, ordinal, rec_id, content_hash, fields_hash
      FROM records WHERE withdrawn_run IS NULL ORDER BY id
      """
    ).forEach { row in
      try body(
        RecordHead(
          id: row.integer(0), source: try sourceName(row.integer(1)), key: row.text(2),
          location: Location(
            file: try filePath(row.integer(3)), line: row.int(4), ordinal: row.int(5)),
          recID: row.text(6),
          hash: mixed(
            UInt64(bitPattern: row.integer(7)), UInt64(bitPattern: row.integer(8)))))
    }
  }

  /// Calls `body` with the records from a number on that are not withdrawn, in order, until it
  /// gives false.
  package func readRecords(
    from first: RecordID, while body: (StoredRecord) throws -> Bool
  ) throws {
    try names()
    struct Enough: Error {}
    do {
      try connection.statement(
        storedRecords + " WHERE r.id >= ? AND r.withdrawn_run IS NULL ORDER BY r.id"
      ).forEach(first) { if try !body(try storedRecord($0)) { throw Enough() } }
    } catch is Enough {}
  }

  /// How many records are not withdrawn.
  package func recordCount() throws -> Int {
    try connection.statement("SELECT count(*) FROM records WHERE withdrawn_run IS NULL")
      .first { $0.int(0) } ?? 0
  }

  /// How certain each contact is that is not retired, and which run changed it last, by its number.
  package func contactStates() throws -> [ContactState] {
    var all: [ContactState] = []
    try connection.statement(
      "SELECT id, status, changed_run FROM contacts WHERE retired_run IS NULL ORDER BY id"
    )
    .forEach { row in
      all.append(
        ContactState(
          contact: row.integer(0), status: ClusterStatus(rawValue: row.text(1)) ?? .single,
          changedRun: row.integer(2)))
    }
    return all
  }

  /// The activities or opportunities that a run and later ones brought, changed, gave back or linked
  /// otherwise.
  package func followUpsChanged(_ table: FollowUp, since run: RunID) throws -> [Int64] {
    let first = try firstRow(of: "follow_up_changes", since: run)
    var row = Row()
    row.integer(run)
    row.integer(first)
    row.text(table.rawValue)
    var numbers: [Int64] = []
    try connection.statement(
      """
      SELECT id FROM \(table.rawValue) WHERE changed_run >= ?1 AND withdrawn_run IS NULL
      UNION
      SELECT t.id FROM follow_up_changes c JOIN \(table.rawValue) t ON t.id = c.number
      WHERE c.id >= ?2 AND c.follow_up = ?3 AND t.withdrawn_run IS NULL
      ORDER BY id
      """
    ).forEach(row) { numbers.append($0.integer(0)) }
    return numbers
  }

  /// The activities or opportunities that a run and later ones withdrew.
  package func followUpsWithdrawn(_ table: FollowUp, since run: RunID) throws -> [Int64] {
    try numbers("SELECT id FROM \(table.rawValue) WHERE withdrawn_run >= ?", run)
  }

  private func numbers(_ sql: String, _ run: RunID) throws -> [Int64] {
    var numbers: [Int64] = []
    try connection.statement(sql + " ORDER BY id").forEach(run) { numbers.append($0.integer(0)) }
    return numbers
  }

  /// What a contact is; nil when there is none of this number.
  package func kind(of contact: ContactID) throws -> Record.Kind? {
    try connection.statement("SELECT kind FROM contacts WHERE id = ?")
      .first(contact) { Record.Kind(rawValue: $0.text(0)) } ?? nil
  }
}
