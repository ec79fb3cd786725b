package import Records

extension RunSession {
  // MARK: Pairs

  /// Stores the score of a pair in place of an earlier one.
  package func save(_ pair: PairScore) throws {
    try keepBefore(pairOf: pair.left, pair.right)
    var row = Row()
    row.integer(pair.left)
    row.integer(pair.right)
    try load(pair, into: &row)
    try connection.statement(
      """
      INSERT INTO pair_scores (left_record, right_record, weight, status, levels)
      VALUES (?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET weight = excluded.weight, status = excluded.status,
        levels = excluded.levels
      """
    ).run(row)
  }

  /// What is compared before a score is replaced.
  private func load(_ pair: PairScore, into row: inout Row) throws {
    let phrases = try pair.steps.map {
      (comparison: try phraseID($0.comparison), level: try phraseID($0.level))
    }
    row.real(pair.weightInBits)
    row.text(pair.status.rawValue)
    row.text(writing: { pair.writeSteps(phrases, to: &$0) })
  }

  /// Makes these the pairs of the store; what is stored as it is given is left alone.
  ///
  /// - Parameters:
  ///   - pairs: by left, then right record, each once.
  ///   - isKept: whether a pair, by its place, has the steps that are stored, where weight and
  ///     status are the same.
  ///   - steps: how a pair, by its place, came to its weight.
  package func replacePairs(
    _ pairs: [PairScore], isKept: (Int) -> Bool = { _ in false },
    steps: (Int) -> [ScoreStep]
  ) throws {
    func complete(_ place: Int) -> PairScore {
      var pair = pairs[place]
      pair.steps = steps(place)
      return pair
    }
    guard !isFirst else { return try pairs.indices.forEach { try save(complete($0)) } }
    var saved: [PairScore] = []
    var removed: [(left: RecordID, right: RecordID)] = []
    var place = 0
    try connection.statement(
      """
      SELECT left_record, right_record, weight, status, levels FROM pair_scores
      ORDER BY left_record, right_record
      """
    ).forEach { stored in
      let key = (stored.integer(0), stored.integer(1))
      while place < pairs.count, (pairs[place].left, pairs[place].right) < key {
        saved.append(complete(place))
        place += 1
      }
      guard place < pairs.count, (pairs[place].left, pairs[place].right) == key else {
        return removed.append(key)
      }
      defer { place += 1 }
      let isEqual =
        pairs[place].weightInBits == stored.real(2)
        && pairs[place].status.rawValue == stored.text(3)
      if isEqual, isKept(place) { return }
      let pair = complete(place)
      var row = Row()
      try load(pair, into: &row)
      if !isEqual || row.lastBytes != stored.bytes(4)[...] { saved.append(pair) }
    }
    saved += (place..<max(place, pairs.count)).map(complete)
    for pair in saved { try save(pair) }
    for pair in removed { try removePair(pair.left, pair.right) }
  }

  /// Removes the scores of the pairs that one of the records is in.
  package func removePairs(of records: [RecordID]) throws {
    for record in records {
      var keys: [(left: RecordID, right: RecordID)] = []
      for side in ["left_record", "right_record"] {
        try connection.statement(
          "SELECT left_record, right_record FROM pair_scores WHERE \(side) = ?"
        ).forEach(record) { keys.append(($0.integer(0), $0.integer(1))) }
      }
      for key in keys { try removePair(key.left, key.right) }
    }
  }

  func removePair(_ left: RecordID, _ right: RecordID) throws {
    try keepBefore(pairOf: left, right)
    try connection.statement("DELETE FROM pair_scores WHERE left_record = ? AND right_record = ?")
      .run(left, right)
  }

  /// Keeps the score of a pair as it is stored, or that there is none: what undo puts back.
  private func keepBefore(pairOf left: RecordID, _ right: RecordID) throws {
    guard !isFirst else { return }
    try connection.statement(
      """
      INSERT INTO pair_changes (run_id, left_record, right_record, weight, status, levels)
      SELECT ?3, ?1, ?2, s.weight, s.status, s.levels FROM (SELECT 1)
        LEFT JOIN pair_scores s ON s.left_record = ?1 AND s.right_record = ?2
      """
    ).run(left, right, id)
  }

  // MARK: Relations

  /// Makes these the relations of the store; left and right are contact numbers.
  ///
  /// - Returns: Those that were added or removed.
  @discardableResult
  package func setRelations(_ relations: [Relation]) throws -> [Relation] {
    // As they are stored, so that both lists are walked side by side.
    let stored = try reader.relations()
    let wanted = relations.sorted(by: Self.areInOrder)
    var (added, removed): ([Relation], [Relation]) = ([], [])
    var place = 0
    for (index, relation) in wanted.enumerated()
    where index == 0 || wanted[index - 1] != relation {
      while place < stored.count, Self.areInOrder(stored[place], relation) {
        removed.append(stored[place])
        place += 1
      }
      if place < stored.count, stored[place] == relation {
        place += 1
      } else {
        added.append(relation)
      }
    }
    removed += stored[place...]
    for relation in removed { try remove(relation) }
    for relation in added { try add(relation) }
    return added + removed
  }

  /// The order in which relations are read.
  private static func areInOrder(_ one: Relation, _ other: Relation) -> Bool {
    if one.left != other.left { return one.left < other.left }
    if one.right != other.right { return one.right < other.right }
    return one.kind.rawValue < other.kind.rawValue
  }

  func removeRelations(of contact: ContactID) throws {
    for relation in try reader.relations(of: contact) { try remove(relation) }
  }

  func add(_ relation: Relation) throws {
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

  func remove(_ relation: Relation) throws {
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
  /// `[[12,17,8.250],…]`: the phrases of comparison and level, and the bits.
  fileprivate func writeSteps(
    _ phrases: [(comparison: Int64, level: Int64)], to bytes: inout [UInt8]
  ) {
    bytes.append(UInt8(ascii: "["))
    for (index, step) in steps.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(UInt8(ascii: "["))
      appendDecimal(phrases[index].comparison, to: &bytes)
      bytes.append(UInt8(ascii: ","))
      appendDecimal(phrases[index].level, to: &bytes)
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
