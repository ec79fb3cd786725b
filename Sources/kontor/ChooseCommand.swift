internal import ArgumentParser
internal import Pipeline
internal import Records

/// `kontor choose`: the value of a contact that is right.
struct ChooseCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "choose",
      abstract: say(
        de: "Wählt den Wert eines Kontakts, der gilt, auch gegen die Regeln; er bleibt gewählt.",
        en: "Chooses the value of a contact that holds, whatever the rules say; it stays chosen."),
      discussion: say(
        de:
          "Beispiel: kontor choose 12 name \"Hannelore Meier\"   (kontor show 12 zeigt alle Werte)",
        en: "Example: kontor choose 12 name \"Hannelore Meier\"   (kontor show 12 shows all values)"
      ))
  }

  @Argument(
    help: help(
      de: "Kontaktnummer oder QUELLE:SCHLÜSSEL", en: "contact id or SOURCE:KEY", value: "contact"))
  var contact: String

  @Argument(
    help: help(
      de: "Merkmal wie name oder email, oder extra.SPALTE",
      en: "attribute such as name or email, or extra.COLUMN", value: "field"))
  var field: String

  @Argument(
    help: help(de: "der Wert, wie er gezeigt wird", en: "the value as it is shown", value: "value"))
  var value: String

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
      let outcome = try decide.choose(contact, field: field, value: value)
      print(json ? outcome.json : outcome.text(spoken))
    } catch {
      throw stopped(error)
    }
  }
}
