package import Records

extension RunSession {
  /// Removes a person from every table; that it was done, and to which numbers, is what stays.
  ///
  /// The search is made anew, for its index would go on holding words. What was deleted is still in
  /// the file's unused parts until `ContactStore.vacuum`.
  ///
  /// - Returns: how many rows went, by what they were.
  package func erase(_ parts: ErasedParts) throws -> [(what: ErasedPart, count: Int)] {
    var eraser = Eraser(session: self, parts: parts)
    try eraser.erase()
    rebuildsSearch = true
    count("contacts-erased")
    return ErasedPart.allCases.compactMap { part in
      eraser.counts[part].map { (part, $0) }
    }
  }

  /// The contacts whose records were compared with some records, and asked about.
  package func contactsCompared(with records: [RecordID]) throws -> [ContactID] {
    let all = list(records)
    var contacts: Set<ContactID> = []
    let sides = [("left_record", "right_record"), ("right_record", "left_record")]
    for (own, other) in sides {
      try connection.statement(
        """
        SELECT DISTINCT m.contact_id FROM pair_scores p
        JOIN contact_records m ON m.record_id = p.\(other)
        WHERE p.\(own) IN (\(all)) AND p.\(other) NOT IN (\(all))
        """
      ).forEach { contacts.insert($0.integer(0)) }
    }
    return contacts.sorted()
  }

  /// Keeps by what an erased person is known again.
  ///
  /// - Parameter kind: "check", "person" or "trait".
  package func add(erasedKeys hashes: [String], kind: String) throws {
    for hash in hashes {
      var row = Row()
      row.text(hash)
      row.text(kind)
      row.integer(id)
      // Who is known by it surely need not be asked about.
      try connection.statement(
        """
        INSERT INTO erased_keys (hash, kind, run_id) VALUES (?, ?, ?)
        ON CONFLICT DO UPDATE SET kind = min(kind, excluded.kind)
        """
      ).run(row)
    }
  }

  /// Forgets outputs that are no more.
  package func forgetOutputs(_ names: [String], in folder: String) throws {
    for name in names {
      var row = Row()
      row.text(folder)
      row.text(name)
      try connection.statement("DELETE FROM outputs WHERE folder = ? AND name = ?").run(row)
    }
  }

  // MARK: Rows that wait

  /// Notes a row that is not let in until a person says so.
  ///
  /// - Parameter hash: keyed, of its source and key.
  package func hold(_ hash: String, at location: Location, file: FileID) throws {
    var row = Row()
    row.text(hash)
    row.integer(file)
    row.integer(location.line)
    row.integer(location.ordinal)
    row.integer(id)
    try connection.statement(
      """
      INSERT INTO held_rows (hash, file_id, line, ordinal, run_id) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (hash) DO UPDATE SET file_id = excluded.file_id, line = excluded.line,
        ordinal = excluded.ordinal, run_id = excluded.run_id
      """
    ).run(row)
  }

  /// Forgets the rows that waited and that this run, which has read their file, did not meet.
  package func forgetHeldRows(of file: FileID) throws {
    try connection.statement(
      "DELETE FROM held_rows WHERE file_id = ? AND run_id < ? AND allowed_run IS NULL"
    ).run(file, id)
  }

  /// Lets a row in that waits: its file is read again by the next run.
  ///
  /// - Returns: false when no such row waits.
  package func allow(heldRow number: Int64) throws -> Bool {
    try connection.statement(
      "UPDATE held_rows SET allowed_run = ? WHERE id = ? AND allowed_run IS NULL"
    ).run(id, number)
    guard connection.changesCount > 0 else { return false }
    try connection.statement(
      "UPDATE files SET mtime_ns = 0 WHERE id = (SELECT file_id FROM held_rows WHERE id = ?)"
    ).run(number)
    count("rows-allowed")
    return true
  }
}

