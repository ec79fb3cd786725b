internal import Linkage
internal import Records
internal import Reports
internal import Store

/// What a run makes of the records it has read: contacts, links, files and the report.
struct RunMaking {
  let file: PipelineFile
  let options: RunOptions
  let plan: SourcePlan
  let session: RunSession
  let progress: Progress

  /// - Parameter cache: where the memory of the last linking is, and that of this one is left.
  func perform(
    _ history: HistoryStage, _ cache: LinkCache, _ folder: inout OutputFolder
  ) throws -> Report {
    let choice = try ModelChoice(file, session.reader)
    let linking = linking(by: choice, cache)
    let (matching, before) = try linking.matching(by: choice.model)
    let model = try choice.keep(after: matching, in: session)
    var settings = MatchSettings(file)
    settings.outcome = plan.outcome
    try session.keep(settings: settings.text)

    var writing = try WriteStage(
      file: file, language: options.language, isDryRun: options.isDryRun, folder: &folder,
      matching: matching)
    var shown = ShownClusters(matching)
    var index = ContactIndex()
    let former = matching.former?.history
    // Where files take all contacts, all are merged anyway, and their names are at hand.
    let isRelinked = former?.settings == history.settings && !writing.plan.wantsAllContacts
    let linked = try merge(
      matching, before, by: linking, indexes: !plan.history.isEmpty && !isRelinked, &writing,
      &shown, &index
    )
    let contacts = linked.contacts.ids
    let explainer = Linker(model: matching.linkage.model).explainer(for: matching.columns)
    try matching.savePairs(in: session, explainer)
    let relations = matching.relations(contacts: contacts)
    try session.setRelations(relations)
    let remaining = try writing.finish(
      session.reader, relations: relations, contacts: contacts, questions: shown.questions)
    let (letters, told) = try together({ try remaining.write() }) {
      let told = try link(history, isRelinked ? former : nil, linked, relations, &index)
      progress.begin(.write)
      try session.makeIndexes()
      return told
    }
    let memory = linking.memory(of: linked, model: model?.id, history: told.memory)
    var (_, report) = try together({ if let memory { cache.write(memory) } }) {
      try ReportStage(file: file, options: options).report(
        plan: plan, matching: matching, model: model, shown: shown,
        tally: ReportTally(matching.linkage.clusters, linked.contacts.traits),
        relations: relations, linked: told.tables, explainer: explainer, session: session)
    }
    report.outputs = writing.outputs(folder)
    report.letters = letters
    report.heldFiles = try session.reader.heldFiles()
    report.heldRows = try session.reader.heldRows().map(\.location)
    try QuestionQueue.renew(in: session)
    try session.keep(facts: OverviewFacts(report, matching).json)
    if options.isScheduled { report.totals.sharedValues = matching.columns.sharedValueCount }
    try writing.write(report, to: &folder)
    progress.end(count: report.outputs.count, unit: Unit.files)
    return report
  }

  /// Links history: what has changed since it was linked last, where that is known.
  private func link(
    _ history: HistoryStage, _ former: HistoryMemory?, _ linked: Linked, _ relations: [Relation],
    _ index: inout ContactIndex
  ) throws -> (tables: [LinkedTable], memory: HistoryMemory) {
    guard let former else {
      for relation in relations { index.add(relation) }
      return try history.link(index)
    }
    let called = CalledContacts(
      linked: linked, relations: relations, numberings: file.numberings, reader: session.reader)
    let changes = try session.reader.relationChanges(since: former.run + 1)
    let changed = called.changedNames(changes.map(\.relation)).union(former.changedNames)
    return try history.relink(former, changed: changed) { try called.index(of: $0) }
  }

  private func linking(by choice: ModelChoice, _ cache: LinkCache) -> StoreLinking {
    var sources: [String: LinkSettings.Source] = [:]
    for source in file.sources {
      sources[source.name] = LinkSettings.Source(
        priority: source.priority, numbering: source.numbering)
    }
    return StoreLinking(
      session: session,
      settings: LinkSettings(
        model: choice.frozen?.id ?? "", matching: MatchSettings(file), sources: sources),
      rules: file.merge, cache: cache, progress: progress, hasHistory: !plan.history.isEmpty)
  }

  /// Merges what may have changed, and whatever else files, report and history ask for.
  private func merge(
    _ matching: Matching, _ before: ContactsBefore, by linking: StoreLinking, indexes: Bool,
    _ writing: inout WriteStage,
    _ shown: inout ShownClusters, _ index: inout ContactIndex
  ) throws -> Linked {
    let (files, toShow) = (writing.plan, shown.wanted)
    let wantsAll = files.wantsAllContacts || indexes
    return try linking.merge(matching, before, isWanted: { wantsAll || toShow.contains($0) }) {
      let producer = ContactProducer(files, shown: toShow, indexes: indexes)
      return { try producer.products(of: $0) }
    } consume: { products in
      for names in products.names { index.add(names) }
      for merged in products.shown { shown.gather(merged) }
      try writing.add(products)
    }
  }
}
