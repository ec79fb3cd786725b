internal import ArgumentParser
internal import Foundation
internal import Pipeline
internal import Records

/// The command line: one file a subcommand.
@main
struct Kontor: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "kontor",
      abstract: say(
        de: "Führt verstreute Kontaktdaten zu einem verlässlichen Bestand zusammen.",
        en: "Brings scattered contact data together in one store that can be trusted."),
      discussion: say(
        de: "Beispiel: kontor run pipelines/demo.yaml",
        en: "Example: kontor run pipelines/demo.yaml"),
      version: kontorVersion,
      subcommands: [
        InspectCommand.self, InitCommand.self,
        RunCommand.self, CheckCommand.self, ExplainCommand.self, DedupeCommand.self,
        EvaluateCommand.self, ModelCommand.self, TrainCommand.self, SampleCommand.self,
        ShowCommand.self, HistoryCommand.self, DiffCommand.self, RunsCommand.self,
        VerifyCommand.self, UndoCommand.self, DecideCommand.self, ChooseCommand.self,
        SplitCommand.self, DecisionsCommand.self, ReviewCommand.self, ScheduleCommand.self,
        ApproveCommand.self, StatusCommand.self, BackupCommand.self, RestoreCommand.self,
        VacuumCommand.self,
        EraseCommand.self, TraceCommand.self,
      ])
  }

  /// Does what the arguments say, and tells of wrong usage in the language of this call.
  static func main() {
    // A file that may not grow is an error of the write, not the end of the program.
    signal(SIGXFSZ, SIG_IGN)
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      let code = exitCode(for: error)
      let text = fullMessage(for: error)
      guard spokenLanguage == .german, !text.isEmpty else { exit(withError: error) }
      let output = code.isSuccess ? FileHandle.standardOutput : FileHandle.standardError
      output.write(Data((germanUsage(text) + "\n").utf8))
      exit(withError: code)
    }
  }
}

/// The exit codes of every command; 64 for wrong usage is the argument parser's.
enum Exit {
  static let stopped = ExitCode(1)
  static let overLimit = ExitCode(2)
  /// Held by the change budget.
  static let held = ExitCode(3)
}
