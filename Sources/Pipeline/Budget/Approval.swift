internal import Foundation
internal import Records

/// Makes a run that was held, now that a person has seen what it would change.
package struct Approval {
  private let file: PipelineFile
  private let held: HeldRun

  /// - Parameters:
  ///   - run: the number it was held under.
  ///   - pipeline: the pipeline file; nil: the one in the working folder that `kontor init` writes.
  /// - Throws: `PipelineError` when no such run waits.
  package init(run: Int64, pipeline: String, output: String? = nil) throws {
    file = try PipelineFile.read(pipeline, output: output)
    guard let held = HeldRun(ofStore: file.store) else {
      throw PipelineError.stopped(
        Phrase(
          de: "\(file.store): kein Lauf wartet auf Freigabe", en: "\(file.store): no run is held"))
    }
    guard held.run == run else {
      throw PipelineError.stopped(
        Phrase(
          de: "\(file.store): es wartet Lauf \(held.run), nicht \(run)",
          en: "\(file.store): run \(held.run) is held, not \(run)"))
    }
    self.held = held
  }

  /// Makes the run as it was proposed.
  ///
  /// - Throws: `PipelineError.stopped` when the store or a file has changed since; then nothing is
  ///   changed.
  package func perform(progress: Progress) throws -> RunOutcome {
    let options = RunOptions(
      language: Language(rawValue: held.language) ?? .english, isScheduled: true, approved: held)
    return try Run(file: file, options: options).perform(progress: progress)
  }
}
