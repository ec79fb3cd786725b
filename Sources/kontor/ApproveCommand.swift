internal import ArgumentParser
internal import Foundation
internal import Pipeline
internal import Records

/// `kontor approve`: makes a run that the change budget held.
struct ApproveCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "approve",
      abstract: say(
        de: "Gibt einen Lauf frei, den die Änderungsgrenzen angehalten haben.",
        en: "Approves a run that the limits of change have held."),
      discussion: say(
        de: "Beispiel: kontor approve 42 --pipeline kontor.yaml",
        en: "Example: kontor approve 42 --pipeline kontor.yaml"))
  }

  @Argument(help: help(de: "die Nummer des Laufs", en: "the run's number"))
  var number: Int64

  @Option(help: help(de: "die Pipeline-Datei", en: "the pipeline file", value: "pipeline.yaml"))
  var pipeline = "kontor.yaml"

  @Option(
    help: help(
      de: "Ausgabeordner statt `output:`", en: "output folder instead of `output:`", value: "dir"))
  var output: String?

  @Option(help: help(de: "de oder en", en: "de or en"))
  var language: Language?

  func run() throws {
    let signals = StopSignals()
    defer { withExtendedLifetime(signals) {} }
    let spoken = language ?? spokenLanguage
    do {
      let outcome = try Approval(run: number, pipeline: pipeline, output: output)
        .perform(progress: .standard(language: spoken, isQuiet: false))
      print(outcome.summary, terminator: "")
    } catch {
      throw stopped(error)
    }
  }
}
