internal import Records

/// Writes decisions: as part of a run, or, without one, to be worked in by the next.
struct DecisionWriter {
  let connection: Connection
  /// Nil: the decision waits.
  let run: RunID?
  let occasion: Occasion
  /// ISO 8601.
  let time: String

  /// - Parameters:
  ///   - action: the first decision made at the same stroke; nil: this is the first.
  ///   - isCompanion: whether it only says what another implies.
  /// - Returns: the decision's number.
  func insert(
    _ kind: DecisionKind, _ left: RecordID, _ right: RecordID?, value: FieldValue?,
    action: Int64? = nil, isCompanion: Bool = false
  ) throws -> Int64 {
    var row = Row()
    row.text(kind.rawValue)
    row.integer(left)
    row.integer(right)
    if let value { row.json { value.write(to: &$0) } } else { row.null() }
    row.text(occasion.author)
    row.text(occasion.reason)
    row.text(time)
    row.integer(run)
    row.integer(action)
    row.flag(isCompanion)
    try connection.statement(
      """
      INSERT INTO decisions (kind, left_source, left_key, left_hash, right_source, right_key,
        right_hash, value, author, reason, made_at, made_run, action, is_companion)
      SELECT ?1, ls.name, l.key, l.content_hash, rs.name, r.key, r.content_hash, ?4, ?5, ?6, ?7,
        ?8, ?9, ?10
      FROM records l JOIN sources ls ON ls.id = l.source_id
        LEFT JOIN records r ON r.id = ?3 LEFT JOIN sources rs ON rs.id = r.source_id
      WHERE l.id = ?2
      """
    ).run(row)
    guard connection.changesCount > 0 else {
      throw StoreError.refused(path: "", reason: "no such record")
    }
    return connection.lastInsertedID
  }
}
