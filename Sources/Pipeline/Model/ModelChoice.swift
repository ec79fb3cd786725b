internal import Foundation
internal import Linkage
internal import Records
internal import Store

/// The model a run links by: the pipeline's, else the store's, else one that the run trains.
struct ModelChoice {
  /// Nil: the store has none, and the pipeline names none.
  let frozen: NamedModel?
  /// Whether it is the store's already.
  private let isAdopted: Bool
  private let pipeline: String

  /// - Throws: `PipelineError` when a model can't be read.
  init(_ file: PipelineFile, _ reader: StoreReader) throws {
    pipeline = file.name
    let stored = try reader.currentModel()
    if let path = file.model {
      let named = try NamedModel.read(file: path)
      frozen = named
      isAdopted = stored?.hash == named.id
    } else {
      frozen = try stored?.named()
      isAdopted = stored != nil
    }
  }

  /// What the linker starts from; a frozen model is not trained any more.
  var model: LinkageModel { frozen?.model ?? .shipped }

  /// Gives the store the model it was linked by, unless it has it.
  ///
  /// - Returns: nil when there was no record to train on; the next run trains then.
  func keep(after matching: Matching, in session: RunSession) throws -> NamedModel? {
    if let frozen {
      if !isAdopted { try session.adopt(StoredModel(frozen)) }
      return frozen
    }
    guard matching.columns.count > 0 else { return nil }
    let trained = NamedModel(
      trainedBy: matching, name: pipeline, version: 1, author: "kontor run \(pipeline)")
    try session.adopt(StoredModel(trained))
    return trained
  }
}

extension NamedModel {
  /// The model that linking trained, with all it took from the records.
  init(trainedBy matching: Matching, name: String, version: Int, author: String) {
    self.init(
      name: name, version: version,
      provenance: Provenance(
        records: matching.columns.count, author: author,
        notes: matching.linkage.statistics.trainingNotes),
      model: matching.linkage.model.frozen(for: matching.columns))
  }
}

extension StoredModel {
  init(_ named: NamedModel) {
    self.init(
      hash: named.id, name: named.name, version: named.version,
      document: ModelDocument(named).text)
  }

  /// - Throws: `PipelineError` when another version of Kontor made it.
  func named() throws -> NamedModel {
    try NamedModel.read(document, place: "\(name) \(version)")
  }
}
