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
  package func perform(applies: Bool, progress: Progress) throws -> Training {
    let store = try openedStore(store)
    defer { try? store.close() }
    guard applies else { return try store.read { try proposed($0, progress).training } }
    return try store.run(
      pipeline: Self.runName, startedAt: Self.now(), occasion: Occasion(author: author)
    ) { session in
      var proposal = try proposed(session.reader, progress)
      try apply(proposal, to: session, progress)
      proposal.training.isApplied = true
      return proposal.training
    }
  }

  private struct Proposal {
    var training: Training
    var matching: Matching
    var settings: MatchSettings
  }

  private func proposed(_ reader: StoreReader, _ progress: Progress) throws -> Proposal {
    guard let settings = try MatchSettings(reader), try reader.counts()["records"] ?? 0 > 0 else {
      throw PipelineError.stopped(
        Phrase(
          de: "\(store): keine Datensätze, mit denen sich trainieren ließe: kontor run liest sie",
          en: "\(store): no records to train on: kontor run reads them"))
    }
    var numberings: [String: String] = [:]
    for (_, source) in try reader.sources() { numberings[source.name] = source.numbering }
    let stored = try reader.currentModel()
    let matching = try MatchStage(
      numberings: numberings, options: LinkOptions(at: settings.operatingPoint), model: .shipped,
      progress: progress
    ).perform(on: reader)
    let name = try stored?.name ?? reader.runs(limit: 2).last?.pipeline ?? ""
    let model = NamedModel(
      trainedBy: matching, name: name, version: (stored?.version ?? 0) + 1, author: author)
    return Proposal(
      training: Training(
        // A model of another version of Kontor can't be compared, only replaced.
        before: try? stored?.named(), after: model,
        change: try Reclustering(matching, reader)),
      matching: matching, settings: settings)
  }

  private func apply(
    _ proposal: Proposal, to session: RunSession, _ progress: Progress
  ) throws {
    var priorities: [String: Int] = [:]
    for (_, source) in try session.reader.sources() { priorities[source.name] = source.priority }
    let merger = Merger(
      rules: proposal.settings.rules, priorities: priorities,
      objections: try Objections(session.reader))
    let contacts = try MergeStage(session: session, merger: merger, progress: progress)
      .perform(proposal.matching) { _ in }
    try proposal.matching.savePairs(in: session)
    _ = try session.setRelations(proposal.matching.relations(contacts: contacts))
    try session.adopt(StoredModel(proposal.training.after))
    try session.keep(settings: proposal.settings.text)
    session.finish(at: Self.now(), counts: proposal.training.change.counts)
  }

  /// The time, for the list of runs alone.
  private static func now() -> String { Date().ISO8601Format() }
}
