package import Records
internal import Reports
package import Store

/// A run as lists name it: what it was, when, and by whom.
package struct ListedRun: Hashable, Sendable {
  package var id: RunID
  /// The pipeline's name, or the command's: "demo", "kontor train".
  package var name: String
  /// ISO 8601.
  package var startedAt: String
  /// Empty for the runs of a pipeline.
  package var author: String
  package var reason: String
  /// Whether a later run has undone it.
  package var isUndone: Bool
  package var counts: [String: Int]
  /// Whether what was before it is kept no longer: it can't be undone, its values can't be told.
  package var isFaded = false

  init(_ run: StoredRun) {
    id = run.id
    name = run.pipeline
    startedAt = run.startedAt
    author = run.occasion.author
    reason = run.occasion.reason
    isUndone = run.isUndone
    counts = run.counts
    isFaded = run.imagesRemovedAt != nil
  }

  /// A run that the store tells nothing of.
  init(unknown id: RunID) {
    self.id = id
    name = ""
    startedAt = ""
    author = ""
    reason = ""
    isUndone = false
    counts = [:]
  }

  /// Number, time, name, author and reason, as columns.
  func columns(_ language: Language) -> [String] {
    let undone = isUndone ? Phrase(de: " (zurückgenommen)", en: " (undone)")(language) : ""
    return ["\(id)", shownTime, name + undone, author, shownOnALine(reason)]
  }

  /// "2026-11-23 14:02:00 UTC".
  private var shownTime: String {
    guard startedAt.count == 20, startedAt.last == "Z" else { return startedAt }
    return startedAt.dropLast().replacing("T", with: " ") + " UTC"
  }

  var json: JSON {
    .object([
      ("run", .integer(Int(id))), ("name", .string(name)), ("started_at", .string(startedAt)),
      ("author", .string(author)), ("reason", .string(reason)), ("undone", .boolean(isUndone)),
      (
        "counts",
        .object(counts.sorted { $0.key < $1.key }.map { ($0.key, .integer($0.value)) })
      ),
    ])
  }
}

/// The runs of a store.
package struct Runs {
  private let store: String

  /// - Parameter store: the store's file.
  package init(store: String) { self.store = store }

  /// The last runs, newest first.
  package func list(limit: Int) throws -> RunList {
    RunList(runs: try openedStore(store).read { try $0.runs(limit: limit) }.map(ListedRun.init))
  }
}

/// Some runs of a store, newest first.
package struct RunList: Sendable {
  package var runs: [ListedRun]

  package func text(_ language: Language) -> String {
    func say(_ german: String, _ english: String) -> String {
      Phrase(de: german, en: english)(language)
    }
    let head = [
      say("Lauf", "run"), say("begonnen", "started"), say("was", "what"), say("von", "by"),
      say("Grund", "reason"),
    ]
    return textColumns([head] + runs.map { $0.columns(language) })
  }

  package var json: String { JSON.array(runs.map(\.json)).text }
}
