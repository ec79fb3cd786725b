package import Foundation
package import Records
internal import Reports
package import Store

/// How a store is and what is about to happen to it: for a look in the morning.
package struct Status: Sendable {
  package var store: String
  /// Of the store and of what lies beside it, in bytes.
  package var size: Int
  package var contacts: Int
  package var records: Int
  /// Clusters that wait for review, as the last run of a pipeline counted them.
  package var questions: Int
  /// Rows that wait because they resemble somebody erased.
  package var heldRows: Int
  /// Newest first.
  package var runs: [ListedRun]
  /// Who works on it right now.
  package var holder: StoreLock.Holder?
  /// What waits for approval.
  package var held: HeldRun?
  /// The newest that is still there.
  package var backup: MadeBackup?
  /// The user's jobs; nil when there is no cron to ask.
  package var jobs: [Schedule.Job]?

  /// How many runs are shown.
  static let runCount = 5

  /// Looks at a store.
  ///
  /// - Parameters:
  ///   - store: the store's file.
  ///   - search: folders as PATH names them, for `crontab`.
  /// - Throws: `PipelineError.unreadable` when there is no store.
  package init(store path: String, search: String) throws {
    store = path
    holder = StoreLock.holder(ofStore: path)
    held = HeldRun(ofStore: path)
    let all: [StoredRun]
    if held == nil && holder == nil || FileManager.default.fileExists(atPath: path) {
      let store = try openedStore(path)
      let (counts, runs) = try store.read { (try $0.liveCounts(), try $0.runs(limit: 100)) }
      heldRows = try store.read { try $0.heldRows().count }
      try store.close()
      (contacts, records, all) = (counts.contacts, counts.records, runs)
    } else {
      // Its very first run is at work, or was held.
      (contacts, records, heldRows, all) = (0, 0, 0, [])
    }
    questions = all.first { !$0.isUndone && $0.counts["review"] != nil }?.counts["review"] ?? 0
    runs = all.prefix(Self.runCount).map(ListedRun.init)
    size = ["", "-wal", ".link"].reduce(0) { sum, suffix in
      var status = stat()
      return stat(path + suffix, &status) == 0 ? sum + Int(status.st_size) : sum
    }
    backup = MadeBackup.all(ofStore: path).first
    jobs = try? Schedule(search: search).list()
  }

  /// - Parameter now: from when on the next runs are meant.
  package func text(_ language: Language, now: Date) -> String {
    func say(_ german: String, _ english: String) -> String {
      Phrase(de: german, en: english)(language)
    }
    let numbers = NumberText(language)
    var facts = [
      [say("Bestand", "store"), "\(shownOnALine(shownPath(store))), \(numbers.bytes(size))"],
      [
        say("Kontakte", "contacts"),
        say(
          "\(numbers.count(contacts)) aus \(numbers.count(records)) Datensätzen",
          "\(numbers.count(contacts)) of \(numbers.count(records)) records"),
      ],
      [say("offene Fragen", "open questions"), numbers.count(questions)],
    ]
    facts.append([
      say("Sicherung", "backup"),
      backup?.facts(numbers)
        ?? say("keine: kontor backup macht eine", "none: kontor backup makes one"),
    ])
    if heldRows > 0 {
      facts.append([
        say("wartende Zeilen", "rows that wait"),
        "\(numbers.count(heldRows)): kontor erase --list",
      ])
    }
    if let holder {
      facts.append([
        say("in Arbeit", "at work"),
        say(
          "\(shownOnALine(holder.work)), Prozess \(holder.process), seit \(holder.startedAt)",
          "\(shownOnALine(holder.work)), process \(holder.process), since \(holder.startedAt)"),
      ])
    }
    var parts = [textColumns(facts)]
    if !runs.isEmpty { parts.append(RunList(runs: runs).text(language)) }
    if let held { parts.append(held.text(language).trimmingCharacters(in: .newlines)) }
    if let jobs { parts.append(jobs.text(language, now: now)) }
    return parts.joined(separator: "\n\n")
  }

  /// - Parameter now: from when on the next runs are meant.
  package func json(now: Date) -> String {
    JSON.object([
      ("store", .string(store)), ("bytes", .integer(size)), ("contacts", .integer(contacts)),
      ("records", .integer(records)), ("questions", .integer(questions)),
      ("runs", .array(runs.map(\.json))), ("backup", backup?.json ?? .null),
      ("held_rows", .integer(heldRows)),
      ("runs", .array(runs.map(\.json))),
      (
        "lock",
        holder.map { holder in
          .object([
            ("work", .string(holder.work)), ("process", .integer(Int(holder.process))),
            ("since", .string(holder.startedAt)),
          ])
        } ?? .null
      ),
      (
        "held",
        held.map { held in
          .object([
            ("run", .integer(Int(held.run))), ("since", .string(held.startedAt)),
            ("reasons", .array(held.reasons.map { .string($0.en) })),
          ])
        } ?? .null
      ),
      (
        "jobs",
        .array(
          (jobs ?? []).map { job in
            let next = job.time?.next(after: now, in: .current)
            return .object([
              ("pipeline", .string(job.pipeline)),
              ("time", job.time.map { .string($0.text) } ?? .null),
              ("next", next.map { .string($0.ISO8601Format()) } ?? .null),
            ])
          })
      ),
    ]).text
  }
}