/// What an erasure counts.
package enum ErasedPart: String, CaseIterable, Hashable, Sendable {
  case contacts, records
  case rawRows = "raw_rows"
  case formerRecords = "former_records"
  case formerContacts = "former_contacts"
  case consents, relations, activities, opportunities, decisions, questions, pairs, problems
  case rejectedRows = "rejected_rows"
}

/// Numbers as SQL writes them in a list.
private func list(_ numbers: [Int64]) -> String {
  numbers.map(String.init).joined(separator: ",")
}

/// Deletes, children before parents, so that foreign keys hold at every step.
private struct Eraser {
  let session: RunSession
  let parts: ErasedParts
  private(set) var counts: [ErasedPart: Int] = [:]
  private var connection: Connection { session.connection }
  private let records: String
  private let contacts: String

  init(session: RunSession, parts: ErasedParts) {
    self.session = session
    self.parts = parts
    records = list(parts.records)
    contacts = list(parts.contacts)
  }

  mutating func erase() throws {
    try eraseReasons()
    try eraseDecisions()
    try delete(
      .questions,
      """
      questions WHERE left_record IN (\(records)) OR right_record IN (\(records))
        OR left_contact IN (\(contacts)) OR right_contact IN (\(contacts))
      """)
    for table in ["pair_scores", "pair_changes"] {
      try delete(
        .pairs,
        "\(table) WHERE left_record IN (\(records)) OR right_record IN (\(records))")
    }
    for table in ["relations", "relation_changes"] {
      try delete(
        .relations,
        "\(table) WHERE left_contact IN (\(contacts)) OR right_contact IN (\(contacts))")
    }
    try eraseFollowUps()
    try eraseRejectedRows()
    try eraseRecords()
    try eraseContacts()
  }

  private mutating func delete(_ part: ErasedPart?, _ rows: String) throws {
    try connection.execute("DELETE FROM \(rows)")
    if let part, connection.changesCount > 0 {
      counts[part, default: 0] += connection.changesCount
    }
  }

  /// Why people did what they did to the contact may name it.
  private func eraseReasons() throws {
    try connection.execute(
      """
      UPDATE runs SET reason = '' WHERE author <> '' AND id <> \(session.id)
        AND id IN (SELECT run_id FROM events WHERE contact_id IN (\(contacts)))
      """)
  }

  private mutating func eraseDecisions() throws {
    var decisions: Set<Int64> = []
    for side in ["left", "right"] {
      try connection.statement(
        """
        SELECT d.id FROM records r JOIN sources s ON s.id = r.source_id
          JOIN decisions d ON d.\(side)_source = s.name AND d.\(side)_key = r.key
        WHERE r.id IN (\(records))
        """
      ).forEach { decisions.insert($0.integer(0)) }
    }
    let all = list(decisions.sorted())
    try connection.execute(
      """
      UPDATE runs SET reason = '' WHERE id <> \(session.id) AND id IN (
        SELECT made_run FROM decisions WHERE id IN (\(all))
        UNION SELECT withdrawn_run FROM decisions WHERE id IN (\(all)))
      """)
    try connection.execute(
      "UPDATE questions SET decision_id = NULL WHERE decision_id IN (\(all))")
    try delete(nil, "decision_changes WHERE decision_id IN (\(all))")
    try delete(.decisions, "decisions WHERE id IN (\(all))")
  }

  private mutating func eraseFollowUps() throws {
    for table in FollowUp.allCases {
      let rows = list(parts.followUps[table] ?? [])
      try delete(
        nil, "follow_up_changes WHERE follow_up = '\(table.rawValue)' AND number IN (\(rows))")
      try delete(
        table == .activities ? .activities : .opportunities,
        "\(table.rawValue) WHERE id IN (\(rows))")
    }
  }

  private mutating func eraseRejectedRows() throws {
    let rows = list(parts.rejectedRows)
    try eraseProblems(at: "rejected_rows", rows)
    try delete(.rejectedRows, "rejected_rows WHERE id IN (\(rows))")
  }

