internal import ArgumentParser
internal import Pipeline
internal import Records

/// `kontor explain`: why two records are, or are not, one contact.
struct ExplainCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "explain",
      abstract: say(
        de: "Sagt, warum zwei Datensätze ein Kontakt sind oder nicht.",
        en: "Says why two records are, or are not, one contact."),
      discussion: say(
        de: "Beispiel: kontor explain erp:10001 outlook:3f2a… --store out/demo/kontor.sqlite",
        en: "Example: kontor explain erp:10001 outlook:3f2a… --store out/demo/kontor.sqlite"))
  }

  @Argument(
    help: help(
      de: "Kontaktnummer oder QUELLE:SCHLÜSSEL", en: "contact id or SOURCE:KEY", value: "a"))
  var left: String

  @Argument(
    help: help(
      de: "Kontaktnummer oder QUELLE:SCHLÜSSEL", en: "contact id or SOURCE:KEY", value: "b"))
  var right: String

  @OptionGroup var store: StoreOption

  @Flag(help: help(de: "als JSON", en: "as JSON"))
  var json = false

  @Option(help: help(de: "de oder en", en: "de or en"))
  var language: Language?

  func run() throws {
    do {
      let explanation = try Explain(store: store.path()).explanation(of: left, and: right)
      let spoken = language ?? spokenLanguage
      print(
        json ? explanation.json(spoken) : explanation.text(spoken) + "\n", terminator: "")
    } catch {
      throw stopped(error)
    }
  }
}
