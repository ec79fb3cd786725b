internal import ArgumentParser
internal import Foundation
internal import Pipeline
internal import Records

/// `kontor trace`: all that a store holds about a person.
struct TraceCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "trace",
      abstract: say(
        de:
          "Schreibt alles auf, was über eine Person gespeichert ist, mit Herkunft (Art. 15 DSGVO).",
        en: "Writes down all that is held about a person, with its sources (GDPR Art. 15)."),
      discussion: say(
        de: """
          Zwei Dateien, nur für Sie lesbar: contact-NUMMER.html zum Ansehen und Drucken,
          contact-NUMMER.json für Programme. Jeder Datensatz mit Datei, Zeile und Wortlaut, die
          zusammengeführten Werte, frühere Stände, Einwilligungen, Beziehungen, Entscheidungen,
          Verlauf, und wo die Person sonst noch steht.

          Beispiel: kontor trace 12 --out auskunft
                    kontor trace erp:K-1 --pipeline kontor.yaml
          """,
        en: """
          Two files, readable by you alone: contact-NUMBER.html to look at and to print,
          contact-NUMBER.json for programs. Every record with file, line and wording, the merged
          values, former states, consents, relations, decisions, history, and where else the person
          stands.

          Example: kontor trace 12 --out access
                   kontor trace erp:K-1 --pipeline kontor.yaml
          """))
  }

  @Argument(
    help: help(
      de: "Kontaktnummer, auch eine frühere, oder QUELLE:SCHLÜSSEL",
      en: "contact id, also a former one, or SOURCE:KEY", value: "contact"))
  var contact: String

  @Option(help: help(de: "wohin geschrieben wird", en: "where to write", value: "dir"))
  var out = "."

  @OptionGroup var choice: StoreChoice

  @Option(help: help(de: "de oder en", en: "de or en"))
  var language: Language?

  func run() throws {
    do {
      let (store, input) = try choice.located()
      let traced = try Trace(store: store, input: input).contact(contact)
      let day = String(Date().ISO8601Format().prefix(10))
      let files = try Trace.write(traced, to: out, on: day, language ?? spokenLanguage)
      print(files.joined(separator: "\n"))
    } catch {
      throw stopped(error)
    }
  }
}
