internal import ArgumentParser
internal import Pipeline
internal import Records

/// `--store FILE`: which store a command works on.
struct StoreOption: ParsableArguments {
  @Option(
    help: help(
      de: "die Bestandsdatei; sonst `store:` von ./kontor.yaml",
      en: "the store's file; else `store:` of ./kontor.yaml", value: "file"))
  var store: String?

  /// - Throws: `PipelineError` when there is neither the option nor ./kontor.yaml.
  func path() throws -> String {
    if let store { return store }
    do {
      return try PipelineFile.read("kontor.yaml").store
    } catch PipelineError.unreadable {
      throw PipelineError.stopped(
        Phrase(
          de: "kein Bestand genannt: geben Sie --store DATEI an",
          en: "no store named: give --store FILE"))
    }
  }
}
