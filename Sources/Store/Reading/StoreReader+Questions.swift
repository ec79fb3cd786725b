package import Records

extension StoreReader {
  /// Open questions, the most valuable first.
  ///
  /// - Parameter place: the last one that was read; nil: from the first on.
  /// - Complexity: O(log n + limit).
  package func questions(after place: StoredQuestion? = nil, limit: Int) throws -> [StoredQuestion]
  {
    guard let place else { return try questions(where: "1", Row(), limit: limit) }
    // In three steps, for gain descends: each is a stretch of the index.
    var row = Row()
    row.flag(place.isFollowing)
    row.real(place.gain)
    var first = row
    first.integer(place.recordCount)
    first.integer(place.left)
    first.integer(place.right)
    var all = try questions(
      where: """
        is_following = ? AND gain = ? AND (record_count, left_record, right_record) > (?, ?, ?)
        """, first, limit: limit)
    if all.count < limit {
      all += try questions(
        where: "is_following = ? AND gain < ?", row, limit: limit - all.count)
    }
    if all.count < limit {
      var last = Row()
      last.flag(place.isFollowing)
      all += try questions(where: "is_following > ?", last, limit: limit - all.count)
    }
    return all
  }

  private func questions(
    where condition: String, _ row: Row, limit: Int
  ) throws -> [StoredQuestion] {
    var row = row
    row.integer(limit)
    return try questions(
      """
       WHERE decision_id IS NULL AND \(condition)
       ORDER BY is_following, gain DESC, record_count, left_record, right_record LIMIT ?
      """, row)
  }

  /// The question of two records; nil when there is none.
  package func question(_ left: RecordID, _ right: RecordID) throws -> StoredQuestion? {
    var row = Row()
    row.integer(min(left, right))
    row.integer(max(left, right))
    return try questions(" WHERE left_record = ? AND right_record = ?", row).first
  }

  /// The questions, answered ones too, about one contact.
  package func questions(of contact: ContactID) throws -> [StoredQuestion] {
    var row = Row()
    row.integer(contact)
    return try questions(
      " WHERE left_contact = ?1 OR right_contact = ?1 ORDER BY left_record, right_record", row)
  }

  /// The questions, answered ones too, about two contacts.
  package func questions(of one: ContactID, _ other: ContactID) throws -> [StoredQuestion] {
    var row = Row()
    row.integer(one)
    row.integer(other)
    return try questions(
      """
       WHERE (left_contact = ?1 AND right_contact = ?2) OR (left_contact = ?2 AND right_contact = ?1)
      """, row)
  }

  /// Open questions whose strongest pair has at least this weight, the strongest first.
  package func questions(from bits: Double, limit: Int = .max) throws -> [StoredQuestion] {
    var row = Row()
    row.real(bits)
    row.integer(limit)
    return try questions(
      """
       WHERE decision_id IS NULL AND weight >= ?
       ORDER BY weight DESC, left_record, right_record LIMIT ?
      """, row)
  }

  /// Another number whenever another connection has changed the store.
  package func dataVersion() throws -> Int {
    try connection.statement("PRAGMA data_version").first { $0.int(0) } ?? 0
  }

  /// How many questions are open.
  ///
  /// - Complexity: O(pages of the smallest index), so not by a condition.
  package func openQuestionCount() throws -> Int {
    let answered =
      try connection.statement("SELECT count(*) FROM questions WHERE decision_id IS NOT NULL")
      .first { $0.int(0) } ?? 0
    return try questionCount() - answered
  }

  /// Questions by the whole bits of their strongest pair's weight.
  ///
  /// - Parameter isAnswered: whether only answered ones count; else all.
  package func questionsByBits(isAnswered: Bool = false) throws -> [Int: Int] {
    var bands: [Int: Int] = [:]
    try connection.statement(
      """
      SELECT CAST(floor(weight) AS INTEGER) AS bits, count(*) FROM questions
      \(isAnswered ? "WHERE decision_id IS NOT NULL" : "") GROUP BY bits
      """
    ).forEach { bands[$0.int(0)] = $0.int(1) }
    return bands
  }

  /// How many questions there are, answered ones too.
  package func questionCount() throws -> Int {
    try connection.statement("SELECT count(*) FROM questions").first { $0.int(0) } ?? 0
  }

