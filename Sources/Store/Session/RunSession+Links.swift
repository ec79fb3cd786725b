package import Records

extension RunSession {
  // MARK: Pairs

  /// Stores the score of a pair in place of an earlier one.
  package func save(_ pair: PairScore) throws {
    var row = Row()
    row.integer(pair.left)
    row.integer(pair.right)
    row.real(pair.weightInBits)
    row.text(pair.status.rawValue)
    row.text(writing: { pair.writeSteps(to: &$0) })
    try connection.statement(
      """
      INSERT INTO pair_scores (left_record, right_record, weight, status, levels)
      VALUES (?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET weight = excluded.weight, status = excluded.status,
        levels = excluded.levels
      """
    ).run(row)
  }

  /// Removes the scores of every pair, or of the pairs that one of the records is in.
  package func removePairs(of records: [RecordID]? = nil) throws {
    guard let records else { return try connection.execute("DELETE FROM pair_scores") }
    for record in records {
      try connection.statement("DELETE FROM pair_scores WHERE left_record = ?").run(record)
      try connection.statement("DELETE FROM pair_scores WHERE right_record = ?").run(record)
    }
  }

  // MARK: Relations

  /// Makes these the relations of the store; left and right are contact numbers.
  ///
  /// - Returns: How many were added or removed.
  package func setRelations(_ relations: [Relation]) throws -> Int {
    let stored = try reader.relations()
    let before = Set(stored)
    let after = Set(relations)
    for relation in stored where !after.contains(relation) { try remove(relation) }
    var added: Set<Relation> = []
    for relation in relations where !before.contains(relation) {
      if added.insert(relation).inserted { try add(relation) }
    }
    return added.count + before.subtracting(after).count
  }

  func removeRelations(of contact: ContactID) throws {
    for relation in try reader.relations(of: contact) { try remove(relation) }
  }

  private func add(_ relation: Relation) throws {
    var row = row(of: relation)
    row.integer(id)
    try connection.statement(
      """
      INSERT INTO relations (kind, left_contact, right_contact, created_run) VALUES (?, ?, ?, ?)
      """
    ).run(row)
    if !isFirst { try note("added", relation) }
    count("relations-new")
  }

  private func remove(_ relation: Relation) throws {
    try connection.statement(
      "DELETE FROM relations WHERE kind = ? AND left_contact = ? AND right_contact = ?"
    ).run(row(of: relation))
    try note("removed", relation)
    count("relations-removed")
  }

  private func note(_ change: String, _ relation: Relation) throws {
    var row = row(of: relation)
    row.integer(id)
    row.text(change)
    try connection.statement(
      """
      INSERT INTO relation_changes (kind, left_contact, right_contact, run_id, change)
      VALUES (?, ?, ?, ?, ?)
      """
    ).run(row)
  }

  private func row(of relation: Relation) -> Row {
    var row = Row()
    row.text(relation.kind.rawValue)
    row.integer(relation.left)
    row.integer(relation.right)
    return row
  }
}

extension PairScore {
  /// `[["name","exact",8.25],…]`
  func writeSteps(to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "["))
    for (index, step) in steps.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(UInt8(ascii: "["))
      appendQuoted(step.comparison, to: &bytes)
      bytes.append(UInt8(ascii: ","))
      appendQuoted(step.level, to: &bytes)
      bytes.append(UInt8(ascii: ","))
      appendThousandths(step.weightInBits, to: &bytes)
      bytes.append(UInt8(ascii: "]"))
    }
    bytes.append(UInt8(ascii: "]"))
  }
}

/// Appends a weight with three decimals, the same on every machine; no finite weight comes near
/// the limits.
func appendThousandths(_ value: Double, to bytes: inout [UInt8]) {
  let limit = 1e12
  let clamped = value.isNaN ? 0 : min(max(value, -limit), limit)
  let thousandths = Int64((clamped * 1000).rounded())
  if thousandths < 0 { bytes.append(UInt8(ascii: "-")) }
  appendDecimal(Int64(thousandths.magnitude / 1000), to: &bytes)
  bytes.append(UInt8(ascii: "."))
  let rest = thousandths.magnitude % 1000
  for digit in [rest / 100, rest / 10 % 10, rest % 10] {
    bytes.append(UInt8(ascii: "0") + UInt8(digit))
  }
}
