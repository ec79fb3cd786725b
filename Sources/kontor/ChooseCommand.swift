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

  @OptionGroup var options: DecidingOptions

  func run() throws {
    try options.carryOut { try $0.choose(contact, field: field, value: value) }
  }
}
