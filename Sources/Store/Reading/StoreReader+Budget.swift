internal import Records

extension StoreReader {
  /// How many live records each source has, by its name.
  ///
  /// - Complexity: O(records).
  package func liveRecordCounts() throws -> [String: Int] {
    var counts: [String: Int] = [:]
    try connection.statement(
      """
      SELECT s.name, count(r.id) FROM sources s
      LEFT JOIN records r ON r.source_id = s.id AND r.withdrawn_run IS NULL GROUP BY s.id
      """
    ).forEach { counts[$0.text(0)] = $0.int(1) }
    return counts
  }

  /// What happened to contacts in a run, by kind: `created`, `merged`, …
  package func eventCounts(of run: RunID) throws -> [String: Int] {
    var counts: [String: Int] = [:]
    let first = try firstRow(of: "events", since: run)
    try connection.statement(
      "SELECT kind, count(*) FROM events WHERE id >= ? AND run_id = ? GROUP BY kind"
    ).forEach(first, run) { counts[$0.text(0)] = $0.int(1) }
    return counts
  }

  /// The most records that a contact, which was there before, gained in a run.
  package func mostRecordsGained(in run: RunID) throws -> Int {
    let first = try firstRow(of: "events", since: run)
    return try connection.statement(
      """
      SELECT coalesce(max(
        (SELECT count(*) FROM contact_records m WHERE m.contact_id = e.contact_id)
        - json_array_length(e.before, '$.records')), 0)
      FROM events e WHERE e.id >= ? AND e.run_id = ? AND e.kind = 'changed'
      """
    ).first(first, run) { $0.int(0) } ?? 0
  }
}
