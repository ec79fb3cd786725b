internal import Linkage
package import Records
internal import Store

/// What a person says of a question.
package struct Answer: Sendable {
  package var kind: DecisionKind
  /// Of "works at": whether the right record is the person.
  package var isReversed: Bool
  package var reason: String
  /// Values that are the right ones, whatever the rules say.
  package var values: [ValueChosen]

  package init(
    _ kind: DecisionKind, isReversed: Bool = false, reason: String = "",
    values: [ValueChosen] = []
  ) {
    self.kind = kind
    self.isReversed = isReversed
    self.reason = reason
    self.values = values
  }
}

extension ReviewDesk {
  /// Takes an answer down, when all is as it was shown.
  ///
  /// Who gives the same answer twice has given it once.
  ///
  /// - Parameter version: of the question as it was shown.
  /// - Returns: nil when there are no such records.
  package func answer(
    _ id: QuestionID, _ answer: Answer, version: String, author: String
  ) throws -> AnswerOutcome? {
    try takeDown(author, answer.reason) { pad in
      guard let now = try question(id, pad.reader) else { return nil }
      if now.version != version {
        let last = now.decisions.last
        let isOwn = last?.occasion.author == author && last?.kind == answer.kind
        return isOwn ? .kept(decisions: now.decisions.map(\.id)) : .moved(now)
      }
      // Another word on the same pair takes the place of one that waits.
      for earlier in now.decisions where earlier.madeRun == nil {
        for part in try pad.reader.decisions(ofAction: earlier.id) { _ = try pad.withdraw(part.id) }
      }
      var made: [Int64]
      if answer.kind == .same {
        made = try join(id.left, id.right, on: pad)
      } else {
        let pair = answer.isReversed ? (id.right, id.left) : (id.left, id.right)
        made = [try pad.decide(answer.kind, pair.0, pair.1)]
      }
      for value in try values(answer.values, pad.reader) {
        made.append(try pad.choose(value.value, of: value.record, action: made.first))
      }
      return .kept(decisions: made)
    }
  }

  /// So many records of a contact are held to it by name; more hold together by themselves.
  private static let mostCompanions = 200

  /// Both records are one contact, and with them all that each contact has: without that, linking
  /// could move a record from one to the other and leave the rest apart.
  private func join(
    _ left: RecordID, _ right: RecordID, on pad: DecisionPad, action: Int64? = nil
  ) throws -> [Int64] {
    let first = try pad.decide(.same, left, right, action: action)
    var made = [first]
    for end in [left, right] {
      guard let contact = try pad.reader.contact(ofRecord: end) else { continue }
      let members = try pad.reader.members(of: contact)
      for member in members.prefix(Self.mostCompanions) where member != left && member != right {
        made.append(
          try pad.decide(.same, end, member, action: action ?? first, isCompanion: true))
      }
    }
    return made
  }

  private func values(
    _ chosen: [ValueChosen], _ reader: StoreReader
  ) throws -> [(record: RecordID, value: FieldValue)] {
    try chosen.compactMap { choice in
      guard let record = try reader.record(choice.record),
        record.values.indices.contains(choice.place)
      else { return nil }
      let value = record.values[choice.place]
      return Self.canBeChosen(value) ? (choice.record, value) : nil
    }
  }

  /// Status and consent follow their own rules.
  package static func canBeChosen(_ value: FieldValue) -> Bool {
    value.attribute != .consent && value.attribute != .status
  }

  /// Takes down that a value is the right one of a contact's.
  ///
  /// - Parameters:
  ///   - field: an attribute's name, or `extra.COLUMN`.
  ///   - text: the value in one line; lost ones too.
  package func choose(
    _ contact: String, field: String, value text: String, reason: String, author: String
  ) throws {
    try takeDown(author, reason) { pad in
      let choice = ValueChoice(reader: pad.reader, store: store)
      let (record, value) = try choice.value(text, of: field, contact: contact)
      _ = try pad.choose(value, of: record)
    }
  }

  /// Takes down that two contacts are one.
  package func join(_ one: String, _ other: String, reason: String, author: String) throws {
    try takeDown(author, reason) { pad in
      let pair = try PairChoice(reader: pad.reader, store: store).pair(one, other, weighs: false)
      _ = try join(pair.left, pair.right, on: pad)
    }
  }

  /// Takes down that some records of a contact are another.
  package func split(
    _ contact: String, records: [RecordID], reason: String, author: String
  ) throws {
    try takeDown(author, reason) { pad in
      let names = try records.compactMap { record in
        try pad.reader.place(ofRecord: record).map { "\($0.source):\($0.key)" }
      }
      var first: Int64?
      for draft in try SplitDrafts(reader: pad.reader, store: store).drafts(contact, names) {
        guard let right = draft.right else { continue }
        let made = try pad.decide(
          draft.kind, draft.left, right, action: first, isCompanion: first != nil)
        first = first ?? made
      }
    }
  }

  /// Takes back all that was decided at one stroke.
  ///
  /// - Returns: how many decisions; 0 when they were taken back already.
  package func withdraw(action: Int64, reason: String = "", author: String) throws -> Int {
    try takeDown(author, reason) { pad in
      try pad.reader.decisions(ofAction: action).filter { $0.withdrawal == nil }
        .count { try pad.withdraw($0.id) }
    }
  }

  // MARK: Many at once

  /// What it would come to if all open questions above a weight were answered "same".
  package func bulk(from bits: Double, shown: Int = 12) throws -> BulkOffer {
    try reading.read { try bulk(from: bits, shown: shown, $0) }
  }

  private func bulk(from bits: Double, shown: Int, _ reader: StoreReader) throws -> BulkOffer {
    let questions = try reader.questions(from: bits).filter { !$0.isWithinOne }
    let names = questions.map { "\($0.left)-\($0.right)" }
    return BulkOffer(
      fromBits: bits, count: questions.count,
      expectedErrors: questions.reduce(0) { $0 + 1 - probabilityOf(bits: $1.weightInBits) },
      shown: try questions.suffix(shown).reversed().map { try row($0, reader) },
      version: contentHash(of: names.joined(separator: " ")))
  }

  /// Answers all open questions above a weight with "same", when they are those that were offered.
  ///
  /// - Returns: how many; nil when others wait than were offered, and nothing was taken down.
  package func accept(
    from bits: Double, version: String, reason: String, author: String
  ) throws -> Int? {
    try takeDown(author, reason) { pad in
      guard try bulk(from: bits, shown: 0, pad.reader).version == version else { return nil }
      var first: Int64?
      let questions = try pad.reader.questions(from: bits).filter { !$0.isWithinOne }
      for question in questions {
        let made = try join(question.left, question.right, on: pad, action: first)
        first = first ?? made.first
      }
      return questions.count
    }
  }
}
