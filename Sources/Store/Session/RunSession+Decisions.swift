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

  /// Makes a decision that waited one of this run; author and time stay.
  package func adopt(_ decision: Int64) throws {
    try connection.statement(
      "UPDATE decisions SET made_run = ? WHERE id = ? AND made_run IS NULL"
    ).run(id, decision)
    guard connection.changesCount > 0 else { return }
    try note(decision, "made")
    count("decisions-new")
  }

  /// Makes a withdrawal that waited one of this run; author and time stay.
  package func completeWithdrawal(_ decision: Int64) throws {
    try connection.statement(
      "UPDATE decisions SET withdrawn_run = ? WHERE id = ? AND withdrawn_run IS NULL"
    ).run(id, decision)
    guard connection.changesCount > 0 else { return }
    try note(decision, "withdrawn")
    count("decisions-withdrawn")
  }

  private func insert(
    _ kind: DecisionKind, _ left: RecordID, _ right: RecordID?, value: FieldValue?
  ) throws -> Int64 {
    let decision = try DecisionWriter(
      connection: connection, run: id, occasion: occasion, time: startedAt
    ).insert(kind, left, right, value: value)
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
