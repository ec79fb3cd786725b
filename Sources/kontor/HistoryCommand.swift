internal import ArgumentParser
internal import Pipeline
internal import Records

/// `kontor history`: what happened to a contact.
struct HistoryCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "history",
      abstract: say(
        de: "Erzählt, was mit einem Kontakt geschah: jedes Ereignis, Wert für Wert.",
        en: "Tells what happened to a contact: every event, value by value."),
      discussion: say(
        de: "Beispiel: kontor history 12 --store out/demo/kontor.sqlite",
        en: "Example: kontor history 12 --store out/demo/kontor.sqlite"))
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
      let history = try History(store: store.path()).contact(contact)
      let spoken = language ?? spokenLanguage
      print(json ? history.json(spoken) : history.text(spoken))
    } catch {
      throw stopped(error)
    }
  }
}
