package import Records

extension StoreReader {
  /// The stored score of two records, in either order; nil when they were not linked.
  package func pair(_ one: RecordID, _ other: RecordID) throws -> PairScore? {
    let phrases = try phrases()
    return try connection.statement(storedPairs + " WHERE left_record = ? AND right_record = ?")
      .first(min(one, other), max(one, other)) { try pair($0, phrases) }
  }

  /// The stored scores between the members of a contact.
  package func pairs(of contact: ContactID) throws -> [PairScore] {
    let members = Set(try members(of: contact))
    let phrases = try phrases()
    var pairs: [PairScore] = []
    let select = try connection.statement(
      storedPairs + " WHERE left_record = ? ORDER BY right_record")
    for member in members.sorted() {
      try select.forEach(member) { row in
        if members.contains(row.integer(1)) { pairs.append(try pair(row, phrases)) }
      }
    }
    return pairs
  }

  /// The stored scores among a few records, by left, then right record.
  package func pairs(among records: [RecordID]) throws -> [PairScore] {
    let phrases = try phrases()
    let select = try connection.statement(
      storedPairs + " WHERE left_record = ? AND right_record = ?")
    let sorted = Set(records).sorted()
    return try sorted.enumerated().flatMap { place, left in
      try sorted[(place + 1)...].compactMap { right in
        try select.first(left, right) { try pair($0, phrases) }
      }
    }
  }

  /// Calls `body` with each stored pair of a status, by left, then right record.
  package func forEachPair(_ status: PairScore.Status, _ body: (PairScore) throws -> Void) throws {
    var row = Row()
    row.text(status.rawValue)
    let phrases = try phrases()
    try connection.statement(
      storedPairs + " WHERE status = ? ORDER BY left_record, right_record"
    ).forEach(row) { try body(try pair($0, phrases)) }
  }

  /// Every relation, left and right as contact numbers.
  package func relations() throws -> [Relation] {
    var all: [Relation] = []
    try connection.statement(
      "\(storedRelations) ORDER BY left_contact, right_contact, kind"
    ).forEach { row in if let relation = relation(row) { all.append(relation) } }
    return all
  }

  package func relations(of contact: ContactID) throws -> [Relation] {
    var all: [Relation] = []
    try connection.statement(
      """
      \(storedRelations) WHERE left_contact = ?1 OR right_contact = ?1
      ORDER BY left_contact, right_contact, kind
      """
    ).forEach(contact) { row in if let relation = relation(row) { all.append(relation) } }
    return all
  }

  private var storedPairs: String {
    "SELECT left_record, right_record, weight, status, levels FROM pair_scores"
  }

  private func pair(_ row: Statement, _ phrases: [Int64: Phrase]) throws -> PairScore {
    var json = JSONReader(row.bytes(4))
    var steps: [ScoreStep] = []
    try json.array { (json) throws(MalformedJSON) in
      steps.append(try ScoreStep(from: &json, phrases))
    }
    guard let status = PairScore.Status(rawValue: row.text(3)) else { throw MalformedJSON() }
    return PairScore(
      left: row.integer(0), right: row.integer(1), weightInBits: row.real(2), status: status,
      steps: steps)
  }

  private var storedRelations: String { "SELECT kind, left_contact, right_contact FROM relations" }

  private func relation(_ row: Statement) -> Relation? {
    Relation.Kind(rawValue: row.text(0)).map { Relation($0, left: row.int(1), right: row.int(2)) }
  }
}

extension ScoreStep {
  fileprivate init(
    from json: inout JSONReader, _ phrases: [Int64: Phrase]
  ) throws(MalformedJSON) {
    try json.expect(UInt8(ascii: "["))
    let comparison = try Self.words(&json, phrases)
    try json.expect(UInt8(ascii: ","))
    let level = try Self.words(&json, phrases)
    try json.expect(UInt8(ascii: ","))
    let weight = try json.thousandths()
    try json.expect(UInt8(ascii: "]"))
    self.init(comparison: comparison, level: level, weightInBits: weight)
  }

  /// A phrase's number; earlier versions wrote its English text.
  private static func words(
    _ json: inout JSONReader, _ phrases: [Int64: Phrase]
  ) throws(MalformedJSON) -> Phrase {
    if json.next == UInt8(ascii: "\"") {
      let text = try json.string()
      return Phrase(de: text, en: text)
    }
    guard let phrase = phrases[try json.integer()] else { throw MalformedJSON() }
    return phrase
  }
}