  /// What was told of the places where some rows stand.
  private mutating func eraseProblems(at table: String, _ rows: String) throws {
    var places: [(file: Int64, line: Int64, ordinal: Int64)] = []
    try connection.statement(
      "SELECT file_id, line, ordinal FROM \(table) WHERE id IN (\(rows))"
    ).forEach { places.append(($0.integer(0), $0.integer(1), $0.integer(2))) }
    for place in places {
      try connection.statement(
        "DELETE FROM problems WHERE file_id = ? AND line = ? AND ordinal = ?"
      ).run(place.file, place.line, place.ordinal)
      counts[.problems, default: 0] += connection.changesCount
    }
    if counts[.problems] == 0 { counts[.problems] = nil }
  }

  private mutating func eraseRecords() throws {
    try eraseProblems(at: "records", records)
    try delete(.consents, "consents WHERE record_id IN (\(records))")
    try delete(.rawRows, "raw_records WHERE record_id IN (\(records))")
    try delete(nil, "record_fields WHERE record_id IN (\(records))")
    try delete(.formerRecords, "record_changes WHERE record_id IN (\(records))")
    try delete(nil, "contact_records WHERE record_id IN (\(records))")
    try delete(nil, "former_contacts WHERE record_id IN (\(records))")
    try delete(.records, "records WHERE id IN (\(records))")
  }

  private mutating func eraseContacts() throws {
    try delete(nil, "former_contacts WHERE contact_id IN (\(contacts))")
    try delete(.formerContacts, "events WHERE contact_id IN (\(contacts))")
    try stripEvents()
    try delete(nil, "contact_values WHERE contact_id IN (\(contacts))")
    let id = session.id
    try connection.execute(
      """
      UPDATE contacts SET name = '', sort_key = '', organization = '', place = '', email = '',
        phone = '', terms = '', may_email = 0, may_email_reason = NULL, may_phone = 0,
        may_phone_reason = NULL, may_post = 0, may_post_reason = NULL, status = 'single',
        record_count = 0, digest = 0, changed_run = \(id),
        retired_run = coalesce(retired_run, \(id))
      WHERE id IN (\(contacts))
      """)
    counts[.contacts] = connection.changesCount
    for contact in parts.contacts {
      try connection.statement("INSERT INTO erased_contacts (contact_id, run_id) VALUES (?, ?)")
        .run(contact, id)
    }
  }

  /// Other contacts that once held one of the records keep their past without it.
  private mutating func stripEvents() throws {
    guard !parts.records.isEmpty else { return }
    var images: [(event: Int64, contact: Contact)] = []
    try connection.statement(
      """
      SELECT id, contact_id, before FROM events WHERE before IS NOT NULL AND EXISTS (
        SELECT 1 FROM json_each(events.before, '$.records') r WHERE r.value IN (\(records)))
      """
    ).forEach { row in
      var json = JSONReader(row.bytes(2))
      images.append((row.integer(0), try Contact(id: row.integer(1), from: &json)))
    }
    let gone = Set(parts.records)
    for image in images {
      var row = Row()
      row.json { image.contact.without(gone).write(to: &$0) }
      row.integer(image.event)
      try connection.statement("UPDATE events SET before = ? WHERE id = ?").run(row)
    }
    counts[.formerContacts, default: 0] += images.count
    if counts[.formerContacts] == 0 { counts[.formerContacts] = nil }
    try clearRetired(Set(images.map(\.contact.id)).sorted())
  }

  /// What lists would show of a contact that is no more is shown nowhere.
  private func clearRetired(_ contacts: [ContactID]) throws {
    try connection.execute(
      """
      UPDATE contacts SET name = '', sort_key = '', organization = '', place = '', email = '',
        phone = '', terms = '' WHERE retired_run IS NOT NULL AND id IN (\(list(contacts)))
      """)
  }
}
