internal import ArgumentParser
internal import Pipeline
internal import Records

/// `kontor split`: records that are not the contact they are in.
struct SplitCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "split",
      abstract: say(
        de: "Trennt Datensätze von ihrem Kontakt, auf Dauer.",
        en: "Parts records from their contact, for good."),
      discussion: say(
        de: "Beispiel: kontor split 12 outlook:3f2a   (kontor show 12 nennt die Datensätze)",
        en: "Example: kontor split 12 outlook:3f2a   (kontor show 12 names the records)"))
  }

  @Argument(
    help: help(
      de: "Kontaktnummer oder QUELLE:SCHLÜSSEL", en: "contact id or SOURCE:KEY", value: "contact"))
  var contact: String

  @Argument(
    help: help(
      de: "QUELLE:SCHLÜSSEL jedes Datensatzes, der geht",
      en: "SOURCE:KEY of each record that goes", value: "record"))
  var records: [String]

  @OptionGroup var store: StoreOption
  @OptionGroup var occasion: OccasionOptions

  @Flag(help: help(de: "als JSON", en: "as JSON"))
  var json = false

  @Flag(help: help(de: "zeigt keinen Fortschritt", en: "show no progress"))
  var quiet = false

  @Option(help: help(de: "de oder en", en: "de or en"))
  var language: Language?

  func run() throws {
    do {
      let spoken = language ?? spokenLanguage
      let decide = try Decide(
        store: store.path(), author: occasion.name, reason: occasion.reason ?? "",
        progress: .standard(language: spoken, isQuiet: quiet))
      let outcome = try decide.split(contact, records: records)
      print(json ? outcome.json : outcome.text(spoken))
    } catch {
      throw stopped(error)
    }
  }
}
