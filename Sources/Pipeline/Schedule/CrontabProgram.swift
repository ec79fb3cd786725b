internal import Foundation
internal import Records

/// The system's `crontab`, called without a shell.
struct CrontabProgram {
  private let path: String

  /// - Parameter search: folders as PATH names them.
  /// - Throws: `PipelineError.stopped` when no folder has the program.
  init(search: String) throws {
    let found = search.split(separator: ":").map { "\($0)/crontab" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
    guard let found else {
      throw PipelineError.stopped(
        Phrase(
          de: "kein Programm crontab: installieren Sie cron, oder nehmen Sie --systemd",
          en: "no program crontab: install cron, or use --systemd"))
    }
    path = found
  }

  /// The user's crontab; empty when there is none.
  func read() throws -> String {
    let result = try call(["-l"], input: "")
    if result.code == 0 { return result.output }
    // Who has none is told so, with a failure.
    if result.output.isEmpty, result.errors.lowercased().contains("no crontab for") { return "" }
    throw failed(result.errors)
  }

  /// Puts a text in the place of the user's crontab.
  func write(_ text: String) throws {
    let result = try call(["-"], input: text)
    guard result.code == 0 else { throw failed(result.errors) }
  }

  /// In English whatever the user speaks: a message is looked at.
  private func call(_ arguments: [String], input: String) throws -> CalledProgram.Result {
    try CalledProgram.run(path, arguments, input: input, environment: ["LC_ALL": "C"])
  }

  private func failed(_ errors: String) -> PipelineError {
    let reason = shownOnALine(errors.trimmingCharacters(in: .whitespacesAndNewlines))
    return .stopped(
      Phrase(de: "crontab lehnt ab: \(reason)", en: "crontab refuses: \(reason)"))
  }
}
