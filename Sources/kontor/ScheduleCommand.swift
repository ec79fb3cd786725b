internal import ArgumentParser
internal import Foundation
internal import Pipeline
internal import Records

/// `kontor schedule`: has cron run pipelines.
struct ScheduleCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "schedule",
      abstract: say(
        de: "Lässt Pipelines zu festen Zeiten laufen, durch cron oder systemd.",
        en: "Has pipelines run at fixed times, by cron or systemd."),
      discussion: say(
        de: "Beispiel: kontor schedule add pipelines/demo.yaml --at 02:30 --days mo-fr",
        en: "Example: kontor schedule add pipelines/demo.yaml --at 02:30 --days mon-fri"),
      subcommands: [AddJob.self, ListJobs.self, RemoveJob.self, RunJob.self])
  }

  static func schedule() throws -> Schedule {
    try Schedule(
      search: ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin")
  }
}

/// Where a job's runs say what they say, and what else they are told.
struct JobOptions: ParsableArguments {
  @Option(
    help: help(
      de: "Protokoll; ohne Angabe neben der Pipeline-Datei, mit der Endung .log",
      en: "log; if not given beside the pipeline file, ending in .log"))
  var log: String?

  @Option(
    help: help(
      de: "hält einen Lauf nach dieser Zeit an (900, 15m, 2h)",
      en: "stop a run after this time (900, 15m, 2h)", value: "time"))
  var timeout: TimeLimit?

  @Option(
    help: help(
      de: "schickt die Zahlen jedes Laufs an diese Adresse",
      en: "mails the figures of each run to this address", value: "address"))
  var mailTo: String?

  @Option(
    help: help(
      de: "ruft dieses Programm, wenn ein Lauf scheitert oder angehalten wird",
      en: "calls this program when a run fails or is held", value: "command"))
  var onFailure: String?

  func validate() throws {
    if let mailTo, !MorningMessage.isAddress(mailTo) {
      throw ValidationError(
        say(de: "--mail-to ist eine E-Mail-Adresse", en: "--mail-to is an e-mail address"))
    }
  }

  func entry(_ pipeline: String, _ time: CronTime) throws -> CrontabEntry {
    let path = try Schedule.pipeline(pipeline)
    let program = Bundle.main.executableURL?.resolvingSymlinksInPath().path ?? "kontor"
    var arguments: [String] = []
    if let timeout { arguments += ["--timeout", timeout.text] }
    if let mailTo { arguments += ["--mail-to", mailTo] }
    if let onFailure { arguments += ["--on-failure", onFailure] }
    return CrontabEntry(
      pipeline: path, time: time, program: program,
      log: log.map(Schedule.absolute) ?? Self.log(besides: path), arguments: arguments)
  }

  private static func log(besides pipeline: String) -> String {
    let url = URL(fileURLWithPath: pipeline)
    return url.deletingPathExtension().path + ".log"
  }
}

struct AddJob: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "add",
      abstract: say(
        de: "Trägt einen Auftrag in die crontab ein, oder ersetzt den der Pipeline.",
        en: "Puts a job into the crontab, or replaces the pipeline's."),
      discussion: say(
        de: "Beispiel: kontor schedule add kontor.yaml --at 02:30 --days mo-fr",
        en: "Example: kontor schedule add kontor.yaml --at 02:30 --days mon-fri"))
  }

  @Argument(help: help(de: "die Pipeline-Datei", en: "the pipeline file", value: "pipeline.yaml"))
  var pipeline: String

  @Option(help: help(de: "Uhrzeit wie 02:30", en: "time of day like 02:30", value: "time"))
  var at: String?

  @Option(
    help: help(
      de: "Wochentage wie mo-fr oder mo,mi; ohne Angabe alle",
      en: "days like mon-fri or mon,wed; all if not given", value: "days"))
  var days: String?

  @Option(
    help: help(
      de: "statt --at und --days: fünf Angaben wie cron sie hat",
      en: "instead of --at and --days: five parts as cron has them", value: "parts"))
  var cron: String?

  @OptionGroup var job: JobOptions

  @Flag(
    help: help(
      de: "gibt Dienst und Timer für systemd aus, ändert nichts",
      en: "print a service and a timer for systemd, change nothing"))
  var systemd = false

  @Flag(help: help(de: "zeigt nur die Zeile", en: "only show the line"))
  var dryRun = false

  func validate() throws {
    if (at == nil) == (cron == nil) || cron != nil && days != nil {
      throw ValidationError(
        say(
          de: "nennen Sie --at (mit --days) oder --cron", en: "give --at (with --days) or --cron"))
    }
  }

  func run() throws {
    do {
      let time = try cron.map { try CronTime($0) } ?? CronTime(at: at ?? "", days: days ?? "*")
      let entry = try job.entry(pipeline, time)
      guard !systemd else { return print(try entry.systemd(), terminator: "") }
      print(try entry.line())
      if !dryRun { try ScheduleCommand.schedule().add(entry) }
    } catch {
      throw stopped(error)
    }
  }
}

struct ListJobs: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list",
      abstract: say(de: "Zählt die Aufträge auf.", en: "Lists the jobs."),
      discussion: say(de: "Beispiel: kontor schedule list", en: "Example: kontor schedule list"))
  }

  func run() throws {
    do {
      print(try ScheduleCommand.schedule().list().text(spokenLanguage, now: Date()))
    } catch {
      throw stopped(error)
    }
  }
}

struct RemoveJob: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "remove",
      abstract: say(
        de: "Nimmt den Auftrag einer Pipeline aus der crontab.",
        en: "Takes a pipeline's job out of the crontab."),
      discussion: say(
        de: "Beispiel: kontor schedule remove kontor.yaml",
        en: "Example: kontor schedule remove kontor.yaml"))
  }

  @Argument(help: help(de: "die Pipeline-Datei", en: "the pipeline file", value: "pipeline.yaml"))
  var pipeline: String

  func run() throws {
    do {
      guard try ScheduleCommand.schedule().remove(Schedule.absolute(pipeline)) else {
        throw PipelineError.stopped(
          Phrase(
            de: "\(pipeline): kein Auftrag: kontor schedule list zählt sie auf",
            en: "\(pipeline): no job: kontor schedule list shows them"))
      }
    } catch {
      throw stopped(error)
    }
  }
}

struct RunJob: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "run-now",
      abstract: say(
        de: "Tut jetzt, was der Auftrag der Pipeline täte.",
        en: "Does now what the pipeline's job would do."),
      discussion: say(
        de: "Beispiel: kontor schedule run-now kontor.yaml",
        en: "Example: kontor schedule run-now kontor.yaml"))
  }

  @Argument(help: help(de: "die Pipeline-Datei", en: "the pipeline file", value: "pipeline.yaml"))
  var pipeline: String

  @OptionGroup var job: JobOptions

  func run() throws {
    do {
      let entry = try job.entry(pipeline, CronTime("0 0 * * *"))
      let code = try entry.runNow()
      print("\(entry.log)")
      if code != 0 { throw ExitCode(code) }
    } catch let code as ExitCode {
      throw code
    } catch {
      throw stopped(error)
    }
  }
}
