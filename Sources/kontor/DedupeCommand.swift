internal import ArgumentParser
internal import Pipeline
internal import Records

extension OperatingPointName: ExpressibleByArgument {}

/// `kontor dedupe`: one table in, its duplicates out.
struct DedupeCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "dedupe",
      abstract: say(
        de: "Findet die Dubletten einer Tabelle, ohne Pipeline-Datei und Bestand.",
        en: "Finds the duplicates of one table, without a pipeline file or a store."),
      discussion: say(
        de:
          "Beispiel: kontor dedupe adressen.csv --out dubletten --map given=vorname,family=nachname",
        en:
          "Example: kontor dedupe addresses.csv --out duplicates --map given=vorname,family=nachname"
      ))
  }

  @Argument(help: help(de: "die Tabelle", en: "the table", value: "file.csv"))
  var file: String

  @Option(
    help: help(
      de: "Ordner für clusters.csv und contacts.csv",
      en: "folder for clusters.csv and contacts.csv", value: "dir"))
  var out: String

  @Option(
    help: help(
      de: "FELD=SPALTE,… wo die Spaltennamen nicht von selbst erkannt werden",
      en: "FIELD=COLUMN,… where the columns' names are not recognized", value: "list"))
  var map: String?

  @Option(
    help: help(
      de: "Spalte mit der Nummer der Zeile; sonst rec_id, sonst die Zeilennummer",
      en: "column that numbers the rows; else rec_id, else the row number", value: "column"))
  var id: String?

  @Option(help: help(de: "safe oder balanced", en: "safe or balanced"))
  var at: OperatingPointName = .balanced

  @Option(
    help: help(
      de: "Land von Telefonen und Postleitzahlen ohne Land",
      en: "country of phones and postal codes that name none"))
  var country: String = "DE"

  @Flag(help: help(de: "zeigt keinen Fortschritt", en: "show no progress"))
  var quiet = false

  @Option(help: help(de: "de oder en", en: "de or en"))
  var language: Language?

  func run() throws {
    do {
      let spoken = language ?? spokenLanguage
      var dedupe = Dedupe(file: file, folder: out)
      dedupe.operatingPoint = at
      dedupe.country = country
      dedupe.language = spoken
      dedupe.idColumn = id
      dedupe.map = try Dedupe.mapping(from: map ?? "")
      let outcome = try dedupe.perform(progress: .standard(language: spoken, isQuiet: quiet))
      print(outcome.text(spoken))
    } catch {
      throw stopped(error)
    }
  }
}
