package import Records

/// A row that is not let in until a person says so.
package struct HeldRow: Hashable, Sendable {
  package var number: Int64
  package var source: String
  package var location: Location
}

/// A record as it was until a run changed it.
package struct FormerRecord: Sendable {
  package var run: RunID
  /// What the run did to it: changed, withdrawn, returned.
  package var change: String
  package var values: [FieldValue]
  /// As its source spelled it.
  package var raw: RawRecord
}

extension StoreReader {
  // MARK: Who was erased

  /// The run that erased a contact; nil when it was not.
  package func erasure(of contact: ContactID) throws -> StoredRun? {
    let found = try connection.statement("SELECT run_id FROM erased_contacts WHERE contact_id = ?")
      .first(contact) { $0.integer(0) }
    return try found.flatMap { try run($0) }
  }

  /// Whether a run erased a contact.
  package func isErasure(_ run: RunID) throws -> Bool {
    try connection.statement("SELECT 1 FROM erased_contacts WHERE run_id = ?").first(run) { _ in
      true
    } ?? false
  }

  /// The contacts that were erased, with the run of each, by number.
  package func erasedContacts() throws -> [(contact: ContactID, run: RunID)] {
    var all: [(contact: ContactID, run: RunID)] = []
    try connection.statement("SELECT contact_id, run_id FROM erased_contacts ORDER BY contact_id")
      .forEach { all.append(($0.integer(0), $0.integer(1))) }
    return all
  }

  /// The keyed hashes by which erased people are known again, by kind.
  package func erasedKeys() throws -> [String: [String]] {
    var all: [String: [String]] = [:]
    try connection.statement("SELECT kind, hash FROM erased_keys ORDER BY hash").forEach {
      all[$0.text(0), default: []].append($0.text(1))
    }
    return all
  }

  /// The rows that wait for a person's word, as they were numbered.
  package func heldRows() throws -> [HeldRow] {
    try names()
    var all: [HeldRow] = []
    try connection.statement(
      """
      SELECT h.id, f.source_id, h.file_id, h.line, h.ordinal
      FROM held_rows h JOIN files f ON f.id = h.file_id
      WHERE h.allowed_run IS NULL AND f.missing_run IS NULL ORDER BY h.id
      """
    ).forEach { row in
      all.append(
        HeldRow(
          number: row.integer(0), source: try sourceName(row.integer(1)),
          location: Location(
            file: try filePath(row.integer(2)), line: row.int(3), ordinal: row.int(4))))
    }
    return all
  }

  /// The keyed hashes of rows that people let in.
  package func allowedRows() throws -> Set<String> {
    var all: Set<String> = []
    try connection.statement("SELECT hash FROM held_rows WHERE allowed_run IS NOT NULL").forEach {
      all.insert($0.text(0))
    }
    return all
  }

  /// The name of the source that a file is of.
  package func source(ofFile file: FileID) throws -> String {
    let id = try connection.statement("SELECT source_id FROM files WHERE id = ?").first(file) {
      $0.integer(0)
    }
    return try sourceName(id ?? 0)
  }

  // MARK: What is a contact's

  /// A contact that lives or was withdrawn, with all that were merged into it: itself first.
  package func contactsMerged(into contact: ContactID) throws -> [ContactID] {
    var all = [contact]
    var place = 0
    while place < all.count {
      let into = all[place]
      try connection.statement("SELECT id FROM contacts WHERE merged_into = ? ORDER BY id")
        .forEach(into) { if !all.contains($0.integer(0)) { all.append($0.integer(0)) } }
      place += 1
    }
    return all
  }

  /// Every record that is a contact's: its members, and those withdrawn that were in it, or in one
  /// merged into it, and are in no other.
  package func allRecords(of contacts: [ContactID]) throws -> [RecordID] {
    var all: Set<RecordID> = []
    var former: Set<RecordID> = []
    for contact in contacts {
      all.formUnion(try members(of: contact))
      for event in try events(of: contact) { former.formUnion(event.before?.records ?? []) }
      try connection.statement("SELECT record_id FROM former_contacts WHERE contact_id = ?")
        .forEach(contact) { former.insert($0.integer(0)) }
    }
    let own = Set(contacts)
    for record in former.subtracting(all) where try self.contact(ofRecord: record) == nil {
      guard let home = try formerContact(ofRecord: record) else { continue }
      if own.contains(home) { all.insert(record) }
    }
    return try all.sorted().filter { try state(ofRecord: $0) != nil }
  }