  /// All questions, answered ones too, by their records.
  package func questions() throws -> [StoredQuestion] {
    try questions(" ORDER BY left_record, right_record", Row())
  }

  /// All pairs that wait for review, with their contacts, by left, then right record.
  package func reviewedPairs() throws -> [ReviewedPair] {
    try reviewedPairs(" ORDER BY p.left_record, p.right_record", Row())
  }

  /// The pairs that wait for review and that a contact's records are in.
  package func reviewedPairs(of contact: ContactID) throws -> [ReviewedPair] {
    var row = Row()
    row.integer(contact)
    return try ["left_record", "right_record"].flatMap { side in
      try reviewedPairs(
        """
         AND p.\(side) IN (SELECT record_id FROM contact_records WHERE contact_id = ?)
        """, row)
    }
  }

  private func reviewedPairs(_ clause: String, _ row: Row) throws -> [ReviewedPair] {
    var pairs: [ReviewedPair] = []
    try connection.statement(
      """
      SELECT p.left_record, p.right_record, p.weight, l.contact_id, r.contact_id
      FROM pair_scores p JOIN contact_records l ON l.record_id = p.left_record
        JOIN contact_records r ON r.record_id = p.right_record
      WHERE p.status = 'review'\(clause)
      """
    ).forEach(row) { row in
      pairs.append(
        ReviewedPair(
          left: row.integer(0), right: row.integer(1), weightInBits: row.real(2),
          leftContact: row.integer(3), rightContact: row.integer(4)))
    }
    return pairs
  }

  /// The contacts that a run has changed, and those of the pairs it has changed.
  package func contactsTouched(by run: RunID) throws -> Set<ContactID> {
    var contacts: Set<ContactID> = []
    try connection.statement("SELECT contact_id FROM events WHERE id >= ? AND run_id = ?")
      .forEach(try firstRow(of: "events", since: run), run) { contacts.insert($0.integer(0)) }
    for change in try pairChanges(since: run) where change.run == run {
      for record in [change.subject.left, change.subject.right] {
        if let contact = try contact(ofRecord: record) { contacts.insert(contact) }
      }
    }
    return contacts
  }

  package func extent(of contact: ContactID) throws -> ContactExtent {
    try connection.statement(
      "SELECT coalesce(min(record_id), 0), count(*) FROM contact_records WHERE contact_id = ?"
    ).first(contact) { ContactExtent(first: $0.integer(0), count: $0.int(1)) }
      ?? ContactExtent(first: 0, count: 0)
  }

  /// The same of many, in one walk through all.
  package func extents(of contacts: Set<ContactID>) throws -> [ContactID: ContactExtent] {
    var extents: [ContactID: ContactExtent] = [:]
    try connection.statement(
      "SELECT contact_id, min(record_id), count(*) FROM contact_records GROUP BY contact_id"
    ).forEach { row in
      guard contacts.contains(row.integer(0)) else { return }
      extents[row.integer(0)] = ContactExtent(first: row.integer(1), count: row.int(2))
    }
    return extents
  }

  // MARK: What runs found

  /// What the last runs of a pipeline found, newest first.
  package func runFacts(limit: Int) throws -> [(run: RunID, facts: [UInt8])] {
    var all: [(run: RunID, facts: [UInt8])] = []
    try connection.statement("SELECT run_id, facts FROM run_facts ORDER BY run_id DESC LIMIT ?")
      .forEach(Int64(limit)) { all.append(($0.integer(0), $0.bytes(1))) }
    return all
  }

  private func questions(_ clause: String, _ row: Row) throws -> [StoredQuestion] {
    var all: [StoredQuestion] = []
    try connection.statement(
      """
      SELECT left_record, right_record, left_contact, right_contact, is_following, gain,
        record_count, weight, decision_id
      FROM questions\(clause)
      """
    ).forEach(row) { row in
      var question = StoredQuestion(
        left: row.integer(0), right: row.integer(1), leftContact: row.integer(2),
        rightContact: row.integer(3), isFollowing: row.flag(4), gain: row.real(5),
        recordCount: row.int(6), weightInBits: row.real(7))
      question.decision = row.optionalInteger(8)
      all.append(question)
    }
    return all
  }
}
