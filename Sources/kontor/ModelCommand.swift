internal import ArgumentParser
internal import Pipeline
internal import Records

/// `kontor model`: what the store's model holds.
struct ModelCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "model",
      abstract: say(
        de: "Zeigt das Modell des Bestands: was jede Übereinstimmung wiegt, und die Schnitte.",
        en: "Shows the store's model: what each agreement weighs, and the cuts."),
      discussion: say(
        de: """
          Beispiel: kontor model --store out/demo/kontor.sqlite
                    kontor model --out modell.json   (dann in der Pipeline: match: { model: modell.json })
          """,
        en: """
          Example: kontor model --store out/demo/kontor.sqlite
                    kontor model --out model.json   (then in the pipeline: match: { model: model.json })
          """))
  }

  @OptionGroup var store: StoreOption

  @Flag(help: help(de: "als JSON", en: "as JSON"))
  var json = false

  @Option(
    help: help(
      de: "schreibt das Modell in diese Datei", en: "write the model to this file", value: "file"))
  var out: String?

  @Option(help: help(de: "de oder en", en: "de or en"))
  var language: Language?

  func run() throws {
    do {
      let model = try ModelReport(store: store.path())
      if let out {
        try model.write(to: out)
      } else {
        print(json ? model.json : model.text(language ?? spokenLanguage))
      }
    } catch {
      throw stopped(error)
    }
  }
}
