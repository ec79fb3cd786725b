internal import ArgumentParser
internal import Pipeline
internal import Records

/// `kontor runs`: the runs of a store.
struct RunsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "runs",
      abstract: say(
        de: "Zählt die Läufe eines Bestands auf, den neuesten zuerst.",
        en: "Lists the runs of a store, newest first."),
      discussion: say(
        de: "Beispiel: kontor runs --store out/demo/kontor.sqlite",
        en: "Example: kontor runs --store out/demo/kontor.sqlite"))
  }

  @Option(help: help(de: "höchstens so viele", en: "at most so many", value: "number"))
  var limit: Int = 30

  @OptionGroup var store: StoreOption

  @Flag(help: help(de: "als JSON", en: "as JSON"))
  var json = false

  @Option(help: help(de: "de oder en", en: "de or en"))
  var language: Language?

  func run() throws {
    do {
      let runs = try Runs(store: store.path()).list(limit: max(0, limit))
      let spoken = language ?? spokenLanguage
      print(json ? runs.json : runs.text(spoken))
    } catch {
      throw stopped(error)
    }
  }
}
