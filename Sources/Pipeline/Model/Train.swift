internal import Foundation
internal import Linkage
internal import Records
internal import Reports
internal import Store
internal import Survivorship

/// Trains a model on the records of a store, and shows or makes the clustering it leads to.
package struct Train {
  private let store: String
  private let author: String

  /// What a run that is none of a pipeline's is called.
  static let runName = "kontor train"

  /// - Parameters:
  ///   - store: the store's file.
  ///   - author: who answers for the model.
  package init(store: String, author: String) {
    self.store = store
    self.author = author
  }

  /// Trains, and with `applies` gives the store the model and its contacts, in one transaction.
  ///
  /// - Throws: `PipelineError.stopped` when there is no record, `StoreError`.
  /// - Parameter learnsFromDecisions: whether what people decided is learned from; half of it is
  ///   held back, to tell what that is worth.
  package func perform(
    applies: Bool, learnsFromDecisions: Bool = false, progress: Progress
  ) throws -> Training {
    let store = try openedStore(store)
    defer { try? store.close() }
    func proposed(_ reader: StoreReader) throws -> Proposal {
      try self.proposed(reader, learnsFromDecisions, progress)
    }
    guard applies else { return try store.read { try proposed($0).training } }
    return try store.run(
      pipeline: Self.runName, startedAt: Self.now(), occasion: Occasion(author: author)
    ) { session in
      var proposal = try proposed(session.reader)
      try apply(proposal, to: session, progress)
      proposal.training.isApplied = true
      return proposal.training
    }
  }

  private struct Proposal {
    var training: Training
    var matching: Matching
    var relinking: Relinking
  }

  private func proposed(
    _ reader: StoreReader, _ learnsFromDecisions: Bool, _ progress: Progress
  ) throws -> Proposal {
    guard let relinking = try Relinking(reader, progress), try reader.liveCounts().records > 0
    else {
      throw PipelineError.stopped(
        Phrase(
          de: "\(store): keine Datensätze, mit denen sich trainieren ließe: kontor run liest sie",
          en: "\(store): no records to train on: kontor run reads them"))
    }
    let stored = try reader.currentModel()
    let decisions = try DecisionSet(reader)
    if learnsFromDecisions,
      decisions.labels(of: try reader.contactsOfRecords().map(\.record), heldBack: false).isEmpty
    {
      throw PipelineError.stopped(
        Phrase(
          de:
            "\(store): keine Entscheidungen, aus denen sich lernen ließe: kontor decide trifft sie",
          en: "\(store): no decisions to learn from: kontor decide makes them"))
    }
    let matching = try relinking.matching(
      by: .shipped, of: reader, learnsFromDecisions: learnsFromDecisions)
    let name = try stored?.name ?? reader.runs(limit: 2).last?.pipeline ?? ""
    let model = NamedModel(
      trainedBy: matching, name: name, version: (stored?.version ?? 0) + 1, author: author)
    // A model of another version of Kontor can't be compared, only replaced.
    let before = try? stored?.named()
    let heldBack =
      learnsFromDecisions ? decisions.labels(of: matching.records, heldBack: true) : nil
    return Proposal(
      training: Training(
        before: before, after: model, change: try Reclustering(matching, reader),
        check: heldBack.map { labels in
          DecisionCheck(labels, of: matching.columns, before: before?.model, after: model.model)
        }),
      matching: matching, relinking: relinking)
  }

  private func apply(
    _ proposal: Proposal, to session: RunSession, _ progress: Progress
  ) throws {
    try proposal.relinking.keep(proposal.matching, in: session)
    try session.adopt(StoredModel(proposal.training.after))
    try session.keep(settings: proposal.relinking.settings.text)
    session.finish(at: Self.now(), counts: proposal.training.change.counts)
  }

  /// The time, for the list of runs alone.
  private static func now() -> String { Date().ISO8601Format() }
}
