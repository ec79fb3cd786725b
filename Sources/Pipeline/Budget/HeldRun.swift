internal import Foundation
package import Records

/// A run that went beyond the change budget: what it would have changed was undone, and waits for a
/// person's word.
///
/// It lies in `STORE.held`, for its owner alone: counts, no contact.
package struct HeldRun: Codable, Hashable, Sendable {
  package struct Reason: Codable, Hashable, Sendable {
    package var de: String
    package var en: String

    package func callAsFunction(_ language: Language) -> String {
      Phrase(de: de, en: en)(language)
    }
  }

  /// The number it is approved by: the next that the store would give.
  package var run: Int64
  /// The pipeline file's whole path.
  package var pipeline: String
  /// ISO 8601.
  package var startedAt: String
  package var reasons: [Reason]
  package var counts: [String: Int]
  /// In which the report is written: cron and a terminal often speak different ones.
  var language: String
  /// Of the pipeline file and all files it reads, as they were: size, time, inode.
  var inputs: String

  static func file(ofStore store: String) -> String { store + ".held" }

  /// The held run of a store; nil when none waits.
  package init?(ofStore store: String) {
    guard let data = FileManager.default.contents(atPath: Self.file(ofStore: store)),
      data.count < 1 << 20, let held = try? JSONDecoder().decode(HeldRun.self, from: data)
    else { return nil }
    self = held
  }

  init(
    run: Int64, pipeline: String, startedAt: String, reasons: [Phrase], counts: [String: Int],
    language: Language, inputs: String
  ) {
    self.language = language.rawValue
    self.run = run
    self.pipeline = pipeline
    self.startedAt = startedAt
    self.reasons = reasons.map { Reason(de: $0.german, en: $0.english) }
    self.counts = counts
    self.inputs = inputs
  }

  /// - Throws: `PipelineError.stopped` when it can't be kept.
  func keep(forStore store: String) throws {
    let path = Self.file(ofStore: store)
    let coder = JSONEncoder()
    coder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    let isKept =
      (try? coder.encode(self)).map { data in
        unlink(path)
        return FileManager.default.createFile(
          atPath: path, contents: data, attributes: [.posixPermissions: 0o600])
      } ?? false
    guard isKept else {
      throw PipelineError.stopped(
        Phrase(de: "\(path): nicht zu schreiben", en: "\(path): can't be written"))
    }
  }

  static func forget(ofStore store: String) { unlink(file(ofStore: store)) }

  /// The run and why it waits, in lines for a person.
  package func text(_ language: Language) -> String {
    let head = Phrase(
      de: "Lauf \(run) wird angehalten, nichts wurde geändert:",
      en: "run \(run) is held, nothing was changed:")
    let foot = Phrase(
      de: "Ist das so gewollt: kontor approve \(run) --pipeline \(shownPath(pipeline))",
      en: "If this is as it should be: kontor approve \(run) --pipeline \(shownPath(pipeline))")
    return ([head(language)] + reasons.map { "  " + $0(language) } + [foot(language)])
      .joined(separator: "\n") + "\n"
  }
}
