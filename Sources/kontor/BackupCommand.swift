internal import ArgumentParser
internal import Foundation
internal import Pipeline
internal import Records

/// `kontor backup`: copies a store, whoever uses it meanwhile.
struct BackupCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "backup",
      abstract: say(
        de: "Sichert einen Bestand in einer Datei, auch während eines Laufs, und prüft sie.",
        en: "Backs a store up in one file, also during a run, and checks it."),
      discussion: say(
        de: """
          Die Datei heißt nach dem Bestand und der Zeit (UTC) und ist nur für Sie lesbar.

          Beispiel: kontor backup kontor.yaml --to /media/sicherung
                    kontor backup --store out/kontor.sqlite --to vor-dem-umzug.sqlite
          """,
        en: """
          The file is named by the store and the time (UTC), and only you can read it.

          Example: kontor backup kontor.yaml --to /media/backups
                   kontor backup --store out/kontor.sqlite --to before-the-move.sqlite
          """))
  }

  @OptionGroup var store: NamedStoreChoice

  @Option(
    help: help(
      de: "Ordner oder neue Datei; sonst backups neben dem Bestand",
      en: "folder or new file; else backups beside the store", value: "dir|file"))
  var to: String?

  @Option(help: help(de: "de oder en", en: "de or en"))
  var language: Language?

  func run() throws {
    let signals = StopSignals()
    defer { withExtendedLifetime(signals) {} }
    do {
      let made = try Backup(store: store.found().store).make(to: to, now: Date())
      print(made.text(language ?? spokenLanguage))
    } catch {
      throw stopped(error)
    }
  }
}
