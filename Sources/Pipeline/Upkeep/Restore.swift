package import Foundation
package import Records
internal import Reports
internal import Store

/// Puts a backup in the place of a store.
package struct Restore {
  private let store: String
  private let patience: Double

  /// - Parameters:
  ///   - store: the store's file, which need not be there.
  ///   - patience: how long to wait for a run, in seconds.
  package init(store: String, patience: Double = StoreLock.patience) {
    self.store = store
    self.patience = patience
  }

  /// What the name of a store that was put aside has behind the store's own.
  static let formerEnding = ".before-restore-"

  /// What was done.
  package struct Outcome: Sendable {
    package var store: String
    package var backup: String
    /// Where the store that was there is kept now; nil when there was none.
    package var former: String?
    /// The newest run that the store knows now.
    package var lastRun: Int64
    package var contacts: Int
    package var records: Int
    /// Contacts that were erased since the backup, and so were again.
    package var erased: Int
  }

  /// Checks the backup, keeps the present store under another name, and puts a copy in its place.
  ///
  /// - Parameters:
  ///   - backup: the file, which stays.
  ///   - now: what the present store's new name says.
  /// - Throws: `StoreError`, `PipelineError`; the store is as it was then.
  package func perform(from backup: String, now: Date) throws -> Outcome {
    try check(backup)
    let folder = parentFolder(of: store)
    try FileManager.default.createDirectory(
      atPath: folder.isEmpty ? "." : folder, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    let lock = try StoreLock(
      store: store, startedAt: now.ISO8601Format(), work: "kontor restore", patience: patience)
    defer { withExtendedLifetime(lock) {} }
    let exchange = StoreExchange(store: store)
    let former = free(store + Self.formerEnding + Backup.stamp(now))
    var folders: [String] = []
    var erased = 0
    let made = try exchange.prepare(backup) { copy in
      erased = try RepeatedErasure(store: store).perform(in: copy, at: now.ISO8601Format())
      folders = try copy.read { try $0.outputs().map(\.folder) }
    }
    let wasThere = try exchange.exchange(keeping: former)
    // Both tell of the store that was there.
    unlink(LinkCache.path(ofStore: store))
    HeldRun.forget(ofStore: store)
    for folder in folders { OutputFolder.markUnfinished(folder) }
    return Outcome(
      store: store, backup: backup, former: wasThere ? former : nil, lastRun: made.lastRun,
      contacts: made.contacts, records: made.records, erased: erased)
  }

  /// - Throws: `PipelineError.stopped` when it is none, or the store itself.
  private func check(_ backup: String) throws {
    guard FileManager.default.fileExists(atPath: backup) else {
      throw PipelineError.stopped(
        Phrase(
          de: "\(backup): es gibt keine solche Sicherung", en: "\(backup): no such backup"))
    }
    guard realPath(backup) != realPath(store) else {
      throw PipelineError.stopped(
        Phrase(de: "\(backup): das ist der Bestand selbst", en: "\(backup): is the store itself"))
    }
    do {
      _ = try StoreBackup.check(backup)
    } catch StoreError.damaged, StoreError.notAStore {
      throw PipelineError.stopped(
        Phrase(
          de: "\(backup): keine heile Sicherung: nichts wurde geändert, nehmen Sie eine andere",
          en: "\(backup): not a whole backup: nothing was changed, take another one"))
    }
  }

  /// The name, or the first of those numbered after it that nothing has.
  private func free(_ path: String) -> String {
    var number = 1
    var name = path
    while FileManager.default.fileExists(atPath: name) {
      number += 1
      name = "\(path)-\(number)"
    }
    return name
  }
}

extension Restore.Outcome {
  /// What was done, for a terminal.
  package func text(_ language: Language) -> String {
    func say(_ german: String, _ english: String) -> String {
      Phrase(de: german, en: english)(language)
    }
    let numbers = NumberText(language)
    func shown(_ path: String) -> String { shownOnALine(shownPath(path)) }
    var rows = [
      [say("Bestand", "store"), shown(store)],
      [say("eingespielt", "restored"), shown(backup)],
      [
        say("Stand", "as of"),
        say(
          "Lauf \(lastRun), \(numbers.count(contacts)) Kontakte aus \(numbers.count(records)) "
            + "Datensätzen",
          "run \(lastRun), \(numbers.count(contacts)) contacts of \(numbers.count(records)) records"
        ),
      ],
    ]
    if erased > 0 {
      rows.append([
        say("seither gelöscht", "erased since"),
        say("\(numbers.count(erased)): wieder gelöscht", "\(numbers.count(erased)): erased again"),
      ])
    }
    if let former {
      rows.append([say("der bisherige", "the former"), shown(former)])
    }
    return textColumns(rows) + "\n"
      + say(
        "Der nächste Lauf liest, was sich seither geändert hat, und schreibt alle Ausgaben neu.",
        "The next run reads what has changed since, and writes all outputs anew.")
  }
}
