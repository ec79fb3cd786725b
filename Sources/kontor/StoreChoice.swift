internal import ArgumentParser
internal import Pipeline
internal import Records

/// A store by its pipeline file or by itself: for what a person does now and then.
struct StoreChoice: ParsableArguments {
  @Option(
    help: help(
      de: "die Pipeline-Datei; sonst ./kontor.yaml", en: "the pipeline file; else ./kontor.yaml",
      value: "pipeline.yaml"))
  var pipeline: String?

  @Option(
    help: help(
      de: "statt der Pipeline-Datei: die Bestandsdatei",
      en: "instead of the pipeline file: the store's file", value: "file"))
  var store: String?

  func validate() throws {
    if pipeline != nil, store != nil {
      throw ValidationError(
        say(de: "nennen Sie --pipeline oder --store", en: "give --pipeline or --store"))
    }
  }

  /// - Parameter named: a pipeline file that was named without an option.
  /// - Throws: `PipelineError` when the pipeline file can't be read.
  func found(_ named: String? = nil) throws -> (store: String, retention: Retention) {
    if let store { return (store, Retention()) }
    let file = try PipelineFile.read(named ?? pipeline ?? "kontor.yaml")
    return (file.store, file.retention)
  }

  /// The store, and the folder in which its sources lie; nil when no pipeline file says.
  func located() throws -> (store: String, input: String?) {
    if let store { return (store, nil) }
    let file = try PipelineFile.read(pipeline ?? "kontor.yaml")
    return (file.store, file.input)
  }
}

/// The same, with the pipeline file as the first argument.
struct NamedStoreChoice: ParsableArguments {
  @Argument(
    help: help(
      de: "die Pipeline-Datei; sonst ./kontor.yaml", en: "the pipeline file; else ./kontor.yaml",
      value: "pipeline.yaml"))
  var named: String?

  @OptionGroup var choice: StoreChoice

  func validate() throws {
    if named != nil, choice.pipeline != nil || choice.store != nil {
      throw ValidationError(
        say(de: "nennen Sie den Bestand nur einmal", en: "name the store only once"))
    }
  }

  func found() throws -> (store: String, retention: Retention) { try choice.found(named) }
}
