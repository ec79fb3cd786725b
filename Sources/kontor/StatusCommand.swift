internal import ArgumentParser
internal import Foundation
internal import Pipeline
internal import Records

/// `kontor status`: how a store is, who works on it, what comes next.
struct StatusCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "status",
      abstract: say(
        de: "Sagt, wie es um einen Bestand steht: letzte und nächste Läufe, Fragen, Sperre.",
        en: "Says how a store is: last and next runs, questions, lock."),
      discussion: say(
        de: "Beispiel: kontor status --store out/demo/kontor.sqlite",
        en: "Example: kontor status --store out/demo/kontor.sqlite"))
  }

  @OptionGroup var store: StoreOption

  @Flag(help: help(de: "als JSON", en: "as JSON"))
  var json = false

  @Option(help: help(de: "de oder en", en: "de or en"))
  var language: Language?

  func run() throws {
    do {
      let status = try Status(
        store: store.path(),
        search: ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin")
      print(
        json ? status.json(now: Date()) : status.text(language ?? spokenLanguage, now: Date()),
        terminator: json ? "" : "\n")
    } catch {
      throw stopped(error)
    }
  }
}