  /// The record as it was before runs changed it, oldest first.
  package func past(ofRecord record: RecordID) throws -> [FormerRecord] {
    try names()
    var all: [FormerRecord] = []
    try connection.statement(
      """
      SELECT c.run_id, c.kind, json_extract(c.before, '$.fields'), json_extract(c.before, '$.file'),
        json_extract(c.before, '$.line'), json_extract(c.before, '$.ordinal'), n.names,
        json_extract(c.before, '$.cells')
      FROM record_changes c
        LEFT JOIN raw_columns n ON n.id = json_extract(c.before, '$.columns')
      WHERE c.record_id = ? ORDER BY c.id
      """
    ).forEach(record) { row in
      var json = JSONReader(row.bytes(2))
      let hasRaw = !row.isNull(6) && !row.isNull(7)
      all.append(
        FormerRecord(
          run: row.integer(0), change: row.text(1), values: try [FieldValue](from: &json),
          raw: RawRecord(
            location: Location(
              file: try filePath(row.integer(3)), line: row.int(4), ordinal: row.int(5)),
            columns: hasRaw ? try strings(row.bytes(6)) : [],
            values: hasRaw ? try cells(row.bytes(7)) : [])))
    }
    return all
  }

  /// The activities or opportunities that are a contact's, or were when it was withdrawn, withdrawn
  /// ones too.
  package func allFollowUps(_ table: FollowUp, of contacts: [ContactID]) throws -> [Int64] {
    var all: Set<Int64> = []
    for contact in contacts {
      try connection.statement(
        """
        SELECT id FROM \(table.rawValue) WHERE contact_id = ?1
        UNION
        SELECT a.id FROM follow_up_changes c JOIN \(table.rawValue) a ON a.id = c.number
        WHERE c.follow_up = '\(table.rawValue)' AND a.contact_id IS NULL
          AND json_extract(c.before, '$.contact') = ?1
        """
      ).forEach(contact) { all.insert($0.integer(0)) }
    }
    return all.sorted()
  }

  /// Whether an activity or opportunity of this source and key is stored.
  package func holds(_ activity: Activity, in table: FollowUp) throws -> Bool {
    var row = Row()
    row.text(activity.source)
    row.text(activity.key)
    return try connection.statement(
      """
      SELECT 1 FROM \(table.rawValue) a JOIN sources s ON s.id = a.source_id
      WHERE s.name = ? AND a.key = ?
      """
    ).first(row) { _ in true } ?? false
  }

  // MARK: Where else somebody is mentioned

  /// The records that hold one of some texts in a value or in a cell, withdrawn ones too.
  ///
  /// - Parameter texts: small ASCII letters; others as they are.
  /// - Complexity: O(bytes of all records).
  package func records(mentioning texts: [String]) throws -> [RecordID] {
    try rows(
      "records r JOIN record_fields f ON f.record_id = r.id LEFT JOIN raw_records w "
        + "ON w.record_id = r.id", id: "r.id", in: ["f.fields", "coalesce(w.cells, '')"],
      mentioning: texts)
  }

  /// The activities or opportunities that do.
  package func followUps(_ table: FollowUp, mentioning texts: [String]) throws -> [Int64] {
    try rows(table.rawValue, id: "id", in: ["details"], mentioning: texts)
  }

  /// The rows set aside that do, those of former readings too.
  package func rejectedRows(mentioning texts: [String]) throws -> [Int64] {
    try rows("rejected_rows", id: "id", in: ["cells"], mentioning: texts)
  }

  private func rows(
    _ table: String, id: String, in columns: [String], mentioning texts: [String]
  ) throws -> [Int64] {
    guard !texts.isEmpty else { return [] }
    var row = Row()
    for text in texts { row.text(text) }
    let tests = texts.indices.flatMap { place in
      columns.map { "instr(lower(\($0)), ?\(place + 1)) > 0" }
    }
    var all: [Int64] = []
    try connection.statement(
      "SELECT \(id) FROM \(table) WHERE \(tests.joined(separator: " OR ")) ORDER BY 1"
    ).forEach(row) { all.append($0.integer(0)) }
    return all
  }

  /// Every row set aside, those of former readings too.
  package func allRejectedRows() throws -> [Int64] {
    var all: [Int64] = []
    try connection.statement("SELECT id FROM rejected_rows ORDER BY id").forEach {
      all.append($0.integer(0))
    }
    return all
  }

  /// A row set aside, with the source of its file; nil when there is none of this number.
  package func rejectedRow(_ id: Int64) throws -> (source: String, raw: RawRecord)? {
    try names()
    return try connection.statement(
      """
      SELECT f.source_id, r.file_id, r.line, r.ordinal, c.names, r.cells
      FROM rejected_rows r JOIN files f ON f.id = r.file_id
        JOIN raw_columns c ON c.id = r.columns_id
      WHERE r.id = ?
      """
    ).first(id) { row in
      (
        try sourceName(row.integer(0)),
        RawRecord(
          location: Location(
            file: try filePath(row.integer(1)), line: row.int(2), ordinal: row.int(3)),
          columns: try strings(row.bytes(4)), values: try cells(row.bytes(5)))
      )
    }
  }
}
