package import Records

extension StoreReader {
  /// What people decided, oldest first; those that wait have no effect, and are not among them.
  ///
  /// - Parameter includingWithdrawn: whether those too that were taken back, or wait.
  package func decisions(includingWithdrawn: Bool = false) throws -> [StoredDecision] {
    try decisions(
      includingWithdrawn ? "" : " WHERE d.made_run IS NOT NULL AND d.withdrawn_run IS NULL", Row())
  }

  /// The decisions that wait to be worked in, or taken back, oldest first.
  package func waitingDecisions() throws -> [StoredDecision] {
    try decisions(
      """
       WHERE d.id IN (
        SELECT id FROM decisions WHERE made_run IS NULL AND withdrawn_at IS NULL
        UNION ALL
        SELECT id FROM decisions
        WHERE withdrawn_at IS NOT NULL AND withdrawn_run IS NULL AND made_run IS NOT NULL)
      """, Row())
  }

  /// How many decisions wait to be worked in, or taken back; without what only accompanies them.
  package func waitingDecisionCount() throws -> Int {
    try connection.statement(
      """
      SELECT (SELECT count(*) FROM decisions
          WHERE made_run IS NULL AND withdrawn_at IS NULL AND is_companion = 0)
        + (SELECT count(*) FROM decisions
          WHERE withdrawn_at IS NOT NULL AND withdrawn_run IS NULL AND made_run IS NOT NULL
            AND is_companion = 0)
      """
    ).first { $0.int(0) } ?? 0
  }

  /// What people decided about a record, waiting or not, oldest first.
  ///
  /// - Parameter includingWithdrawn: whether that too which was taken back.
  package func decisions(
    ofRecord record: RecordID, includingWithdrawn: Bool = false
  ) throws -> [StoredDecision] {
    var row = Row()
    row.integer(record)
    return try decisions(
      """
       WHERE d.id IN (
        SELECT e.id FROM records x JOIN sources s ON s.id = x.source_id
          JOIN decisions e ON e.left_source = s.name AND e.left_key = x.key WHERE x.id = ?1
        UNION
        SELECT e.id FROM records x JOIN sources s ON s.id = x.source_id
          JOIN decisions e ON e.right_source = s.name AND e.right_key = x.key
            AND e.right_key IS NOT NULL WHERE x.id = ?1)
      """ + (includingWithdrawn ? "" : " AND d.withdrawn_at IS NULL"), row)
  }

  /// The last decisions, newest first; those that were taken back too.
  package func lastDecisions(limit: Int, before id: Int64 = .max) throws -> [StoredDecision] {
    var all: [StoredDecision] = []
    try connection.statement(storedDecisions + " WHERE d.id < ? ORDER BY d.id DESC LIMIT ?")
      .forEach(id, Int64(limit)) { all.append(try decision($0)) }
    return all
  }

  /// The decisions made at one stroke with the one of a number, which is the first of them.
  package func decisions(ofAction action: Int64) throws -> [StoredDecision] {
    var row = Row()
    row.integer(action)
    return try decisions(" WHERE d.id = ?1 OR d.action = ?1", row)
  }

  /// At how many strokes people answered, from a run on, and did not take it back.
  package func answerCount(since run: RunID) throws -> Int {
    try connection.statement(
      """
      SELECT count(*) FROM decisions
      WHERE (made_run IS NULL OR made_run > ?) AND withdrawn_at IS NULL AND kind <> 'value'
        AND is_companion = 0
      """
    ).first(run) { $0.int(0) } ?? 0
  }

  private func decisions(_ clause: String, _ row: Row) throws -> [StoredDecision] {
    var all: [StoredDecision] = []
    try connection.statement(storedDecisions + clause + " ORDER BY d.id").forEach(row) {
      all.append(try decision($0))
    }
    return all
  }

  /// The decision of a number; nil when there was none.
  package func decision(_ id: Int64) throws -> StoredDecision? {
    try connection.statement(storedDecisions + " WHERE d.id = ?").first(id) { try decision($0) }
  }

  /// The decisions that a run and later ones made, withdrew or restored, oldest first; with each
  /// whether it was in force before.
  package func decisionChanges(
    since run: RunID
  ) throws -> [(decision: Int64, run: RunID, wasThere: Bool)] {
    let first = try firstRow(of: "decision_changes", since: run)
    var all: [(decision: Int64, run: RunID, wasThere: Bool)] = []
    try connection.statement(
      "SELECT decision_id, run_id, change FROM decision_changes WHERE id >= ? ORDER BY id"
    ).forEach(first) { all.append(($0.integer(0), $0.integer(1), $0.text(2) == "withdrawn")) }
    return all
  }

  private var storedDecisions: String {
    """
    SELECT d.id, d.kind, d.left_source, d.left_key, d.left_hash, l.id, l.content_hash,
      l.withdrawn_run IS NULL, d.right_source, d.right_key, d.right_hash, r.id, r.content_hash,
      r.withdrawn_run IS NULL, d.value, d.author, d.reason, d.made_at, d.made_run,
      d.withdrawn_by, d.withdrawn_at, d.withdrawn_run, coalesce(d.action, d.id), d.is_companion
    FROM decisions d
      LEFT JOIN sources ls ON ls.name = d.left_source
      LEFT JOIN records l ON l.source_id = ls.id AND l.key = d.left_key
      LEFT JOIN sources rs ON rs.name = d.right_source
      LEFT JOIN records r ON r.source_id = rs.id AND r.key = d.right_key
    """
  }

  private func decision(_ row: Statement) throws -> StoredDecision {
    guard let kind = DecisionKind(rawValue: row.text(1)) else { throw MalformedJSON() }
    var value: FieldValue?
    if !row.isNull(14) {
      var json = JSONReader(row.bytes(14))
      value = try FieldValue(from: &json)
    }
    let withdrawal = row.optionalText(20).map {
      StoredDecision.Withdrawal(author: row.text(19), time: $0, run: row.optionalInteger(21))
    }
    return StoredDecision(
      id: row.integer(0), kind: kind, left: anchor(row, from: 2),
      right: row.isNull(8) ? nil : anchor(row, from: 8), value: value,
      occasion: Occasion(author: row.text(15), reason: row.text(16)), madeAt: row.text(17),
      madeRun: row.optionalInteger(18), withdrawal: withdrawal, action: row.integer(22),
      isCompanion: row.flag(23))
  }

  /// Source, key and hash as decided; number, hash and whether it is live, as it is now.
  private func anchor(_ row: Statement, from column: Int) -> StoredDecision.Anchor {
    let hash = row.integer(column + 2)
    let record = row.optionalInteger(column + 3)
    let state: StoredDecision.State =
      record == nil || !row.flag(column + 5)
      ? .withdrawn : row.integer(column + 4) == hash ? .same : .changed
    return StoredDecision.Anchor(
      source: row.text(column), key: row.text(column + 1), contentHash: hash, record: record,
      state: state)
  }
}
