package import Foundation
package import Records

/// The jobs that cron runs for this user: one for each pipeline.
package struct Schedule {
  private let program: CrontabProgram

  /// - Parameter search: folders as PATH names them.
  /// - Throws: `PipelineError.stopped` when there is no `crontab`.
  package init(search: String) throws { program = try CrontabProgram(search: search) }

  /// A job as it stands in the crontab.
  package struct Job: Sendable {
    package var pipeline: String
    package var line: String
    /// nil when somebody has written what cron itself would refuse.
    package var time: CronTime?
    /// Whether the pipeline file is there.
    package var isThere: Bool
  }

  /// Adds a job, or takes the place of the pipeline's former one.
  ///
  /// - Throws: `PipelineError.stopped` when the line can't be, or crontab refuses it.
  package func add(_ entry: CrontabEntry) throws {
    var crontab = try Crontab(program.read())
    try crontab.set(entry.pipeline, line: entry.line())
    try program.write(crontab.text)
  }

  /// - Returns: false when no job runs the pipeline.
  package func remove(_ pipeline: String) throws -> Bool {
    var crontab = try Crontab(program.read())
    guard try crontab.remove(pipeline) else { return false }
    try program.write(crontab.text)
    return true
  }

  package func list() throws -> [Job] {
    try Crontab(program.read()).jobs.map { job in
      let line = job.lines.first { !$0.isEmpty && !$0.hasPrefix("#") } ?? ""
      let time = line.split(separator: " ").prefix(5).joined(separator: " ")
      return Job(
        pipeline: job.pipeline, line: line, time: try? CronTime(time),
        isThere: FileManager.default.fileExists(atPath: job.pipeline))
    }
  }

  /// The whole path of a pipeline file, which must be valid: a job that can't work is no job.
  ///
  /// - Throws: `PipelineError` as reading the file does.
  package static func pipeline(_ path: String) throws -> String {
    _ = try PipelineFile.read(path)
    return absolute(path)
  }

  package static func absolute(_ path: String) -> String {
    cleaned(inFolder(FileManager.default.currentDirectoryPath, path))
  }
}

extension [Schedule.Job] {
  /// Pipeline and next time of each, for a terminal.
  ///
  /// - Parameter now: from when on the next time is meant.
  package func text(_ language: Language, now: Date) -> String {
    func say(_ german: String, _ english: String) -> String {
      Phrase(de: german, en: english)(language)
    }
    guard !isEmpty else { return say("kein Auftrag", "no job") }
    let form = DateFormatter()
    form.locale = Locale(identifier: "en_US_POSIX")
    form.dateFormat = "yyyy-MM-dd HH:mm"
    let rows = map { job in
      let next = job.time?.next(after: now, in: .current).map(form.string) ?? say("nie", "never")
      let missing = job.isThere ? "" : say(" (fehlt)", " (missing)")
      return [shownOnALine(job.pipeline) + missing, job.time?.text ?? "?", next]
    }
    let head = [say("Pipeline", "pipeline"), say("Zeit", "time"), say("nächster Lauf", "next run")]
    return textColumns([head] + rows)
  }
}
