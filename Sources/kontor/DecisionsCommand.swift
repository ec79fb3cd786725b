internal import ArgumentParser
internal import Pipeline
internal import Records

/// `kontor decisions`: what people decided.
struct DecisionsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "decisions",
      abstract: say(
        de: "Zählt auf, was Menschen entschieden, von wem und wann.",
        en: "Lists what people decided, by whom and when."),
      discussion: say(
        de: "Beispiel: kontor decisions --stale --store out/demo/kontor.sqlite",
        en: "Example: kontor decisions --stale --store out/demo/kontor.sqlite"))
  }

  @Flag(
    help: help(
      de: "nur die, deren Datensätze sich seither änderten",
      en: "only those whose records have changed since"))
  var stale = false

  @Flag(help: help(de: "nur die, die sich widersprechen", en: "only those in conflict"))
  var conflicts = false

  @Flag(help: help(de: "auch die zurückgenommenen", en: "those too that were taken back"))
  var all = false

  @OptionGroup var store: StoreOption

  @Flag(help: help(de: "als JSON", en: "as JSON"))
  var json = false

  @Option(help: help(de: "de oder en", en: "de or en"))
  var language: Language?

  func validate() throws {
    if [stale, conflicts, all].count(where: { $0 }) > 1 {
      throw ValidationError(
        say(
          de: "nennen Sie nur eines von --stale, --conflicts, --all",
          en: "give only one of --stale, --conflicts, --all"))
    }
  }

  func run() throws {
    do {
      let list = try Decisions(store: store.path()).list(
        stale ? .stale : conflicts ? .conflicting : all ? .all : .standing)
      print(json ? list.json : list.text(language ?? spokenLanguage))
    } catch {
      throw stopped(error)
    }
  }
}
