internal import Foundation
package import Records
internal import Store

/// Keeps what people decide, and makes it hold at once: each time one run, which can be undone.
package struct Decide {
  private let store: String
  private let occasion: Occasion
  private let progress: Progress

  /// - Parameters:
  ///   - store: the store's file.
  ///   - author: who decides.
  ///   - reason: why; may be empty.
  package init(store: String, author: String, reason: String = "", progress: Progress) {
    self.store = store
    occasion = Occasion(author: author, reason: reason)
    self.progress = progress
  }

  /// Decides on two records, or on the pair by which two contacts are asked about.
  ///
  /// - Parameters: left, right: contacts by number, or records by `SOURCE:KEY`; of `worksAt` the
  ///   person, then the organization.
  /// - Throws: `PipelineError.stopped` when a name means nothing or both mean the same record.
  package func decide(
    _ left: String, _ right: String, _ kind: DecisionKind
  ) throws -> DecisionOutcome {
    try perform("kontor decide") { session in
      let pair = try PairChoice(reader: session.reader, store: store).pair(left, right)
      return [Draft(kind: kind, left: pair.left, right: pair.right)]
    }
  }

  /// Keeps that a value is the right one of a contact's.
  ///
  /// - Parameters:
  ///   - field: an attribute's name, or `extra.COLUMN`.
  ///   - text: the value as `kontor show` writes it.
  /// - Throws: `PipelineError.stopped` when the contact has no such value.
  package func choose(
    _ contact: String, field: String, value text: String
  ) throws -> DecisionOutcome {
    try perform("kontor choose") { session in
      let choice = ValueChoice(reader: session.reader, store: store)
      let (record, value) = try choice.value(text, of: field, contact: contact)
      return [Draft(kind: .value, left: record, value: value)]
    }
  }

  /// Keeps that some records of a contact are another: each is different from all that stay.
  ///
  /// - Throws: `PipelineError.stopped` when a record is not the contact's, or none would stay.
  package func split(_ contact: String, records names: [String]) throws -> DecisionOutcome {
    try perform("kontor split") { session in
      try SplitDrafts(reader: session.reader, store: store).drafts(contact, names)
    }
  }

  /// Takes decisions back; what follows without them follows again.
  package func withdraw(_ decisions: [Int64]) throws -> DecisionOutcome {
    try perform("kontor decide --withdraw") { session in
      for id in decisions {
        guard try session.reader.decision(id)?.withdrawal == nil,
          try session.reader.decision(id) != nil
        else {
          throw PipelineError.stopped(
            Phrase(
              de: "\(store): keine Entscheidung \(id), die gilt: kontor decisions zählt sie auf",
              en: "\(store): no decision \(id) that holds: kontor decisions lists them"))
        }
        for part in try session.reader.decisions(ofAction: id) where part.withdrawal == nil {
          try session.set(decision: part.id, isThere: false)
        }
      }
      return []
    }
  }

  /// Keeps what was filled into a table: all of it, or nothing.
  ///
  /// - Parameter path: `review.csv` or `clusters.csv` with a filled column `decision`.
  /// - Throws: `PipelineError.stopped` with every row that can't be kept, `ReadError`.
  package func decide(from path: String) throws -> DecisionOutcome {
    try perform("kontor decide --from", isStrict: true) { session in
      try DecisionTable(path: path, reader: session.reader).drafts()
    }
  }

  /// Works in what was taken down on the review page: one run for all of it.
  ///
  /// - Returns: nil when nothing waited.
  package func workIn() throws -> DecisionOutcome? {
    guard try openedStore(store).read({ try $0.waitingDecisionCount() }) > 0 else { return nil }
    return try perform("kontor review") { _ in [] }
  }

  // MARK: One run

  /// A decision to be kept.
  struct Draft: Hashable {
    var kind: DecisionKind
    var left: RecordID
    var right: RecordID?
    var value: FieldValue?
  }

  /// - Parameter isStrict: whether what contradicts earlier decisions, or each other, is refused.
  private func perform(
    _ name: String, isStrict: Bool = false, _ drafts: (RunSession) throws -> [Draft]
  ) throws -> DecisionOutcome {
    let store = try openedStore(store)
    let cache = LinkCache(store: self.store)
    // What is published has its name already.
    defer { cache.discard() }
    let kept = try store.run(pipeline: name, startedAt: Self.now(), occasion: occasion) { session in
      let before = Set(try DecisionSet(session.reader).conflicts())
      try WaitingDecisions.workIn(session)
      let made = try keep(try drafts(session), in: session)
      let conflicts = try DecisionSet(session.reader).conflicts().filter { !before.contains($0) }
      if isStrict, !conflicts.isEmpty { throw contradicting(conflicts) }
      guard session.hasChanges else { throw nothing() }
      try Relinking.perform(in: session, cache, progress)
      session.finish(at: Self.now(), counts: session.changes)
      return (run: session.id, made: made, conflicts: conflicts)
    }
    cache.publish()
    let made = try store.read { reader in try kept.made.compactMap { try reader.decision($0) } }
    try store.close()
    return DecisionOutcome(
      made: made, conflicts: kept.conflicts,
      changes: try Diff(store: self.store).changes(of: kept.run))
  }

  /// A new word on a pair, or on a field of a contact, takes the place of an earlier one.
  private func keep(_ drafts: [Draft], in session: RunSession) throws -> [Int64] {
    guard !drafts.isEmpty else { return [] }
    var standing = try StandingDecisions(session.reader)
    return try drafts.map { draft in
      let records = [draft.left] + (draft.right.map { [$0] } ?? [])
      let subject = try standing.subject(records, draft.value)
      try standing.replace(by: nil, of: subject, in: session)
      let made: Int64
      if let value = draft.value {
        made = try session.choose(value, of: draft.left)
      } else {
        made = try session.decide(draft.kind, draft.left, draft.right ?? draft.left)
      }
      standing.add(made, of: subject)
      return made
    }
  }

  private func contradicting(_ conflicts: [DecisionSet.Conflict]) -> PipelineError {
    .stopped(
      Phrase(
        de:
          "\(store): die Entscheidungen widersprechen sich an \(conflicts.count) Stellen: gleiche, "
          + "über die verschiedene eins wären; nichts wurde geändert",
        en: "\(store): the decisions contradict themselves in \(conflicts.count) places: some that "
          + "are the same would join some that differ; nothing was changed"))
  }

  private func nothing() -> PipelineError {
    .stopped(
      Phrase(
        de: "\(store): nichts zu entscheiden: keine Zeile hat eine Entscheidung",
        en: "\(store): nothing to decide: no row has a decision"))
  }

  /// The time, for the list of runs and decisions alone.
  private static func now() -> String { Date().ISO8601Format() }
}
