package import Records

extension RunSession {
  /// Keeps what a person said of two records.
  ///
  /// - Returns: the decision's number.
  package func decide(
    _ kind: DecisionKind, _ left: RecordID, _ right: RecordID
  ) throws -> Int64 {
    try insert(kind, left, right, value: nil)
  }

  /// Keeps that a person chose a value of a record.
  package func choose(_ value: FieldValue, of record: RecordID) throws -> Int64 {
    try insert(.value, record, nil, value: value)
  }

  /// Takes a decision back, or gives it back; it is never deleted.
  package func set(decision: Int64, isThere: Bool) throws {
    var row = Row()
    row.text(isThere ? nil : occasion.author)
    row.text(isThere ? nil : startedAt)
    row.integer(isThere ? nil : id)
    row.integer(decision)
    try connection.statement(
      """
      UPDATE decisions SET withdrawn_by = ?1, withdrawn_at = ?2, withdrawn_run = ?3
      WHERE id = ?4 AND (withdrawn_run IS NULL) <> (?3 IS NULL)
      """
    ).run(row)
    guard connection.changesCount > 0 else { return }
    try note(decision, isThere ? "restored" : "withdrawn")
    count(isThere ? "decisions-restored" : "decisions-withdrawn")
  }

  private func insert(
    _ kind: DecisionKind, _ left: RecordID, _ right: RecordID?, value: FieldValue?
  ) throws -> Int64 {
    var row = Row()
    row.text(kind.rawValue)
    row.integer(left)
    row.integer(right)
    if let value { row.json { value.write(to: &$0) } } else { row.null() }
    row.text(occasion.author)
    row.text(occasion.reason)
    row.text(startedAt)
    row.integer(id)
    try connection.statement(
      """
      INSERT INTO decisions (kind, left_source, left_key, left_hash, right_source, right_key,
        right_hash, value, author, reason, made_at, made_run)
      SELECT ?1, ls.name, l.key, l.content_hash, rs.name, r.key, r.content_hash, ?4, ?5, ?6, ?7, ?8
      FROM records l JOIN sources ls ON ls.id = l.source_id
        LEFT JOIN records r ON r.id = ?3 LEFT JOIN sources rs ON rs.id = r.source_id
      WHERE l.id = ?2
      """
    ).run(row)
    guard connection.changesCount > 0 else {
      throw StoreError.refused(path: "", reason: "no such record")
    }
    let decision = connection.lastInsertedID
    try note(decision, "made")
    count("decisions-new")
    return decision
  }

  private func note(_ decision: Int64, _ change: String) throws {
    var row = Row()
    row.integer(id)
    row.integer(decision)
    row.text(change)
    try connection.statement(
      "INSERT INTO decision_changes (run_id, decision_id, change) VALUES (?, ?, ?)"
    ).run(row)
  }
}
