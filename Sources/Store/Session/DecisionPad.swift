package import Records

/// Takes down what people decide, in a small transaction that is no run: it holds once a run has
/// worked it in.
///
/// Usable only inside the `takeDown` that made it.
package final class DecisionPad {
  /// Reads what is stored, with what was taken down so far.
  package let reader: StoreReader
  private let connection: Connection
  private let occasion: Occasion
  private let time: String

  init(_ connection: Connection, _ occasion: Occasion, at time: String) {
    self.connection = connection
    self.occasion = occasion
    self.time = time
    reader = StoreReader(connection)
  }

  private var writer: DecisionWriter {
    DecisionWriter(connection: connection, run: nil, occasion: occasion, time: time)
  }

  /// Takes down a word on two records; the questions about their contacts are answered by it.
  ///
  /// - Parameters:
  ///   - action: the first decision made at the same stroke; nil: this is the first.
  ///   - isCompanion: whether it only says what another implies.
  /// - Returns: the decision's number.
  package func decide(
    _ kind: DecisionKind, _ left: RecordID, _ right: RecordID, action: Int64? = nil,
    isCompanion: Bool = false
  ) throws -> Int64 {
    let decision = try writer.insert(
      kind, left, right, value: nil, action: action, isCompanion: isCompanion)
    guard let one = try reader.contact(ofRecord: left),
      let other = try reader.contact(ofRecord: right)
    else { return decision }
    for question in try reader.questions(of: one, other) {
      try answer(question, by: decision)
    }
    return decision
  }

  /// Takes down that a value of a record is the right one.
  package func choose(
    _ value: FieldValue, of record: RecordID, action: Int64? = nil
  ) throws -> Int64 {
    try writer.insert(.value, record, nil, value: value, action: action)
  }

  /// Takes down that a decision is taken back; questions that it answered are open again.
  ///
  /// - Returns: false when it was taken back already, or there is none.
  package func withdraw(_ decision: Int64) throws -> Bool {
    var row = Row()
    row.text(occasion.author)
    row.text(time)
    row.integer(decision)
    try connection.statement(
      """
      UPDATE decisions SET withdrawn_by = ?, withdrawn_at = ?
      WHERE id = ? AND withdrawn_at IS NULL
      """
    ).run(row)
    guard connection.changesCount > 0 else { return false }
    try connection.statement("UPDATE questions SET decision_id = NULL WHERE decision_id = ?")
      .run(decision)
    return true
  }

  private func answer(_ question: StoredQuestion, by decision: Int64) throws {
    try connection.statement(
      "UPDATE questions SET decision_id = ? WHERE left_record = ? AND right_record = ?"
    ).run(decision, question.left, question.right)
  }
}
