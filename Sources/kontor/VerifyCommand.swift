internal import ArgumentParser
internal import Pipeline
internal import Records

/// `kontor verify`: whether a store is whole.
struct VerifyCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "verify",
      abstract: say(
        de: "Prüft, ob ein Bestand heil ist und seine Ausgaben da sind; sonst endet es mit 1.",
        en: "Checks that a store is whole and its outputs are there; else it ends with 1."),
      discussion: say(
        de: "Beispiel: kontor verify --store out/demo/kontor.sqlite",
        en: "Example: kontor verify --store out/demo/kontor.sqlite"))
  }

  @OptionGroup var store: StoreOption

  @Flag(help: help(de: "als JSON", en: "as JSON"))
  var json = false

  @Option(help: help(de: "de oder en", en: "de or en"))
  var language: Language?

  func run() throws {
    do {
      let found = try Verify(store: store.path()).perform()
      print(json ? found.json : found.text(language ?? spokenLanguage))
      if !found.isWhole { throw Exit.stopped }
    } catch let code as ExitCode {
      throw code
    } catch {
      throw stopped(error)
    }
  }
}
