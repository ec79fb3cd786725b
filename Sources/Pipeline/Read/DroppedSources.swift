internal import Records
internal import Store

/// The sources that fed the store once and that the pipeline file names no more.
///
/// The pipeline file is the truth of what feeds the store, so what they gave is withdrawn, a feed's
/// too. It stays in the store's history and returns with the source.
struct DroppedSources {
  let plan: SourcePlan
  let session: RunSession

  /// - Returns: whether anything was withdrawn.
  /// - Throws: `PipelineError.stopped` when the store is that of another pipeline.
  func withdraw() throws -> Bool {
    let named = Set(plan.sources.map(\.definition.name) + plan.history.map(\.definition.name))
    // Files of a feed may be gone while its records stay.
    let live = try session.reader.sources().filter { id, source in
      try source.mode == .feed
        || session.reader.files(of: id).contains {
          !$0.isMissing || ($0.undoneRun != nil && plan.readsUndone)
        }
    }
    let dropped = live.filter { !named.contains($0.source.name) }
    if !dropped.isEmpty, dropped.count == live.count { try checkPipeline(dropped) }
    for source in dropped { _ = try session.drop(source.id) }
    return !dropped.isEmpty
  }

  /// Nothing of the store would be left: that is meant only by the pipeline that filled it.
  private func checkPipeline(_ dropped: [(id: SourceID, source: StoredSource)]) throws {
    // What people did with the store since, such as `kontor decide`, is no pipeline's.
    let runs = try session.reader.runs(limit: 1000)
    guard let current = runs.first,
      let last = runs.dropFirst().first(where: { !$0.pipeline.hasPrefix("kontor ") }),
      current.pipeline != last.pipeline
    else { return }
    let names = dropped.map(\.source.name).joined(separator: ", ")
    throw PipelineError.stopped(
      Phrase(
        de: "der Bestand ist der der Pipeline \"\(last.pipeline)\" mit den Quellen \(names): "
          + "nennen Sie einen anderen mit `output:` oder `store:`, oder, um ihn zu ersetzen, "
          + "dieselbe Pipeline mit `name: \(last.pipeline)`",
        en: "the store is that of the pipeline \"\(last.pipeline)\" with the sources \(names): "
          + "name another one with `output:` or `store:`, or, to replace it, the same pipeline "
          + "with `name: \(last.pipeline)`"))
  }
}
