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

  @OptionGroup var options: DecidingOptions

  func run() throws {
    try options.carryOut { try $0.split(contact, records: records) }
  }
}
