internal import Formats
internal import Foundation
internal import Records

extension CrontabEntry {
  /// Does what cron would do with the line, without a shell: the same program, folder, PATH, umask and
  /// log.
  ///
  /// - Returns: the exit code.
  /// - Throws: `PipelineError.stopped` when the log can't be opened or the program can't be run.
  package func runNow() throws -> Int32 {
    let descriptor = open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      let reason = systemReason(errno)
      throw PipelineError.stopped(
        Phrase(
          de: "\(log): nicht beschreibbar: \(reason.german)",
          en: "\(log): can't be written: \(reason.english)"))
    }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    let former = umask(0o077)
    defer { umask(former) }
    return try CalledProgram.run(
      program, words, in: folder, environment: ["PATH": Self.path], output: file, errors: file)
  }
}
