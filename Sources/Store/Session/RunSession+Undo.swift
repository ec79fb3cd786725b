package import Records

extension RunSession {
  // MARK: Records

  /// Puts a record back as it was before a change.
  ///
  /// - Parameter change: the number of the change.
  package func restore(_ record: RecordID, before change: Int64) throws {
    guard let kind = try recordWriter.restore(record, before: change) else { return }
    count("records-\(kind)")
  }

  // MARK: What hangs on contacts

  /// Makes a relation be there, or not, unless one of its contacts is no more.
  package func restore(_ relation: Relation, isThere: Bool) throws {
    let isStored = try reader.relations(of: ContactID(relation.left)).contains(relation)
    guard isStored != isThere else { return }
    guard isThere else { return try remove(relation) }
    for end in [relation.left, relation.right]
    where try reader.contact(ContactID(end))?.retiredRun != nil { return }
    try add(relation)
  }

  /// Puts an activity or opportunity back as it was before a change, or its contact alone.
  package func restore(_ row: FollowUpRow, before change: Int64, linkAlone: Bool) throws {
    let table = row.table.rawValue
    let contact = try row.contactBefore.flatMap { try reader.resolve($0) }
    try link(row.number, in: row.table, to: contact)
    guard !linkAlone else { return }
    try keepBefore(row.table, "id = ?1 AND ?2 IS NULL", row.number, nil)
    try connection.statement(
      """
      UPDATE \(table) SET (file_id, line, ordinal, date, details, withdrawn_run) = (
        SELECT json_extract(before, '$.file'), json_extract(before, '$.line'),
          json_extract(before, '$.ordinal'), json_extract(before, '$.date'),
          json_extract(before, '$.details'), json_extract(before, '$.withdrawn')
        FROM follow_up_changes WHERE id = ?), changed_run = ?
      WHERE id = ?
      """
    ).run(change, id, row.number)
    count("\(table)-changed")
  }

  /// Withdraws an activity or opportunity, unless it is withdrawn.
  package func withdraw(_ number: Int64, of table: FollowUp) throws {
    try withdraw(number, from: table)
  }

  /// Puts the score of a pair back as it was before a change; a pair of a record that is withdrawn
  /// has none.
  package func restorePair(_ pair: RecordPair, before change: Int64) throws {
    let isLive = try [pair.left, pair.right].allSatisfy {
      try reader.state(ofRecord: $0)?.isWithdrawn == false
    }
    let stored = try connection.statement(
      "SELECT weight, status, levels FROM pair_changes WHERE id = ?"
    ).first(change) { row in
      row.isNull(1)
        ? nil : (weight: row.real(0), status: row.text(1), levels: row.bytes(2))
    }
    try removePair(pair.left, pair.right)
    guard isLive, let stored = stored ?? nil else { return }
    var row = Row()
    row.integer(pair.left)
    row.integer(pair.right)
    row.real(stored.weight)
    row.text(stored.status)
    row.text(writing: { $0.append(contentsOf: stored.levels) })
    try connection.statement(
      """
      INSERT INTO pair_scores (left_record, right_record, weight, status, levels)
      VALUES (?, ?, ?, ?, ?)
      """
    ).run(row)
  }

  // MARK: Status

  /// How certain a cluster of these records is: it waits as long as a pair of one waits.
  package func status(of records: [RecordID]) throws -> ClusterStatus {
    for record in records {
      for side in ["left_record", "right_record"] {
        let waits = try connection.statement(
          "SELECT 1 FROM pair_scores WHERE \(side) = ? AND status = 'review' LIMIT 1"
        ).first(record) { _ in true }
        if waits == true { return .review }
      }
    }
    return records.count > 1 ? .merged : .single
  }

  /// Finds out anew how certain a contact is.
  package func refreshStatus(of contact: ContactID) throws {
    try setStatus(status(of: reader.members(of: contact)), of: contact)
  }

  // MARK: Files, models, runs

  /// Has the problems and rows set aside of a file count again that counted before a run, unless
  /// a later one has told others since.
  package func restoreTold(of file: FileID, before run: RunID) throws {
    let told = try reader.toldRuns(of: file, around: run)
    guard let told, told.after == told.now, told.before != told.now else { return }
    try tell(of: file, from: told.before)
    count("files-restored")
  }

  /// Marks a file: as it is now it is not read again; or lifts that.
  package func mark(_ file: FileID, asUndone isUndone: Bool) throws {
    try noteFile(file, isUndone ? "undone" : "redone")
    if isUndone {
      try connection.statement("UPDATE files SET undone_run = ? WHERE id = ?").run(id, file)
    } else {
      try connection.statement("UPDATE files SET undone_run = NULL WHERE id = ?").run(file)
    }
  }

  /// Takes back the models that a run adopted; of a run that undid another, gives them back.
  package func undoModels(of run: RunID) throws {
    var adopter = run
    var isTaken = true
    while let undone = try reader.undoneRun(of: adopter) {
      adopter = undone
      isTaken.toggle()
    }
    try connection.statement(
      isTaken
        ? "UPDATE models SET undone_run = ?1 WHERE adopted_run = ?2 AND undone_run IS NULL"
        : "UPDATE models SET undone_run = NULL WHERE adopted_run = ?2 AND ?1 AND undone_run NOTNULL"
    ).run(id, adopter)
    if connection.changesCount > 0 { count("models-undone") }
  }

  /// Marks a run as undone by this one; where it undid another itself, that one is done again.
  package func markUndone(_ run: RunID) throws {
    try connection.statement("UPDATE runs SET undoes_run = ? WHERE id = ?").run(run, id)
    var next: RunID? = run
    var isUndone = true
    while let current = next {
      var row = Row()
      row.text(isUndone ? "undone" : "done")
      row.integer(current)
      try connection.statement("UPDATE runs SET state = ? WHERE id = ?").run(row)
      next = try reader.undoneRun(of: current)
      isUndone.toggle()
    }
  }
}
