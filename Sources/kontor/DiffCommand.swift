internal import ArgumentParser
internal import Pipeline
internal import Records

/// `kontor diff`: what runs changed.
struct DiffCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "diff",
      abstract: say(
        de: "Sagt, was ein Lauf änderte, oder alle Läufe nach einem bis zu einem anderen.",
        en: "Says what a run changed, or all runs after one up to another."),
      discussion: say(
        de: "Beispiel: kontor diff 7 --store out/demo/kontor.sqlite",
        en: "Example: kontor diff 7 --store out/demo/kontor.sqlite"))
  }

  @Argument(help: help(de: "Nummer des Laufs", en: "number of the run", value: "run"))
  var first: Int

  @Argument(
    help: help(
      de: "Nummer eines anderen: was nach dem einen bis zu diesem geschah",
      en: "number of another: what happened after the one up to this", value: "other"))
  var last: Int?

  @OptionGroup var store: StoreOption

  @Flag(help: help(de: "als JSON", en: "as JSON"))
  var json = false

  @Option(help: help(de: "de oder en", en: "de or en"))
  var language: Language?

  func run() throws {
    do {
      let changes = try Diff(store: store.path()).changes(
        of: Int64(first), to: last.map(Int64.init))
      let spoken = language ?? spokenLanguage
      print(json ? changes.json : changes.text(spoken))
    } catch {
      throw stopped(error)
    }
  }
}
