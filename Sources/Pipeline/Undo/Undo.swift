internal import Foundation
internal import Records
internal import Store

/// Takes back what a run, or one event of it, did to a store: as a run of its own, which can be
/// taken back as well.
package struct Undo {
  private let store: String
  private let occasion: Occasion

  /// - Parameters:
  ///   - store: the store's file.
  ///   - author: who takes it back.
  ///   - reason: why; may be empty.
  package init(store: String, author: String, reason: String = "") {
    self.store = store
    occasion = Occasion(author: author, reason: reason)
  }

  /// What can be taken back: "7" is a run, "e123" an event, as lists write them.
  enum Target: Hashable {
    case run(RunID)
    case event(Int64)

    init?(_ name: String) {
      if let run = RunID(name) {
        self = .run(run)
      } else if name.first == "e", let event = Int64(name.dropFirst()) {
        self = .event(event)
      } else {
        return nil
      }
    }
  }

  /// Puts contacts, records and what hangs on them back as they were before.
  ///
  /// - Parameters:
  ///   - name: a run's number, or an event's with "e" before it.
  ///   - withDependents: whether later changes of the same contacts and records go too.
  /// - Throws: `PipelineError.stopped` when there is no such run or event, when later changes depend
  ///   on it, or when there is nothing to take back; `StoreError`. Then nothing has changed.
  package func perform(_ name: String, withDependents: Bool = false) throws -> UndoOutcome {
    guard let target = Target(name) else { throw unknown() }
    let store = try openedStore(store)
    let title = "kontor undo \(name)"
    let undone = try store.run(pipeline: title, startedAt: Self.now(), occasion: occasion) {
      session in
      let plan = try plan(target, withDependents, session)
      let files = try UndoStage(plan: plan, session: session).perform()
      guard session.hasChanges else { throw nothing() }
      session.finish(at: Self.now(), counts: session.changes)
      return (run: session.id, files: files, dependents: plan.dependents)
    }
    try store.close()
    return UndoOutcome(
      changes: try Diff(store: self.store).changes(of: undone.run), files: undone.files,
      dependents: undone.dependents)
  }

  private func plan(
    _ target: Target, _ withDependents: Bool, _ session: RunSession
  ) throws -> UndoPlan {
    let reader = session.reader
    var plan: UndoPlan
    switch target {
    case .run(let id):
      guard let run = try reader.run(id), id < session.id else {
        throw Diff.noSuchRun(id, store)
      }
      if run.isUndone { throw isUndone(id) }
      try checkImages(of: run)
      if try reader.isErasure(id) { throw isErasure(id) }
      plan = try UndoPlan(run: id, reader)
    case .event(let id):
      guard let event = try reader.event(id) else { throw unknown() }
      try reader.run(event.run).map(checkImages)
      plan = try UndoPlan(event: event, reader)
    }
    guard !plan.dependents.isEmpty else { return plan }
    guard withDependents else { throw dependents(plan.dependents) }
    try plan.includeDependents()
    return plan
  }

  /// - Throws: `PipelineError.stopped` when what was before a run is kept no longer.
  private func checkImages(of run: StoredRun) throws {
    guard let time = run.imagesRemovedAt else { return }
    throw PipelineError.stopped(
      Phrase(
        de: "\(store): was vor Lauf \(run.id) war, ist seit \(time) nicht mehr aufgehoben "
          + "(retention: runs): er lässt sich nicht mehr zurücknehmen",
        en: "\(store): what was before run \(run.id) is no longer kept since \(time) "
          + "(retention: runs): it can't be undone any more"))
  }

  // MARK: Messages

  private func unknown() -> PipelineError {
    .stopped(
      Phrase(
        de: "\(store): kein Lauf oder Ereignis heißt so: kontor runs zählt die Läufe auf, kontor "
          + "history die Ereignisse eines Kontakts (e1, e2, …)",
        en: "\(store): no run or event has this name: kontor runs lists the runs, kontor history "
          + "the events of a contact (e1, e2, …)"))
  }

  private func isUndone(_ run: RunID) -> PipelineError {
    .stopped(
      Phrase(
        de:
          "\(store): Lauf \(run) ist schon zurückgenommen: nehmen Sie den Lauf zurück, der das tat "
          + "(kontor runs), um ihn wiederherzustellen",
        en:
          "\(store): run \(run) is undone already: undo the run that did so (kontor runs) to have "
          + "it again"))
  }

  private func isErasure(_ run: RunID) -> PipelineError {
    .stopped(
      Phrase(
        de:
          "\(store): Lauf \(run) hat jemanden gelöscht: das lässt sich nicht zurücknehmen, nichts "
          + "ist davon aufgehoben",
        en: "\(store): run \(run) erased somebody: that can't be undone, nothing of it is kept"))
  }

  private func nothing() -> PipelineError {
    .stopped(
      Phrase(
        de: "\(store): es gibt nichts zurückzunehmen: nichts hat sich geändert",
        en: "\(store): there is nothing to undo: nothing was changed"))
  }

  private func dependents(_ dependents: [UndoPlan.Dependent]) -> PipelineError {
    .stopped(
      Phrase(
        de: "\(store): spätere Läufe änderten dieselben Kontakte oder Datensätze: nichts wurde "
          + "geändert, --with-dependents nimmt auch das zurück\n"
          + UndoOutcome.list(dependents, .german),
        en: "\(store): later runs changed the same contacts or records: nothing was changed, "
          + "--with-dependents takes that back too\n" + UndoOutcome.list(dependents, .english)))
  }

  /// The time, for the list of runs alone.
  private static func now() -> String { Date().ISO8601Format() }
}
