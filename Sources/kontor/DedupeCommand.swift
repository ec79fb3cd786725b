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

  @Flag(
    inversion: .prefixedNo,
    help: help(
      de: "ob die erste Zeile die Spalten nennt; sonst erkannt",
      en: "whether the first row names the columns; else detected"))
  var header: Bool?

  @Option(
    help: help(
      de: "Trennzeichen, auch tab; sonst erkannt", en: "delimiter, or tab; else detected",
      value: "character"))
  var delimiter: String?

  @Option(
    help: help(
      de: "Zeichenkodierung wie windows-1252; sonst erkannt",
      en: "encoding such as windows-1252; else detected", value: "name"))
  var encoding: String?

  @Option(
    help: help(
      de: "Anteil ausgesonderter Zeilen, ab dem der Befehl mit 2 endet",
      en: "share of rows set aside above which the command ends with 2", value: "share"))
  var problemLimit = "1%"

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

  func validate() throws {
    if let wrong = (map ?? "").split(separator: ",").first(where: { !$0.contains("=") }) {
      throw ValidationError(
        say(
          de: "--map: schreiben Sie FELD=SPALTE statt \"\(wrong)\"",
          en: "--map: write FIELD=COLUMN instead of \"\(wrong)\""))
    }
    if PipelineFile.share(of: problemLimit) == nil {
      throw ValidationError(
        say(
          de: "--problem-limit ist ein Anteil wie 1% oder 0.01",
          en: "--problem-limit is a share such as 1% or 0.01"))
    }
    if delimiter != nil, CSVSettings(delimiter: delimiter, encoding: nil) == nil {
      throw ValidationError(
        say(
          de: "--delimiter ist ein Zeichen oder tab", en: "--delimiter is one character, or tab"))
    }
    if let encoding, CSVSettings(delimiter: nil, encoding: encoding) == nil {
      throw ValidationError(
        say(
          de: "--encoding: keine Zeichenkodierung heißt \"\(encoding)\"",
          en: "--encoding: no encoding \"\(encoding)\""))
    }
  }

  func run() throws {
    do {
      let spoken = language ?? spokenLanguage
      var dedupe = Dedupe(file: file, folder: out)
      dedupe.operatingPoint = at
      dedupe.country = country
      dedupe.language = spoken
      dedupe.idColumn = id
      if let csv = CSVSettings(delimiter: delimiter, encoding: encoding) { dedupe.csv = csv }
      dedupe.csv.header = header
      dedupe.map = try Dedupe.mapping(from: map ?? "")
      let outcome = try dedupe.perform(progress: .standard(language: spoken, isQuiet: quiet))
      print(outcome.text(spoken))
      if outcome.isOver(limit: PipelineFile.share(of: problemLimit) ?? 0.01) {
        throw Exit.overLimit
      }
    } catch let code as ExitCode {
      throw code
    } catch {
      throw stopped(error)
    }
  }
}
