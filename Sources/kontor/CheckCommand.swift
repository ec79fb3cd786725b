internal import ArgumentParser
internal import Pipeline
internal import Records

/// `kontor check`: what would go wrong, without running.
struct CheckCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: say(
        de: "Prüft eine Pipeline-Datei und ihre Quellen, ohne etwas zu schreiben.",
        en: "Checks a pipeline file and its sources, and writes nothing."),
      discussion: say(
        de: "Beispiel: kontor check pipelines/demo.yaml",
        en: "Example: kontor check pipelines/demo.yaml"))
  }

  @Argument(help: help(de: "die Pipeline-Datei", en: "the pipeline file", value: "pipeline.yaml"))
  var pipeline: String

  @Option(
    help: help(
      de: "Ordner der Quellen statt `input:`", en: "folder of the sources instead of `input:`",
      value: "dir"))
  var input: String?

  @Option(help: help(de: "de oder en", en: "de or en"))
  var language: Language?

  func run() throws {
    do {
      let file = try PipelineFile.read(pipeline, input: input)
      print(try Check(file: file).text(language ?? file.language ?? spokenLanguage))
    } catch {
      throw stopped(error)
    }
  }
}
