internal import Records

extension RunSession {
  /// Makes these the questions to people in place of former ones; what is stored as it is given is
  /// left alone.
  ///
  /// An answer that still waits stays with its question.
  package func replaceQuestions(
    _ former: [StoredQuestion], by questions: [StoredQuestion]
  ) throws {
    var given: [RecordPair: StoredQuestion] = [:]
    for question in questions { given[question.pair] = question }
    for var stored in former {
      stored.decision = nil
      guard let question = given[stored.pair] else {
        try connection.statement("DELETE FROM questions WHERE left_record = ? AND right_record = ?")
          .run(stored.left, stored.right)
        continue
      }
      if question == stored { given[stored.pair] = nil }
    }
    for question in questions where given[question.pair] != nil { try put(question) }
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
