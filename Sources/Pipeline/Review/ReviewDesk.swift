internal import Foundation
package import Records
package import Store

/// What people do with a store on the review page and in a terminal: look, answer, take back.
///
/// An answer is taken down at once; a run works it in: `Decide.workIn`, or any other.
package final class ReviewDesk: Sendable {
  /// The store's file.
  package let store: String
  package let isReadOnly: Bool
  let reading: ContactStore
  /// Apart, so that who reads never waits for who writes.
  private let writing: ContactStore?
  private let words: SoundWords
  private let counted = Counted()

  /// - Throws: `PipelineError.unreadable` when there is no such store, `StoreError`.
  package init(store: String, isReadOnly: Bool = false) throws {
    self.store = store
    self.isReadOnly = isReadOnly
    reading = try openedStore(store)
    writing = isReadOnly ? nil : try openedStore(store)
    words = SoundWords()
    try reading.limitCache(megabytes: 48)
    try writing?.limitCache(megabytes: 8)
  }

  package func close() throws {
    try writing?.close()
    try reading.close()
  }

  /// Takes down what `body` says, in one small transaction.
  ///
  /// - Throws: `PipelineError.stopped` where nothing may be written.
  func takeDown<T>(
    _ author: String, _ reason: String, _ body: (DecisionPad) throws -> T
  ) throws -> T {
    guard let writing else {
      throw PipelineError.stopped(
        Phrase(
          de: "\(store): nur zum Lesen geöffnet: nichts wurde geändert",
          en: "\(store): opened for reading alone: nothing was changed"))
    }
    return try writing.takeDown(
      Occasion(author: author, reason: reason), at: Date().ISO8601Format(), body)
  }

  // MARK: Overview

  /// How far the review has come.
  package struct Standing: Sendable {
    package var open: Int
    /// Answers since the last run of the pipeline.
    package var answered: Int
    /// What waits to be worked in.
    package var waiting: Int
    package var lastRun: StoredRun?

    package var total: Int { open + answered }
  }

  ///
  /// What is counted is counted again only when the store has changed: a page asks for it always.
  package func standing() throws -> Standing {
    try reading.read { reader in
      try counted.standing(at: try reader.dataVersion()) { try count(reader) }
    }
  }

  private func count(_ reader: StoreReader) throws -> Standing {
    let facts = try reader.runFacts(limit: 1).first
    return Standing(
      open: try reader.openQuestionCount(),
      answered: try reader.answerCount(since: facts?.run ?? 0),
      waiting: try reader.waitingDecisionCount(), lastRun: try reader.runs(limit: 1).first)
  }

  /// What the last runs of the pipeline found, newest first.
  package func facts(limit: Int = 12) throws -> [(run: ListedRun, facts: OverviewFacts)] {
    try reading.read { reader in
      try reader.runFacts(limit: limit).compactMap { stored in
        guard let run = try reader.run(stored.run), let facts = OverviewFacts(json: stored.facts)
        else { return nil }
        return (ListedRun(run), facts)
      }
    }
  }

  /// Open questions by their strongest pair's weight in whole bits, ascending.
  package func weights() throws -> [(bits: Int, questions: Int)] {
    try reading.read { reader in
      // Only runs make questions; answers are few.
      let run = try reader.runs(limit: 1).first?.id ?? 0
      let all = try counted.weights(at: run) { try reader.questionsByBits() }
      return all.merging(try reader.questionsByBits(isAnswered: true), uniquingKeysWith: -)
        .filter { $0.value > 0 }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
  }

  // MARK: Search and contacts

  /// Contacts in which all words begin words, then those in which they sound alike.
  package func search(_ text: String, limit: Int = 50) throws -> Found {
    let alike = try words.alike(text, of: store, at: try pipelineRun())
    return try reading.read { reader in
      var rows = try reader.search(text, limit: limit)
      if let named = try? StoreName(text, reader, store: store).contact(reader),
        let living = try reader.resolve(named), let row = try reader.row(of: living)
      {
        rows.removeAll { $0.id == living }
        rows.insert(row, at: 0)
      }
      let known = Set(rows.map(\.id))
      let sounding = alike.isEmpty ? [] : try reader.search(wordsOf: alike, limit: limit)
      return Found(rows: rows, sounding: sounding.filter { !known.contains($0.id) })
    }
  }

  /// The last run of a pipeline: decisions hardly change how names sound.
  private func pipelineRun() throws -> RunID {
    try reading.read { try $0.runFacts(limit: 1).first?.run ?? 0 }
  }

  /// Counts what every page shows.
  package func prepare() throws { _ = try (standing(), weights()) }

  /// Reads how the contacts' names sound: seconds, of a large store.
  package func prepareSearch() throws {
    _ = try words.alike("", of: store, at: try pipelineRun())
  }

  /// The contact of a name, wherever it lives on.
  package func contact(_ name: String) throws -> ShownContact {
    try reading.read { try Show(store: store).contact(name, $0) }
  }

  /// What is left of a contact that was erased; nil when it was not, or the name means nothing.
  package func erased(_ name: String) throws -> ErasedContact? {
    try reading.read { reader in
      try (try? StoreName(name, reader, store: store))?.contact(reader).flatMap {
        try ErasedContact($0, reader)
      }
    }
  }

  /// The past of the contact of a name, under the number that was asked for.
  package func history(_ name: String) throws -> ContactHistory {
    try reading.read { try History(store: store).contact(name, $0) }
  }

  /// The questions about a contact.
  package func questions(of contact: ContactID) throws -> [StoredQuestion] {
    try reading.read { try $0.questions(of: contact) }
  }

  // MARK: Decisions

  /// The last decisions, newest first.
  package func decisions(limit: Int, before id: Int64 = .max) throws -> [StoredDecision] {
    try reading.read { try $0.lastDecisions(limit: limit, before: id) }
  }
}

/// What was counted of a store, as long as the store is as it was then.
private final class Counted: Sendable {
  private struct Counts {
    var standing: (version: Int, counts: ReviewDesk.Standing)?
    var weights: (run: RunID, counts: [Int: Int])?
  }
  private let lock = NSLock()
  // Read and written under the lock alone.
  private nonisolated(unsafe) var known = Counts()

  func standing(
    at version: Int, _ count: () throws -> ReviewDesk.Standing
  ) rethrows -> ReviewDesk.Standing {
    if let known = locked({ $0.standing }), known.version == version { return known.counts }
    let made = try count()
    locked { $0.standing = (version, made) }
    return made
  }

  func weights(at run: RunID, _ count: () throws -> [Int: Int]) rethrows -> [Int: Int] {
    if let known = locked({ $0.weights }), known.run == run { return known.counts }
    let made = try count()
    locked { $0.weights = (run, made) }
    return made
  }

  private func locked<T>(_ body: (inout Counts) -> T) -> T {
    lock.lock()
    defer { lock.unlock() }
    return body(&known)
  }
}
