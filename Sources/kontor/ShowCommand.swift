internal import ArgumentParser
internal import Pipeline
internal import Records

/// `kontor show`: a contact with all that is known of it.
struct ShowCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "show",
      abstract: say(
        de:
          "Zeigt einen Kontakt: jeden Wert mit Herkunft und Regel, was unterlag, und was an ihm hängt.",
        en: "Shows a contact: every value with origin and rule, what lost, and what hangs on it."),
      discussion: say(
        de: "Beispiel: kontor show erp:K-1 --store out/demo/kontor.sqlite",
        en: "Example: kontor show erp:K-1 --store out/demo/kontor.sqlite"))
  }

  @Argument(
    help: help(
      de: "Kontaktnummer, auch eine frühere, oder QUELLE:SCHLÜSSEL",
      en: "contact id, also a former one, or SOURCE:KEY", value: "contact"))
  var contact: String

  @OptionGroup var store: StoreOption

  @Flag(help: help(de: "als JSON", en: "as JSON"))
  var json = false

  @Option(help: help(de: "de oder en", en: "de or en"))
  var language: Language?

  func run() throws {
    do {
      let shown = try Show(store: store.path()).contact(contact)
      let spoken = language ?? spokenLanguage
      print(json ? shown.json(spoken) : shown.text(spoken))
    } catch {
      throw stopped(error)
    }
  }
}
