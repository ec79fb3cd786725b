internal import Foundation
package import Records

/// The stages of a run, as a person sees them.
package enum Stage: CaseIterable, Sendable {
  case read, compare, cluster, merge, link, report, write

  package var title: Phrase {
    switch self {
    case .read: Phrase(de: "Lesen", en: "Read")
    case .compare: Phrase(de: "Vergleichen", en: "Compare")
    case .cluster: Phrase(de: "Gruppieren", en: "Cluster")
    case .merge: Phrase(de: "Zusammenführen", en: "Merge")
    case .link: Phrase(de: "Verlauf", en: "History")
    case .report: Phrase(de: "Bericht", en: "Report")
    case .write: Phrase(de: "Schreiben", en: "Write")
    }
  }
}

/// Shows how far a run is: a bar with rate and remaining time on a terminal, else a line a stage.
///
/// It writes to standard error, so that standard output stays the command's result. Callable from
/// any thread.
package final class Progress: @unchecked Sendable {
  // @unchecked: every access to the stored properties is made while `lock` is held.
  package enum Mode: Sendable { case silent, lines, bar }

  private let mode: Mode
  private let language: Language
  private let lock = NSLock()
  private var stage: Stage?
  private var started = Date()
  private var lastShown = Date.distantPast

  package init(mode: Mode, language: Language) {
    self.mode = mode
    self.language = language
  }

  /// A bar where standard error is a terminal, lines elsewhere.
  package static func standard(language: Language, isQuiet: Bool) -> Progress {
    Progress(mode: isQuiet ? .silent : isatty(2) == 1 ? .bar : .lines, language: language)
  }

  /// Begins a stage, and ends the one before.
  package func begin(_ stage: Stage) {
    lock.withLock {
      self.stage = stage
      started = Date()
      lastShown = .distantPast
      if mode == .bar { write("\r\u{1B}[K\(stage.title(language)) …") }
    }
  }

  /// Says how far the stage is.
  ///
  /// - Parameters:
  ///   - fraction: 0…1, or nil when the whole is not known.
  ///   - count: how many of `unit` are done.
  package func advance(fraction: Double?, count: Int, unit: Phrase) {
    lock.withLock {
      guard mode == .bar, let stage else { return }
      let now = Date()
      guard now.timeIntervalSince(lastShown) >= 0.1 else { return }
      lastShown = now
      write("\r\u{1B}[K" + bar(stage, fraction, count, unit, now.timeIntervalSince(started)))
    }
  }

  /// Ends the stage with what it did: "Read: 90 records in 0.1 s".
  package func end(count: Int, unit: Phrase) {
    lock.withLock {
      guard mode != .silent, let stage else { return }
      let seconds = String(format: "%.1f", Date().timeIntervalSince(started))
      let line = "\(stage.title(language)): \(count) \(unit(language)), \(seconds) s"
      write((mode == .bar ? "\r\u{1B}[K" : "") + line + "\n")
      self.stage = nil
    }
  }

  private func bar(
    _ stage: Stage, _ fraction: Double?, _ count: Int, _ unit: Phrase, _ seconds: Double
  ) -> String {
    // A stage that can't say how far it is shows no figures.
    guard count > 0 else { return "\(stage.title(language)) …" }
    let rate = seconds > 0.2 ? "\(Int(Double(count) / seconds))/s" : ""
    guard let fraction, fraction > 0 else {
      return "\(stage.title(language)) \(count) \(unit(language)) \(rate)"
    }
    let filled = min(24, Int(fraction * 24))
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 24 - filled)
    let left = seconds > 1 ? Int(seconds / fraction - seconds) : 0
    let remaining = left > 0 ? Phrase(de: "noch \(left) s", en: "\(left) s left")(language) : ""
    return "\(stage.title(language)) \(bar) \(Int(fraction * 100)) %  \(count) \(unit(language))"
      + "  \(rate)  \(remaining)"
  }

  private func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}
