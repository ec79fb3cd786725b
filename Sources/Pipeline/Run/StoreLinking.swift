internal import Linkage
internal import Records
internal import Store
internal import Survivorship

/// Links the records of a store and merges what is one contact; where the memory of the last linking
/// fits, only what has changed since, with the same result.
struct StoreLinking {
  let session: RunSession
  let settings: LinkSettings
  let rules: SurvivorshipRules
  /// Nil for a store without a file.
  let cache: LinkCache?
  let progress: Progress
  /// Whether history may call contacts by their names.
  var hasHistory = false

  /// Below so many records linking all is as quick; tests set another number.
  @TaskLocal static var fewestRemembered = 20_000

  /// Links all records by a model, and finds out what the contacts were before.
  func matching(
    by model: LinkageModel
  ) throws -> (matching: Matching, before: ContactsBefore) {
    let isLarge = try session.reader.recordCount() >= Self.fewestRemembered
    let numberings = settings.sources.compactMapValues(\.numbering)
    let (matching, before) = try MatchStage(
      numberings: numberings,
      options: LinkOptions(at: settings.matching.operatingPoint, keepsState: isLarge),
      model: model, progress: progress
    ).perform(
      on: session.reader,
      remembering: { [cache, settings] in isLarge ? cache?.read(for: settings) : nil },
      meanwhile: { try ContactsBefore(session.reader) })
    return (matching, before)
  }

  /// Merges clusters, and stores contacts.
  ///
  /// - Parameters: as `MergeStage.perform` takes them.
  func merge<Product: Sendable>(
    _ matching: Matching, _ before: ContactsBefore, isWanted: (Int) -> Bool = { _ in false },
    makeProduct: @escaping @Sendable () -> ([MergedContact]) throws -> Product,
    consume: (Product) throws -> Void
  ) throws -> Linked {
    let decisions = try DecisionSet(session.reader)
    let merger = Merger(
      rules: rules, priorities: settings.sources.mapValues(\.priority),
      objections: before.objections, choices: decisions.choices)
    let plan = MergePlan(matching, before, chosen: decisions.chosenRecords)
    let contacts = try MergeStage(
      session: session, merger: merger, progress: progress,
      numberings: hasHistory ? settings.sources.compactMapValues(\.numbering) : nil
    ).perform(matching, plan, isWanted: isWanted, makeProduct: makeProduct, consume: consume)
    return Linked(
      matching: matching, contacts: contacts, objections: before.objections,
      chosen: decisions.chosenRecords)
  }

  /// What the next linking need not find out again; nil where it is as quick without.
  ///
  /// - Parameters:
  ///   - model: the model's hash; nil where nothing was linked by any.
  ///   - history: empty where no history was linked.
  func memory(of linked: Linked, model: String?, history: HistoryMemory) -> LinkMemory? {
    guard let model, let state = linked.matching.linkage.state else { return nil }
    var settings = settings
    settings.model = model
    settings.extras = linked.matching.extras
    var memory = LinkMemory(settings, of: LinkStamp(session))
    memory.records = linked.matching.records
    memory.hashes = linked.matching.heads.hashes
    memory.columns = linked.matching.columns
    memory.state = state
    memory.clusters = linked.matching.linkage.clusterNumbers.map(UInt32.init)
    memory.traits = linked.contacts.traits
    for (place, digest) in linked.objections.digests.sorted(by: { $0.key < $1.key }) {
      memory.places.append(place)
      memory.digests.append(digest)
    }
    memory.chosen = linked.chosen
    memory.history = history
    return memory
  }
}

/// The contacts of a store, as they were just linked and merged.
struct Linked {
  var matching: Matching
  var contacts: MergedContacts
  fileprivate var objections: Objections
  fileprivate var chosen: [RecordID]
}

extension DecisionSet {
  /// The records of which people have chosen a value that holds.
  var chosenRecords: [RecordID] {
    Set(decisions.filter { $0.isInForce && $0.value != nil }.compactMap(\.left.record)).sorted()
  }
}
