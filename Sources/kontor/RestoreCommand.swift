internal import ArgumentParser
internal import Foundation
internal import Pipeline
internal import Records

/// `kontor restore`: puts a backup in the place of a store.
struct RestoreCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "restore",
      abstract: say(
        de: "Prüft eine Sicherung und setzt sie an die Stelle des Bestands.",
        en: "Checks a backup and puts it in the place of the store."),
      discussion: say(
        de: """
          Der bisherige Bestand bleibt daneben als …before-restore-ZEIT: löschen Sie
          ihn, wenn er nicht mehr gebraucht wird. Die Sicherung bleibt, wie sie ist.

          Beispiel: kontor restore sicherung.sqlite --pipeline kontor.yaml
          """,
        en: """
          The former store stays beside it as …before-restore-TIME: delete it when
          it is needed no more. The backup stays as it is.

          Example: kontor restore backup.sqlite --pipeline kontor.yaml
          """))
  }

  @Argument(help: help(de: "die Sicherung", en: "the backup", value: "backup"))
  var backup: String

  @OptionGroup var store: StoreChoice

  @Option(help: help(de: "de oder en", en: "de or en"))
  var language: Language?

  func run() throws {
    let signals = StopSignals()
    defer { withExtendedLifetime(signals) {} }
    do {
      let outcome = try Restore(store: store.found().store).perform(from: backup, now: Date())
      print(outcome.text(language ?? spokenLanguage))
    } catch {
      throw stopped(error)
    }
  }
}
