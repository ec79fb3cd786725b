internal import ArgumentParser
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
        RunCommand.self, CheckCommand.self, ExplainCommand.self, DedupeCommand.self,
        EvaluateCommand.self, ModelCommand.self, TrainCommand.self, SampleCommand.self,
      ])
  }
}

/// The exit codes of every command; 64 for wrong usage is the argument parser's.
enum Exit {
  static let stopped = ExitCode(1)
  static let overLimit = ExitCode(2)
}
