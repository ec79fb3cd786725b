internal import ArgumentParser
internal import Pipeline
internal import Records

/// `kontor sample`: pairs to judge blindly.
struct SampleCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "sample",
      abstract: say(
        de: "Zieht Paare zum blinden Beurteilen: zwei Datensätze nebeneinander, ohne Gewicht.",
        en: "Draws pairs to judge blindly: two records side by side, without their weight."),
      discussion: say(
        de: """
          Tragen Sie in die Spalte "same" ja, nein oder unsicher ein; kontor evaluate --sample rechnet.
          Die Tabelle enthält personenbezogene Daten.

          Beispiel: kontor sample --store out/demo/kontor.sqlite --out sample.csv
          """,
        en: """
          Write yes, no or unsure into the column "same"; kontor evaluate --sample does the rest.
          The table holds personal data.

          Example: kontor sample --store out/demo/kontor.sqlite --out sample.csv
          """))
  }

  @OptionGroup var store: StoreOption

  @Option(help: help(de: "die Tabelle", en: "the table", value: "file.csv"))
  var out: String

  @Option(help: help(de: "so viele Paare", en: "so many pairs", value: "number"))
  var size: Int = Sample.defaultSize

  @Option(help: help(de: "de oder en", en: "de or en"))
  var language: Language?

  func validate() throws {
    if !(1...100_000).contains(size) {
      throw ValidationError(
        say(de: "--size ist eine Zahl von 1 bis 100000", en: "--size is a number from 1 to 100000"))
    }
  }

  func run() throws {
    do {
      let spoken = language ?? spokenLanguage
      let count = try Sample(store: store.path(), size: size).write(to: out, language: spoken)
      print(
        Phrase(de: "\(out): \(count) Paare zu beurteilen", en: "\(out): \(count) pairs to judge")(
          spoken))
    } catch {
      throw stopped(error)
    }
  }
}
