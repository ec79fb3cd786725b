internal import ArgumentParser
internal import Foundation
internal import Pipeline
internal import Records

/// `kontor vacuum`: makes a store's file as small as what it holds.
struct VacuumCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "vacuum",
      abstract: say(
        de: "Verkleinert einen Bestand auf das, was er enthält.",
        en: "Makes a store as small as what it holds."),
      discussion: say(
        de: """
          Zuvor wird entfernt, was `retention:` der Pipeline-Datei nicht länger
          aufhebt. Unterdessen braucht es das Doppelte seiner Größe auf der Platte.

          Beispiel: kontor vacuum kontor.yaml
          """,
        en: """
          First removes what `retention:` of the pipeline file keeps no longer.
          Meanwhile it takes twice the store's size on the disk.

          Example: kontor vacuum kontor.yaml
          """))
  }

  @OptionGroup var store: NamedStoreChoice

  @Option(help: help(de: "de oder en", en: "de or en"))
  var language: Language?

  func run() throws {
    let signals = StopSignals()
    defer { withExtendedLifetime(signals) {} }
    do {
      let (path, retention) = try store.found()
      let outcome = try Vacuum(store: path, retention: retention).perform(now: Date())
      print(outcome.text(language ?? spokenLanguage))
    } catch {
      throw stopped(error)
    }
  }
}
