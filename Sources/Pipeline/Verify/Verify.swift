internal import Foundation
package import Records
internal import Reports
internal import Store

/// Checks that a store is whole, and that what it knows of files is so.
package struct Verify {
  private let store: String

  /// - Parameter store: the store's file.
  package init(store: String) { self.store = store }

  /// - Throws: `PipelineError.unreadable` when there is no store, `StoreError` when it can't be read.
  package func perform() throws -> Verification {
    let store = try openedStore(store)
    let damage = try store.verify()
    var verification = Verification(damage: damage)
    // A damaged file may stop in the middle of anything else.
    guard damage.isEmpty else { return verification }
    try store.read { reader in
      verification.digest = try reader.digest()
      verification.counts = try reader.counts()
      verification.contradictions = try reader.contradictions()
      for (folder, names) in try reader.outputs() { verification.look(at: folder, for: names) }
    }
    try store.close()
    return verification
  }
}

/// What was found wrong with a store, and its digest.
package struct Verification: Sendable {
  /// In SQLite's words.
  package var damage: [String]
  /// Rows that can't be so, by a word for it.
  package var contradictions: [String: Int] = [:]
  /// Outputs that a run wrote and that are there no more.
  package var missing: [String] = []
  /// What a run left that died before its outputs took their names.
  package var unfinished: [String] = []
  /// Empty when the file is damaged.
  package var digest = ""
  package var counts: [String: Int] = [:]

  init(damage: [String]) { self.damage = damage }

  package var isWhole: Bool {
    damage.isEmpty && contradictions.isEmpty && missing.isEmpty && unfinished.isEmpty
  }

  fileprivate mutating func look(at folder: String, for names: [String]) {
    let files = FileManager.default
    missing += names.map { inFolder(folder, $0) }.filter { !files.fileExists(atPath: $0) }
    let draft = inFolder(folder, OutputFolder.draftName)
    if files.fileExists(atPath: draft) { unfinished.append(draft) }
  }

  package func text(_ language: Language) -> String {
    func say(_ german: String, _ english: String) -> String {
      Phrase(de: german, en: english)(language)
    }
    let numbers = NumberText(language)
    var lines = damage.map { say("beschädigt: ", "damaged: ") + $0 }
    lines += contradictions.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
    lines += missing.map {
      say(
        "\($0): fehlt: der nächste Lauf der Pipeline schreibt es neu",
        "\($0): missing: the pipeline's next run writes it anew")
    }
    lines += unfinished.map {
      say(
        "\($0): ein Lauf brach vor dem Umbenennen ab: der nächste schreibt alle Ausgaben neu",
        "\($0): a run died before renaming: the next one writes all outputs anew")
    }
    if lines.isEmpty { lines = [say("alles in Ordnung", "all is well")] }
    let figures = [
      (Noun.contacts(language), counts["contacts"]), (Noun.records(language), counts["records"]),
      (say("Läufe", "runs"), counts["runs"]),
    ].map { [$0.0, numbers.count($0.1 ?? 0)] }
    let facts = damage.isEmpty ? table(figures + [[say("Prüfsumme", "digest"), digest]]) : ""
    return (lines + [facts]).filter { !$0.isEmpty }.joined(separator: "\n")
  }

  package var json: String {
    func texts(_ texts: [String]) -> JSON { .array(texts.map { .string($0) }) }
    return JSON.object([
      ("whole", .boolean(isWhole)), ("digest", digest.isEmpty ? .null : .string(digest)),
      ("damage", texts(damage)),
      (
        "contradictions",
        .object(contradictions.sorted { $0.key < $1.key }.map { ($0.key, .integer($0.value)) })
      ),
      ("missing_outputs", texts(missing)), ("unfinished", texts(unfinished)),
      ("counts", .object(counts.sorted { $0.key < $1.key }.map { ($0.key, .integer($0.value)) })),
    ]).text
  }
}
