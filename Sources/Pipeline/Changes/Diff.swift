internal import Records
package import Store

/// Tells what runs changed among the contacts.
package struct Diff {
  private let store: String

  /// - Parameter store: the store's file.
  package init(store: String) { self.store = store }

  /// What one run changed, or all runs after one up to another: changes that cancel out are none.
  ///
  /// - Parameters:
  ///   - first: the run; with `last`, the one whose outcome is compared.
  ///   - last: the run with whose outcome it is compared.
  /// - Throws: `PipelineError.stopped` when there was no such run, `StoreError`.
  package func changes(of first: RunID, to last: RunID? = nil) throws -> RunChanges {
    try openedStore(store).read { reader in
      for run in [first, last].compactMap({ $0 }) where try reader.run(run) == nil {
        throw Self.noSuchRun(run, store)
      }
      // Of the older of two, only what came after it is asked for.
      let oldest = last.map { $0 == first ? first : min(first, $0) + 1 } ?? first
      if try reader.run(oldest)?.imagesRemovedAt != nil { throw faded(oldest) }
      guard let last, last != first else { return try changes(in: first...first, reader) }
      return try changes(in: min(first, last) + 1...max(first, last), reader)
    }
  }

  private func faded(_ run: RunID) -> PipelineError {
    .stopped(
      Phrase(
        de: "\(store): was vor Lauf \(run) war, ist nicht länger aufgehoben (retention: runs)",
        en: "\(store): what was before run \(run) is kept no longer (retention: runs)"))
  }

  static func noSuchRun(_ run: RunID, _ store: String) -> PipelineError {
    .stopped(
      Phrase(
        de: "\(store): es gibt keinen Lauf \(run): kontor runs zählt sie auf",
        en: "\(store): no run \(run): kontor runs lists them"))
  }

  private func changes(in runs: ClosedRange<RunID>, _ reader: StoreReader) throws -> RunChanges {
    var states: [ContactID: States] = [:]
    try reader.forEachEvent(since: runs.lowerBound) { event in
      if event.run <= runs.upperBound {
        states[event.contact, default: States(first: event)].last = event
      } else if states[event.contact]?.next == nil {
        states[event.contact]?.next = event
      }
    }
    var changes = RunChanges(
      runs: try (runs.lowerBound...runs.upperBound).compactMap { try reader.run($0) }
        .map(ListedRun.init), records: try reader.recordChangeCounts(in: runs))
    for (contact, state) in states.sorted(by: { $0.key < $1.key }) {
      if let change = try change(of: contact, state, reader) { changes.contacts.append(change) }
    }
    return changes
  }

  /// The events that bound a span for one contact.
  private struct States {
    let first: ContactEvent
    var last: ContactEvent
    /// The first event after the span: what it was before that, it was at the span's end.
    var next: ContactEvent?

    init(first: ContactEvent) {
      self.first = first
      last = first
    }
  }

  private func change(
    of contact: ContactID, _ state: States, _ reader: StoreReader
  ) throws -> RunChanges.ContactChange? {
    let before = state.first.before.flatMap { $0.records.isEmpty ? nil : $0 }
    let after = try after(contact, state, reader)
    let name = (after ?? before)?.displayName ?? ""
    func change(_ kind: RunChanges.Kind, _ other: ContactID? = nil) -> RunChanges.ContactChange {
      RunChanges.ContactChange(kind: kind, contact: contact, name: name, other: other)
    }
    switch (before, after) {
    case (nil, nil): return nil
    case (nil, .some):
      let isSplit = state.first.kind == .split
      return isSplit ? change(.split, state.first.other) : change(.new)
    case (.some, nil):
      return state.last.other == nil ? change(.withdrawn) : change(.merged, state.last.other)
    case (.some(let before), .some(let after)):
      return ContactDifference(from: before, to: after).isEmpty ? nil : change(.changed)
    }
  }

  /// The contact at the span's end; nil when it was no more.
  private func after(
    _ contact: ContactID, _ state: States, _ reader: StoreReader
  ) throws -> Contact? {
    switch state.last.kind {
    case .merged, .withdrawn: return nil
    case .created, .changed, .split, .returned:
      if let next = state.next { return next.before }
      return try reader.contact(contact)?.contact
    }
  }
}
