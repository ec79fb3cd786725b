internal import Records
internal import Store

/// Decisions that were taken down and have no effect yet: a run works them in.
enum WaitingDecisions {
  /// Makes them decisions of this run, each in place of earlier ones on the same thing.
  ///
  /// Linking, which follows, is what gives them their effect.
  static func workIn(_ session: RunSession) throws {
    let waiting = try session.reader.waitingDecisions()
    guard !waiting.isEmpty else { return }
    var standing = try StandingDecisions(session.reader)
    for decision in waiting {
      guard decision.withdrawal == nil else {
        try session.completeWithdrawal(decision.id)
        standing.remove(decision.id)
        continue
      }
      let subject = try standing.subject(decision.records, decision.value)
      try standing.replace(by: decision.id, of: subject, in: session)
      try session.adopt(decision.id)
    }
  }
}

/// Decisions that hold, by what they are about: of each subject the last word alone.
struct StandingDecisions {
  enum Subject: Hashable {
    case pair(Set<RecordID>)
    /// A field of a contact.
    case slot(ContactID?, String)
  }
  private let reader: StoreReader
  private var bySubject: [Subject: [Int64]] = [:]
  private var gone: Set<Int64> = []

  init(_ reader: StoreReader) throws {
    self.reader = reader
    for decision in try reader.decisions() {
      bySubject[try subject(decision.records, decision.value), default: []].append(decision.id)
    }
  }

  /// What a decision is about: two records, or the field of the contact that holds the one.
  func subject(_ records: [RecordID], _ value: FieldValue?) throws -> Subject {
    guard let value else { return .pair(Set(records)) }
    return .slot(try records.first.flatMap { try reader.contact(ofRecord: $0) }, value.slot)
  }

  mutating func remove(_ decision: Int64) { gone.insert(decision) }

  /// Takes earlier words on a subject back, in favor of a new one.
  mutating func replace(
    by decision: Int64?, of subject: Subject, in session: RunSession
  ) throws {
    for earlier in bySubject[subject] ?? [] where !gone.contains(earlier) {
      try session.set(decision: earlier, isThere: false)
    }
    bySubject[subject] = decision.map { [$0] }
  }

  mutating func add(_ decision: Int64, of subject: Subject) {
    bySubject[subject, default: []].append(decision)
  }
}
