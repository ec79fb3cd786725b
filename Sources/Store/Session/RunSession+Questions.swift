internal import Records

extension RunSession {
  /// Makes these the questions to people; what is stored as it is given is left alone.
  ///
  /// An answer that still waits stays with its question.
  package func replaceQuestions(_ questions: [StoredQuestion]) throws {
    var given: [[RecordID]: StoredQuestion] = [:]
    for question in questions { given[[question.left, question.right]] = question }
    var stale: [[RecordID]] = []
    try connection.statement(
      """
      SELECT left_record, right_record, left_contact, right_contact, is_following, gain,
        record_count, weight FROM questions
      """
    ).forEach { row in
      let stored = StoredQuestion(
        left: row.integer(0), right: row.integer(1), leftContact: row.integer(2),
        rightContact: row.integer(3), isFollowing: row.flag(4), gain: row.real(5),
        recordCount: row.int(6), weightInBits: row.real(7))
      let key = [stored.left, stored.right]
      if given[key] == stored { given[key] = nil } else if given[key] == nil { stale.append(key) }
    }
    for key in stale {
      try connection.statement("DELETE FROM questions WHERE left_record = ? AND right_record = ?")
        .run(key[0], key[1])
    }
    for key in given.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      if let question = given[key] { try put(question) }
    }
    try releaseAnswered()
  }

  private func put(_ question: StoredQuestion) throws {
    var row = Row()
    row.integer(question.left)
    row.integer(question.right)
    row.integer(question.leftContact)
    row.integer(question.rightContact)
    row.flag(question.isFollowing)
    row.real(question.gain)
    row.integer(question.recordCount)
    row.real(question.weightInBits)
    try connection.statement(
      """
      INSERT INTO questions (left_record, right_record, left_contact, right_contact, is_following,
        gain, record_count, weight)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET left_contact = excluded.left_contact,
        right_contact = excluded.right_contact, is_following = excluded.is_following,
        gain = excluded.gain, record_count = excluded.record_count, weight = excluded.weight
      """
    ).run(row)
  }

  /// A question that is asked though a decision answered it and was worked in, is open again.
  private func releaseAnswered() throws {
    try connection.execute(
      """
      UPDATE questions SET decision_id = NULL WHERE decision_id IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM decisions d WHERE d.id = questions.decision_id AND d.made_run IS NULL
          AND d.withdrawn_at IS NULL)
      """)
  }

  /// Keeps what this run found, for charts over the runs; JSON.
  package func keep(facts: String) throws {
    var row = Row()
    row.integer(id)
    row.text(facts)
    try connection.statement("INSERT OR REPLACE INTO run_facts (run_id, facts) VALUES (?, ?)")
      .run(row)
  }
}
