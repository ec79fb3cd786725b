internal import Foundation
internal import Linkage
internal import Records
internal import Reports
internal import Store
internal import Survivorship

/// A run of a pipeline, the whole program on a page: read, match, merge, link, report, write.
package struct Run {
  let file: PipelineFile
  let options: RunOptions

  package init(file: PipelineFile, options: RunOptions = RunOptions()) {
    self.file = file
    self.options = options
  }

  /// Does the run in one transaction of the store; files take their names when it is kept.
  ///
  /// - Throws: `PipelineError`, `ReadError`, `StoreError`; then nothing was written.
  package func perform(progress: Progress) throws -> RunOutcome {
    let plan = try SourcePlan(
      file, language: options.language, readsUndone: options.readsUndone,
      readsAll: options.readsAll)
    try checkOutputs(plan)
    var folder = try OutputFolder(file.output, isWhole: !options.isDryRun)
    do {
      return try perform(plan, &folder, progress)
    } catch {
      folder.removeMade()
      throw error
    }
  }

  /// Until its files have their names, the run is not over, and the store is nobody else's.
  private func perform(
    _ plan: SourcePlan, _ folder: inout OutputFolder, _ progress: Progress
  ) throws -> RunOutcome {
    let startedAt = Self.now()
    let lock = try lock(startedAt)
    defer { withExtendedLifetime(lock) {} }
    folder.lookForDraft()
    let isNew = !FileManager.default.fileExists(atPath: file.store)
    let cache = LinkCache(store: file.store)
    do {
      let store = try openStore(lock)
      var hasLinked = false
      let report = try store.run(
        pipeline: file.name, startedAt: startedAt, keeping: !options.isDryRun
      ) { session in
        try perform(plan, session, &folder, cache, &hasLinked, progress)
      }
      try store.close()
      if hasLinked, !options.isDryRun { cache.publish() }
      try folder.publish()
      var outcome = outcome(report)
      if !options.isDryRun {
        HeldRun.forget(ofStore: file.store)
        if let removed = removePast(lock) { outcome.summary += removed + "\n" }
      }
      return outcome
    } catch {
      if isNew, !options.isDryRun { removeStore() }
      folder.discard()
      cache.discard()
      guard let held = (error as? BudgetGate.Exceeded)?.run else { throw error }
      try held.keep(forStore: file.store)
      return RunOutcome(
        summary: held.text(options.language), isUnchanged: true, isOverLimit: false, held: held)
    }
  }

  /// Removes from the store what is kept no longer, now that the run is over.
  ///
  /// - Returns: what was removed, or why it could not be; nil: nothing.
  private func removePast(_ lock: StoreLock?) -> String? {
    guard !file.retention.isEmpty else { return nil }
    do {
      let store = try ContactStore(path: file.store, create: false, lock: lock)
      let removed = try store.remove(file.retention.limits(now: Date()), at: Self.now())
      try store.close()
      return removed.text(options.language)
    } catch {
      return message(of: error, options.language)
    }
  }

  /// What stops before anything is written leaves no empty store behind.
  private func removeStore() {
    for suffix in ["", "-wal", "-shm", "-journal"] { unlink(file.store + suffix) }
  }

  private func perform(
    _ plan: SourcePlan, _ session: RunSession, _ folder: inout OutputFolder, _ cache: LinkCache,
    _ hasLinked: inout Bool, _ progress: Progress
  ) throws -> Report {
    let gate = try BudgetGate(file, options, plan, session)
    try WaitingDecisions.workIn(session)
    let erased = try ErasedPeople(ofStore: file.store, session.reader)
    let history = HistoryStage(
      plan: plan, country: file.country, session: session, erased: erased, progress: progress)
    let asideBefore = try session.reader.rejectedRowCount()
    let extent = try ReadStage(
      plan: plan, country: file.country, session: session, erased: erased, progress: progress
    ).perform()
    let hasHistory = try history.read()
    let asideNow = try session.reader.rejectedRowCount()
    let isSame =
      try isOwnState(session.reader) && hasOwnOutcome(plan, session.reader)
      && !session.hasChanges && extent != .changed && asideBefore == asideNow
    if isSame, hasAllOutputs(folder) {
      // A touched file gets its new stamp; otherwise not even the list of runs grows.
      if extent == .nothing, !hasHistory { session.discard() }
      return try unchangedReport(session)
    }
    hasLinked = true
    let making = RunMaking(
      file: file, options: options, plan: plan, session: session, progress: progress)
    let report = try making.perform(history, options.isDryRun ? cache.forReading : cache, &folder)
    try gate?.check(report)
    try folder.complete()
    if !options.isDryRun {
      let former = try session.setOutputs(folder.written, in: realPath(folder.path))
      folder.retire(withoutInputs(former, plan))
    }
    session.finish(at: Self.now(), counts: report.counts)
    return report
  }

  /// A dry run on no store has nothing to lock.
  private func lock(_ startedAt: String) throws -> StoreLock? {
    guard !options.isDryRun else { return nil }
    return try StoreLock(store: file.store, startedAt: startedAt, work: file.name)
  }

  /// A dry run works on the store as it is, or on a scratch one, and leaves neither changed.
  private func openStore(_ lock: StoreLock?) throws -> ContactStore {
    if options.isDryRun, !FileManager.default.fileExists(atPath: file.store) {
      return try ContactStore()
    }
    return try ContactStore(path: file.store, create: true, lock: lock)
  }

  /// No output may take the place of a file that is read.
  private func checkOutputs(_ plan: SourcePlan) throws {
    let outputs = WriteStage.names(file) + [WriteStage.rejected]
    try checkInputsAreKept(plan.allFiles.map(\.file.located.path), outputs, in: file.output)
  }

  /// A file of an earlier run that is a source now is kept.
  private func withoutInputs(_ names: [String], _ plan: SourcePlan) -> [String] {
    let inputs = Set(plan.allFiles.map { realPath($0.file.located.path) })
    return names.filter { !inputs.contains(realPath(inFolder(file.output, $0))) }
  }

  private func hasAllOutputs(_ folder: OutputFolder) -> Bool {
    !folder.isUnfinished && WriteStage.names(file).allSatisfy(folder.contains)
  }

  /// Whether this pipeline was the last to change the store: after `kontor train --apply` its files
  /// must be written anew.
  private func isOwnState(_ reader: StoreReader) throws -> Bool {
    // The first in the list is this run.
    try reader.runs(limit: 2).dropFirst().first?.pipeline == file.name
  }

  /// Whether the last run made of its records what this one would.
  private func hasOwnOutcome(_ plan: SourcePlan, _ reader: StoreReader) throws -> Bool {
    try MatchSettings(reader)?.outcome == plan.outcome
  }

  private func unchangedReport(_ session: RunSession) throws -> Report {
    let counts = try session.reader.liveCounts()
    var totals = Totals()
    totals.records = counts.records
    totals.contacts = counts.contacts
    totals.setAside = counts.rejected
    var report = Report(
      run: RunFacts(
        pipeline: file.name, version: kontorVersion, isDryRun: options.isDryRun, isUnchanged: true,
        outputFolder: shownPath(file.output)),
      totals: totals)
    report.heldFiles = try session.reader.heldFiles()
    report.heldRows = try session.reader.heldRows().map(\.location)
    return report
  }

  private func outcome(_ report: Report) -> RunOutcome {
    let rows = report.totals.records + report.totals.setAside
    let share = rows == 0 ? 0 : Double(report.totals.setAside) / Double(rows)
    return RunOutcome(
      summary: SummaryText(report, language: options.language).text,
      isUnchanged: report.run.isUnchanged, isOverLimit: share > file.problemLimit)
  }

  /// The time, for the list of runs alone: nothing else a run writes depends on it.
  private static func now() -> String { Date().ISO8601Format() }
}

extension PipelineFile {
  var linkagePoint: OperatingPoint {
    switch operatingPoint {
    case .safe: .safe
    case .balanced: .balanced
    }
  }

  /// Source → numbering of its customer numbers.
  var numberings: [String: String] {
    var numberings: [String: String] = [:]
    for source in sources { numberings[source.name] = source.numbering }
    return numberings
  }

  /// Source → priority.
  var priorities: [String: Int] {
    var priorities: [String: Int] = [:]
    for source in sources { priorities[source.name] = source.priority }
    return priorities
  }
}
