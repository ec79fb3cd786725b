internal import Records

extension StoreReader {
  /// What people decided, oldest first.
  ///
  /// - Parameter includingWithdrawn: whether those too that were taken back.
  package func decisions(includingWithdrawn: Bool = false) throws -> [StoredDecision] {
    var all: [StoredDecision] = []
    let filter = includingWithdrawn ? "" : " WHERE d.withdrawn_run IS NULL"
    try connection.statement(storedDecisions + filter + " ORDER BY d.id").forEach {
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
      d.withdrawn_by, d.withdrawn_at, d.withdrawn_run
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
    let withdrawal = row.optionalInteger(21).map {
      StoredDecision.Withdrawal(author: row.text(19), time: row.text(20), run: $0)
    }
    return StoredDecision(
      id: row.integer(0), kind: kind, left: anchor(row, from: 2),
      right: row.isNull(8) ? nil : anchor(row, from: 8), value: value,
      occasion: Occasion(author: row.text(15), reason: row.text(16)), madeAt: row.text(17),
      madeRun: row.integer(18), withdrawal: withdrawal)
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
