internal import Linkage
internal import Records
internal import Store
internal import Survivorship

/// Links the records of a store anew, without a pipeline file: as its last run matched and merged.
struct Relinking {
  /// How the store's last run matched and merged.
  let settings: MatchSettings
  private let sources: [String: LinkSettings.Source]
  private let progress: Progress

  /// Nil when no run has filled the store.
  init?(_ reader: StoreReader, _ progress: Progress) throws {
    guard let settings = try MatchSettings(reader) else { return nil }
    self.settings = settings
    self.progress = progress
    var sources: [String: LinkSettings.Source] = [:]
    for (_, source) in try reader.sources() {
      sources[source.name] = LinkSettings.Source(
        priority: source.priority, numbering: source.numbering)
    }
    self.sources = sources
  }

  /// Links by the store's own model, and stores what follows: contacts, pairs, relations.
  ///
  /// With the memory of the last linking only what has changed since is compared and merged.
  ///
  /// - Throws: `PipelineError.unreadable` when another version of Kontor made the store's model.
  static func perform(
    in session: RunSession, _ cache: LinkCache, _ progress: Progress
  ) throws {
    guard let relinking = try Relinking(session.reader, progress) else { return }
    let named = try session.reader.currentModel()?.named()
    let linking = relinking.linking(in: session, model: named?.id, cache)
    let (matching, before) = try linking.matching(by: named?.model ?? .shipped)
    let linked = try relinking.keep(matching, before, by: linking)
    let history = try relinking.history(after: linked, session.reader)
    if let memory = linking.memory(of: linked, model: named?.id, history: history) {
      cache.write(memory)
    }
  }

  /// What is remembered of history, for the next run to link it by.
  private func history(after linked: Linked, _ reader: StoreReader) throws -> HistoryMemory {
    guard var history = linked.matching.former?.history, !history.settings.isEmpty else {
      return HistoryMemory()
    }
    let called = CalledContacts(
      linked: linked, relations: try reader.relations(),
      numberings: sources.compactMapValues(\.numbering), reader: reader)
    let changes = try reader.relationChanges(since: history.run + 1).map(\.relation)
    history.changedNames = called.changedNames(changes).union(history.changedNames).sorted()
    return history
  }

  /// - Parameters:
  ///   - model: a frozen one is used as it is, another is trained.
  ///   - learnsFromDecisions: whether training learns from half of the decisions.
  func matching(
    by model: LinkageModel, of reader: StoreReader, learnsFromDecisions: Bool = false
  ) throws -> Matching {
    try MatchStage(
      numberings: sources.compactMapValues(\.numbering),
      options: LinkOptions(at: settings.operatingPoint), model: model,
      progress: progress, learnsFromDecisions: learnsFromDecisions
    ).perform(on: reader)
  }

  /// Stores what was found: contacts, pairs and relations.
  func keep(_ matching: Matching, in session: RunSession) throws {
    _ = try keep(
      matching, ContactsBefore(session.reader), by: linking(in: session, model: nil, nil))
  }

  private func linking(
    in session: RunSession, model: String?, _ cache: LinkCache?
  ) -> StoreLinking {
    StoreLinking(
      session: session,
      settings: LinkSettings(model: model ?? "", matching: settings, sources: sources),
      rules: settings.rules, cache: cache, progress: progress, hasHistory: true)
  }

  private func keep(
    _ matching: Matching, _ before: ContactsBefore, by linking: StoreLinking
  ) throws -> Linked {
    let linked = try linking.merge(matching, before) {
      { _ in }
    } consume: { _ in
    }
    let explainer = Linker(model: matching.linkage.model).explainer(for: matching.columns)
    try matching.savePairs(in: linking.session, explainer)
    _ = try linking.session.setRelations(matching.relations(contacts: linked.contacts.ids))
    try QuestionQueue.renew(in: linking.session)
    return linked
  }
}
