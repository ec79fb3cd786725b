internal import Linkage
internal import Records
internal import Reports
internal import Store

extension ReviewDesk {
  /// Records of a question that are shown; the rest is counted.
  package static let shownRecords = 8

  /// Open questions, the most valuable first.
  ///
  /// - Parameter last: the one they come after; nil: from the first on.
  package func queue(after last: QuestionID? = nil, limit: Int) throws -> [QuestionRow] {
    try reading.read { reader in
      let place = try last.flatMap { try reader.question($0.left, $0.right) }
      return try reader.questions(after: place, limit: limit).map { try row($0, reader) }
    }
  }

  /// The question to be asked after another; from the first again when there is none.
  package func next(after last: QuestionID?) throws -> QuestionID? {
    try reading.read { reader in
      let place = try last.flatMap { try reader.question($0.left, $0.right) }
      let following = try reader.questions(after: place, limit: 1)
      let found = try following.first ?? reader.questions(limit: 1).first
      return found.map(QuestionID.init)
    }
  }

  func row(_ question: StoredQuestion, _ reader: StoreReader) throws -> QuestionRow {
    func name(_ contact: ContactID) throws -> String { try reader.row(of: contact)?.name ?? "" }
    return QuestionRow(
      question: question, probability: probabilityOf(bits: question.weightInBits),
      left: try name(question.leftContact), right: try name(question.rightContact))
  }

  /// A question with what it is about; nil when its records were never stored.
  package func question(_ id: QuestionID) throws -> OpenQuestion? {
    try reading.read { try question(id, $0) }
  }

  func question(_ id: QuestionID, _ reader: StoreReader) throws -> OpenQuestion? {
    let stored = try reader.question(id.left, id.right)
    let contacts = try [id.left, id.right].compactMap { try reader.contact(ofRecord: $0) }
    let distinct = contacts.count == 2 && contacts[0] == contacts[1] ? [contacts[0]] : contacts
    let members = try distinct.flatMap { try reader.members(of: $0) }
    let ids = [id.left, id.right] + members.filter { $0 != id.left && $0 != id.right }
    let records = try reader.records(Array(ids.prefix(Self.shownRecords)))
    guard records.prefix(2).map(\.id) == [id.left, id.right] else { return nil }
    let scores = try reader.pairs(among: records.map(\.id))
    let weight =
      scores.first { $0.left == id.left && $0.right == id.right }?.weightInBits
      ?? stored?.weightInBits
    let decisions = try reader.decisions(ofRecord: id.left).filter {
      Set($0.records) == [id.left, id.right]
    }
    return OpenQuestion(
      id: id, stored: stored,
      cluster: ShownCluster(
        id: Int(id.left), records: records,
        contacts: try distinct.compactMap { try reader.contact($0)?.contact },
        pairs: shown(scores, of: records, first: id), weightInBits: weight ?? 0),
      hiddenRecords: max(0, ids.count - records.count),
      probability: weight.map { probabilityOf(bits: $0) },
      decisions: decisions, version: try version(members, contacts, decisions, reader))
  }

  private func shown(
    _ scores: [PairScore], of records: [Record], first: QuestionID
  ) -> [ShownPair] {
    var places: [RecordID: Int] = [:]
    for (place, record) in records.enumerated() { places[record.id] = place }
    let sorted = scores.sorted { left, right in
      let isFirst = (left.left == first.left && left.right == first.right)
      let isSecond = (right.left == first.left && right.right == first.right)
      if isFirst != isSecond { return isFirst }
      return left.weightInBits > right.weightInBits
    }
    return sorted.compactMap { score in
      guard let left = places[score.left], let right = places[score.right] else { return nil }
      return ShownPair(
        left: min(left, right), right: max(left, right), weightInBits: score.weightInBits,
        priorInBits: score.steps.first?.weightInBits ?? 0,
        rows: score.steps.dropFirst().map { step in
          WaterfallRow(
            comparison: step.comparison, level: step.level, bits: step.weightInBits,
            frequencyBits: 0)
        })
    }
  }

  /// Of members, their contents, and what was said of the pair.
  private func version(
    _ members: [RecordID], _ contacts: [ContactID], _ decisions: [StoredDecision],
    _ reader: StoreReader
  ) throws -> String {
    let contents = try members.map { record in
      "\(record):\(try reader.state(ofRecord: record)?.contentHash ?? 0)"
    }
    let words = decisions.map { "\($0.id)\($0.withdrawal == nil ? "" : "-")" }
    return contentHash(
      of: "\(contacts) \(contents.joined(separator: " ")) \(words.joined(separator: " "))")
  }
}
