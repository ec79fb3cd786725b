internal import ArgumentParser
internal import Pipeline
internal import Records

/// `kontor run`: the main job.
struct RunCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "run",
      abstract: say(
        de:
          "Liest alle Quellen, führt Dubletten zusammen und schreibt Bestand, Bericht und Ausgaben.",
        en: "Reads all sources, merges duplicates and writes store, report and outputs."),
      discussion: say(
        de: "Beispiel: kontor run pipelines/demo.yaml --dry-run",
        en: "Example: kontor run pipelines/demo.yaml --dry-run"))
  }

  @Argument(help: help(de: "die Pipeline-Datei", en: "the pipeline file", value: "pipeline.yaml"))
  var pipeline: String

  @Option(
    help: help(
      de: "Ordner der Quellen statt `input:`", en: "folder of the sources instead of `input:`",
      value: "dir"))
  var input: String?

  @Option(
    help: help(
      de: "Ausgabeordner statt `output:`", en: "output folder instead of `output:`", value: "dir"))
  var output: String?

  @Flag(help: help(de: "schreibt nur den Bericht", en: "write the report and nothing else"))
  var dryRun = false

  @Flag(
    help: help(
      de: "liest auch Dateien, deren Einlesen zurückgenommen wurde",
      en: "read files too whose import was undone"))
  var again = false

  @Flag(
    help: help(
      de: "liest alle Dateien, auch solche, deren Größe, Zeit und Inode wie vorher sind",
      en: "read all files, also those whose size, time and inode are as before"))
  var verify = false

  @Option(
    help: help(
      de: "Anteil ausgesonderter Zeilen, ab dem der Lauf mit 2 endet (1% oder 0.01)",
      en: "share of rows set aside above which the run ends with 2 (1% or 0.01)", value: "share"))
  var problemLimit: String?

  @Option(
    help: help(
      de: "hält nach so vielen Sekunden an (900, 15m, 2h); nichts wird dann geändert",
      en: "stop after so many seconds (900, 15m, 2h); then nothing is changed", value: "time"))
  var timeout: TimeLimit?

  @Flag(help: help(de: "zeigt keinen Fortschritt", en: "show no progress"))
  var quiet = false

  @Option(help: help(de: "de oder en", en: "de or en"))
  var language: Language?

  func validate() throws {
    if let problemLimit, PipelineFile.share(of: problemLimit) == nil {
      throw ValidationError(
        say(
          de: "--problem-limit ist ein Anteil wie 1% oder 0.01",
          en: "--problem-limit is a share such as 1% or 0.01"))
    }
  }

  func run() throws {
    let signals = StopSignals(timeout: timeout?.seconds)
    defer { withExtendedLifetime(signals) {} }
    do {
      var file = try PipelineFile.read(pipeline, input: input, output: output)
      if let share = problemLimit.flatMap(PipelineFile.share) { file.problemLimit = share }
      let spoken = language ?? file.language ?? spokenLanguage
      let options = RunOptions(
        isDryRun: dryRun, language: spoken, readsUndone: again, readsAll: verify)
      let run = Run(file: file, options: options)
      let outcome = try run.perform(progress: .standard(language: spoken, isQuiet: quiet))
      print(outcome.summary, terminator: "")
      if outcome.isOverLimit { throw Exit.overLimit }
    } catch let code as ExitCode {
      throw code
    } catch {
      throw stopped(error)
    }
  }
}
