internal import Foundation
internal import Records
internal import Reports
internal import Store

/// Sees at a run's end whether it may be kept: a scheduled one only within its budget, an approved
/// one only when it is still the one that was proposed.
struct BudgetGate {
  /// Ends the run's transaction: nothing of it is kept.
  struct Exceeded: Error { var run: HeldRun }

  private let file: PipelineFile
  private let start: BudgetStart
  private let session: RunSession
  private let language: Language
  private let inputs: String

  /// Nil for a run that a person watches.
  ///
  /// - Throws: `PipelineError.stopped` when an approved run is another by now.
  init?(_ file: PipelineFile, _ options: RunOptions, _ plan: SourcePlan, _ session: RunSession)
    throws
  {
    let inputs = plan.inputs
    if let approved = options.approved {
      guard session.id == approved.run else {
        throw PipelineError.stopped(
          Phrase(
            de: "\(file.store): seit dem Vorschlag hat sich der Bestand geändert: der nächste "
              + "geplante Lauf schlägt neu vor",
            en: "\(file.store): the store has moved since the proposal: the next scheduled run "
              + "proposes anew"))
      }
      guard inputs == approved.inputs else {
        throw PipelineError.stopped(
          Phrase(
            de: "\(file.path): Dateien sind anders als beim Vorschlag: der nächste geplante Lauf "
              + "schlägt neu vor",
            en: "\(file.path): files are other than at the proposal: the next scheduled run "
              + "proposes anew"))
      }
      return nil
    }
    guard options.isScheduled, !options.isDryRun else { return nil }
    self.file = file
    self.session = session
    self.inputs = inputs
    language = options.language
    start = try BudgetStart(session.reader, pipeline: file.name)
  }

  /// - Throws: `Exceeded`.
  func check(_ report: Report) throws {
    let facts = try start.facts(
      report, sharedValues: report.totals.sharedValues ?? 0, of: session)
    let reasons = file.budget.excesses(facts, setAside: file.problemLimit)
    guard !reasons.isEmpty else { return }
    throw Exceeded(
      run: HeldRun(
        run: session.id, pipeline: Schedule.absolute(file.path), startedAt: session.startedAt,
        reasons: reasons, counts: report.counts, language: language,
        inputs: inputs))
  }
}

extension SourcePlan {
  /// What tells whether another run would read the same: the program, all that shapes the outcome, and
  /// each file by path, size, time and inode.
  var inputs: String {
    let files = allFiles.map { source, file in
      "\(source) \(realPath(file.located.path)) \(fingerprint(of: file.stamp))"
    }
    return contentHash(of: ([outcome] + files).joined(separator: "\n"))
  }
}
