package import Records

extension StoreReader {
  /// The number under which a contact lives on: its own, or that of the one it was merged into,
  /// and so on.
  ///
  /// Nil when it was never given, or retired without a successor.
  package func resolve(_ id: ContactID) throws -> ContactID? {
    var current = id
    // Merges lead to contacts that live, so a chain ends; a damaged one must too.
    for _ in 0..<10_000 {
      let next = try connection.statement(
        "SELECT retired_run IS NULL, merged_into FROM contacts WHERE id = ?"
      ).first(current) { (isLive: $0.flag(0), mergedInto: $0.optionalInteger(1)) }
      guard let next else { return nil }
      if next.isLive { return current }
      guard let successor = next.mergedInto else { return nil }
      current = successor
    }
    return nil
  }

  /// The contact of a record; nil when none holds it.
  package func contact(ofRecord record: RecordID) throws -> ContactID? {
    try connection.statement("SELECT contact_id FROM contact_records WHERE record_id = ?")
      .first(record) { $0.integer(0) }
  }

  /// The contact that a withdrawn record was last in, or the one it lives on in; nil when none
  /// ever held the record.
  package func formerContact(ofRecord record: RecordID) throws -> ContactID? {
    let former = try connection.statement(
      "SELECT contact_id FROM former_contacts WHERE record_id = ?"
    ).first(record) { $0.integer(0) }
    guard let former else { return nil }
    return try resolve(former) ?? former
  }

  /// The contact of a source key.
  package func contact(source: String, key: String) throws -> ContactID? {
    guard let record = try recordID(source: source, key: key) else { return nil }
    return try contact(ofRecord: record)
  }

  /// The members of a contact, ascending.
  package func members(of contact: ContactID) throws -> [RecordID] {
    var records: [RecordID] = []
    try connection.statement(
      "SELECT record_id FROM contact_records WHERE contact_id = ? ORDER BY record_id"
    ).forEach(contact) { records.append($0.integer(0)) }
    return records
  }

  /// Which contact each record belongs to, by record: the clusters as the last run left them.
  package func contactsOfRecords() throws -> [(record: RecordID, contact: ContactID)] {
    var all: [(record: RecordID, contact: ContactID)] = []
    try connection.statement("SELECT record_id, contact_id FROM contact_records ORDER BY record_id")
      .forEach { all.append(($0.integer(0), $0.integer(1))) }
    return all
  }

  /// The contact that each record was in before it was withdrawn, for those that have returned and
  /// are in none yet, by record.
  ///
  /// Where that contact was merged since, it is the one it lives on in.
  package func formerContactsOfRecords() throws -> [(record: RecordID, contact: ContactID)] {
    var all: [(record: RecordID, contact: ContactID)] = []
    try connection.statement(
      """
      SELECT f.record_id, f.contact_id FROM former_contacts f JOIN records r ON r.id = f.record_id
      WHERE r.withdrawn_run IS NULL
        AND NOT EXISTS (SELECT 1 FROM contact_records m WHERE m.record_id = f.record_id)
      ORDER BY f.record_id
      """
    ).forEach { all.append(($0.integer(0), $0.integer(1))) }
    return try all.map { ($0.record, try resolve($0.contact) ?? $0.contact) }
  }

  /// All records by source and key, withdrawn ones too: their numbers alone, from the index.
  package func recordsByKey() throws -> [RecordID] {
    var records: [RecordID] = []
    try connection.statement("SELECT id FROM records ORDER BY source_id, key")
      .forEach { records.append($0.integer(0)) }
    return records
  }

  // MARK: Lists

  /// Contacts in the order of their names, from an offset on.
  package func contacts(limit: Int, offset: Int = 0) throws -> [ContactRow] {
    var rows: [ContactRow] = []
    try connection.statement(
      """
      SELECT \(rowColumns) FROM contacts c WHERE retired_run IS NULL
      ORDER BY sort_key, id LIMIT ? OFFSET ?
      """
    ).forEach(Int64(limit), Int64(offset)) { rows.append(contactRow($0)) }
    return rows
  }

  /// Contacts in which each word of the text begins a word: those that are called so first.
  ///
  /// Accents and case make no difference; "Mueller" and "Müller" find each other, and a number finds
  /// its telephone however it is written. Last come contacts without the words that tell little.
  package func search(_ text: String, limit: Int = 50) throws -> [ContactRow] {
    var rows = try search(searchQuery(named: text), limit: limit)
    func add(_ query: String?) throws {
      guard rows.count < limit else { return }
      let known = Set(rows.map(\.id))
      rows += try search(query, limit: limit).filter { !known.contains($0.id) }
    }
    try add(searchQuery(text))
    if let rest = searchTextWithoutSlightWords(text, isFound: !rows.isEmpty) {
      try add(searchQuery(rest))
    }
    return Array(rows.prefix(limit))
  }

  /// Contacts that hold one word of each group, whole.
  package func search(wordsOf groups: [[String]], limit: Int = 50) throws -> [ContactRow] {
    try search(searchQuery(wordsOf: groups), limit: limit)
  }

  /// A contact as lists show it; nil when there is none of this number.
  package func row(of contact: ContactID) throws -> ContactRow? {
    try connection.statement("SELECT \(rowColumns) FROM contacts c WHERE c.id = ?")
      .first(contact) { contactRow($0) }
  }

  private func search(_ query: String?, limit: Int) throws -> [ContactRow] {
    guard let query else { return [] }
    var row = Row()
    row.text(query)
    row.integer(limit)
    var rows: [ContactRow] = []
    try connection.statement(
      """
      SELECT \(rowColumns) FROM contacts c WHERE c.id IN (
        SELECT rowid FROM contact_search WHERE contact_search MATCH ? LIMIT \(mostCompared))
      ORDER BY length(c.name) + length(c.organization), c.id LIMIT ?
      """
    ).forEach(row) { rows.append(contactRow($0)) }
    return rows
  }

  /// The shortest names come first, for the words are most of them; of so many contacts that fit,
  /// the oldest: who finds more will look for something else. To weigh words by how rare they are
  /// (bm25) takes longer than a person waits, where one is "GmbH".
  private var mostCompared: Int { 200 }

  private var rowColumns: String {
    "c.id, c.kind, c.name, c.organization, c.place, c.email, c.phone, c.status, c.record_count"
  }

  private func contactRow(_ row: Statement) -> ContactRow {
    ContactRow(
      id: row.integer(0), kind: Record.Kind(rawValue: row.text(1)) ?? .person, name: row.text(2),
      organization: row.text(3), place: row.text(4), email: row.text(5), phone: row.text(6),
      status: ClusterStatus(rawValue: row.text(7)) ?? .single, recordCount: row.int(8))
  }
}
