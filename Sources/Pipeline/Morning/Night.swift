internal import Foundation
internal import Records
internal import Reports
internal import Store

/// What a scheduled run came to: counts alone, for the log, the morning's page and the mail.
package struct Night: Sendable {
  package enum State: String, Sendable { case kept, unchanged, held, failed }

  /// A run before, for the trend.
  struct Past: Hashable, Sendable {
    var startedAt: String
    var contacts: Int
    var waiting: Int
    var setAside: Int
  }

  package var pipeline: String
  /// ISO 8601.
  package var startedAt: String
  package var state: State
  /// nil when the store has no run of it.
  package var run: Int64?
  /// By what happened to contacts; the names of the figures are those of the JSON line.
  package var changes: [(name: Figure, count: Int)] = []
  /// What waits for approval, when it was held.
  package var held: HeldRun?
  /// Oldest first; the last is the store as it is now.
  var trend: [Past] = []

  package enum Figure: String, CaseIterable, Sendable {
    case new, changed, merged, split, withdrawn, contacts, waiting, problems

    var phrase: Phrase {
      switch self {
      case .new: Phrase(de: "neu", en: "new")
      case .changed: Phrase(de: "geändert", en: "changed")
      case .merged: Phrase(de: "zusammengeführt", en: "merged")
      case .split: Phrase(de: "geteilt", en: "split")
      case .withdrawn: Phrase(de: "zurückgezogen", en: "withdrawn")
      case .contacts: Phrase(de: "Kontakte im Bestand", en: "contacts in the store")
      case .waiting: Phrase(de: "Fragen warten auf Durchsicht", en: "questions wait for review")
      case .problems: Phrase(de: "Zeilen ausgesondert", en: "rows set aside")
      }
    }
  }

  /// How far back the trend goes.
  static let trendLength = 30

  /// What a run that has ended leaves to tell.
  ///
  /// - Parameters:
  ///   - outcome: nil when it failed.
  ///   - startedAt: ISO 8601: when the run began.
  package init(_ file: PipelineFile, _ outcome: RunOutcome?, startedAt: String) {
    pipeline = file.name
    self.startedAt = startedAt
    state =
      outcome.map { $0.held != nil ? .held : $0.isUnchanged ? .unchanged : .kept } ?? .failed
    held = outcome?.held
    // What a store can't tell is left out: the failure itself is told elsewhere.
    _ = try? read(file.store)
  }

  private mutating func read(_ path: String) throws {
    let store = try openedStore(path)
    let name = pipeline
    let (runs, events) = try store.read { reader in
      let runs = try reader.runs(limit: 400).filter { run in
        run.pipeline == name && !run.isUndone && run.counts["contacts"] != nil
      }
      let events = try runs.first.map { try reader.eventCounts(of: $0.id) } ?? [:]
      return (runs, events)
    }
    try store.close()
    trend = runs.prefix(Self.trendLength).reversed().map { run in
      Past(
        startedAt: run.startedAt, contacts: run.counts["contacts", default: 0],
        waiting: run.counts["review", default: 0], setAside: run.counts["set-aside", default: 0])
    }
    guard let last = runs.first else { return }
    run = last.id
    // A run that kept nothing has changed nothing.
    let happened = state == .kept ? events : [:]
    changes = Figure.allCases.map { figure in
      switch figure {
      case .new: (figure, happened["created", default: 0] + happened["returned", default: 0])
      case .changed, .merged, .split, .withdrawn: (figure, happened[figure.rawValue, default: 0])
      case .contacts: (figure, last.counts["contacts", default: 0])
      case .waiting: (figure, last.counts["review", default: 0])
      case .problems: (figure, last.counts["set-aside", default: 0])
      }
    }
  }

  func count(_ figure: Figure) -> Int { changes.first { $0.name == figure }?.count ?? 0 }
}
