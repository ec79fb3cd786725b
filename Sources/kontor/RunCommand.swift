internal import ArgumentParser
internal import Foundation
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

  @Flag(
    help: help(
      de: "wie nachts: Änderungsgrenzen gelten, darüber wird angehalten (Ende mit 3)",
      en: "as at night: limits of change hold, beyond them the run is held (ends with 3)"))
  var scheduled = false

  @Option(
    help: help(
      de: "mit --scheduled: schickt die Zahlen des Laufs an diese Adresse",
      en: "with --scheduled: mails the run's figures to this address", value: "address"))
  var mailTo: String?

  @Option(
    help: help(
      de: "mit --scheduled: ruft dieses Programm, wenn der Lauf scheitert oder angehalten wird",
      en: "with --scheduled: calls this program when the run fails or is held", value: "command"))
  var onFailure: String?

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
    if (mailTo != nil || onFailure != nil) && !scheduled {
      throw ValidationError(
        say(
          de: "--mail-to und --on-failure gehören zu --scheduled",
          en: "--mail-to and --on-failure go with --scheduled"))
    }
    if let mailTo, !MorningMessage.isAddress(mailTo) {
      throw ValidationError(
        say(de: "--mail-to ist eine E-Mail-Adresse", en: "--mail-to is an e-mail address"))
    }
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
        isDryRun: dryRun, language: spoken, readsUndone: again, readsAll: verify,
        isScheduled: scheduled)
      let startedAt = Date().ISO8601Format()
      let outcome: RunOutcome
      do {
        outcome = try Run(file: file, options: options).perform(
          progress: .standard(language: spoken, isQuiet: quiet))
      } catch {
        if scheduled { tell(Night(file, nil, startedAt: startedAt), file, spoken) }
        throw error
      }
      print(outcome.summary, terminator: "")
      if scheduled, !dryRun { tell(Night(file, outcome, startedAt: startedAt), file, spoken) }
      if outcome.held != nil { throw Exit.held }
      if outcome.isOverLimit { throw Exit.overLimit }
    } catch let code as ExitCode {
      throw code
    } catch {
      throw stopped(error)
    }
  }

  /// Tells of a scheduled run in all ways that were asked for; one that fails doesn't keep the others.
  private func tell(_ night: Night, _ file: PipelineFile, _ language: Language) {
    print(night.json)
    let message = MorningMessage(night, language)
    let ways: [() throws -> Void] = [
      { try message.write(to: file.output) },
      {
        guard let mailTo else { return }
        try message.send(
          to: mailTo, search: ProcessInfo.processInfo.environment["PATH"] ?? "/usr/sbin:/usr/bin")
      },
      {
        guard let onFailure, [.failed, .held].contains(night.state) else { return }
        try message.call(onFailure)
      },
    ]
    for way in ways {
      do { try way() } catch { _ = stopped(error) }
    }
  }
}
