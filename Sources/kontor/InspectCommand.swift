internal import ArgumentParser
internal import Foundation
internal import Pipeline
internal import Records

/// `kontor inspect`: what files are, and what their columns hold.
struct InspectCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "inspect",
      abstract: say(
        de: "Sagt, was Dateien sind: Format, Kodierung, Herkunft, und was jede Spalte enthält.",
        en: "Says what files are: format, encoding, origin, and what each column holds."),
      discussion: say(
        de: "Beispiel: kontor inspect fixtures/demo --html bericht.html",
        en: "Example: kontor inspect fixtures/demo --html report.html"))
  }

  @Argument(
    help: help(de: "Dateien oder Ordner", en: "files or folders", value: "file"))
  var files: [String]

  @OptionGroup var table: InspectedTableOptions

  @Flag(help: help(de: "als JSON", en: "as JSON"))
  var json = false

  @Option(
    help: help(
      de: "schreibt eine Seite in diese Datei", en: "writes a page into this file", value: "file"))
  var html: String?

  @Option(help: help(de: "de oder en", en: "de or en"))
  var language: Language?

  func run() throws {
    let spoken = language ?? spokenLanguage
    do {
      let result = try Inspection.run(files, table.settings())
      if let html {
        try result.writePage(to: html, spoken)
      }
      if json {
        print(FileInspection.json(result.files), terminator: "")
      } else if html == nil {
        print(result.files.map { $0.text(spoken) }.joined(separator: "\n\n"))
      }
      for failure in result.failures { _ = stopped(failure.error) }
      if !result.failures.isEmpty { throw Exit.stopped }
    } catch let code as ExitCode {
      throw code
    } catch {
      throw stopped(error)
    }
  }
}

/// What a user says about tables that are looked at; the same value is used for looking and for
/// what is written into the pipeline.
struct InspectedTableOptions: ParsableArguments {
  @Option(
    help: help(
      de: "Trennzeichen der Tabellen, oder tab", en: "delimiter of tables, or tab", value: "char"))
  var delimiter: String?

  @Option(
    help: help(
      de: "Kodierung der Tabellen: utf-8, windows-1252, …",
      en: "encoding of tables: utf-8, windows-1252, …", value: "name"))
  var encoding: String?

  @Option(
    help: help(
      de: "Land der Nummern und Postleitzahlen ohne Land",
      en: "country of numbers and postal codes without one", value: "code"))
  var country = "DE"

  func settings() throws -> Inspection.Settings {
    guard let csv = CSVSettings(delimiter: delimiter, encoding: encoding) else {
      throw ValidationError(
        say(
          de: "--delimiter ist ein Zeichen oder tab, --encoding eine bekannte Kodierung",
          en: "--delimiter is one character or tab, --encoding a known encoding"))
    }
    return Inspection.Settings(csv: csv, country: country)
  }
}
