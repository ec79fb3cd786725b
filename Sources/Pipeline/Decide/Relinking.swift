internal import Linkage
internal import Records
internal import Store
internal import Survivorship

/// Links the records of a store anew, without a pipeline file: as its last run matched and merged.
struct Relinking {
  /// How the store's last run matched and merged.
  let settings: MatchSettings
  private let numberings: [String: String]
  private let priorities: [String: Int]
  private let progress: Progress

  /// Nil when no run has filled the store.
  init?(_ reader: StoreReader, _ progress: Progress) throws {
    guard let settings = try MatchSettings(reader) else { return nil }
    self.settings = settings
    self.progress = progress
    var numberings: [String: String] = [:]
    var priorities: [String: Int] = [:]
    for (_, source) in try reader.sources() {
      numberings[source.name] = source.numbering
      priorities[source.name] = source.priority
    }
    self.numberings = numberings
    self.priorities = priorities
  }

  /// Links by the store's own model what a change of these records may have touched, and stores
  /// what follows: contacts, pairs, relations.
  ///
  /// All records are linked, for now.
  ///
  /// - Throws: `PipelineError.unreadable` when another version of Kontor made the store's model.
  static func perform(
    around records: Set<RecordID>, in session: RunSession, _ progress: Progress
  ) throws {
    guard let relinking = try Relinking(session.reader, progress) else { return }
    let model = try session.reader.currentModel()?.named().model ?? .shipped
    let matching = try relinking.matching(by: model, of: session.reader)
    try relinking.keep(matching, in: session)
  }

  /// - Parameters:
  ///   - model: a frozen one is used as it is, another is trained.
  ///   - learnsFromDecisions: whether training learns from half of the decisions.
  func matching(
    by model: LinkageModel, of reader: StoreReader, learnsFromDecisions: Bool = false
  ) throws -> Matching {
    try MatchStage(
      numberings: numberings, options: LinkOptions(at: settings.operatingPoint), model: model,
      progress: progress, learnsFromDecisions: learnsFromDecisions
    ).perform(on: reader)
  }

  /// Stores what was found: contacts, pairs and relations.
  func keep(_ matching: Matching, in session: RunSession) throws {
    let merger = Merger(
      rules: settings.rules, priorities: priorities, objections: try Objections(session.reader),
      choices: try DecisionSet(session.reader).choices)
    let contacts = try MergeStage(session: session, merger: merger, progress: progress)
      .perform(matching) {
        { _ in }
      } consume: { _ in
      }
    try matching.savePairs(in: session)
    _ = try session.setRelations(matching.relations(contacts: contacts))
  }
}
