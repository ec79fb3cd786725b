internal import Records

extension YAMLSection {
  /// The section `limits`: the share of rows that may be set aside, and what a scheduled run may
  /// change.
  func limits() -> (setAside: Double, budget: ChangeBudget) {
    var setAside = 0.01
    var budget = ChangeBudget()
    guard let limits = section("limits") else { return (setAside, budget) }
    limits.readShare("rejected", into: &setAside)
    limits.readShare("merged", into: &budget.merged)
    limits.readShare("withdrawn", into: &budget.withdrawn)
    limits.readShare("split", into: &budget.split)
    limits.readShare("fill_drop", into: &budget.fillDrop)
    limits.readShare("source_drop", into: &budget.sourceDrop)
    limits.readCount("growth", into: &budget.growth)
    limits.readCount("shared", into: &budget.shared)
    limits.finish()
    return (setAside, budget)
  }

  private func readShare(_ key: String, into share: inout Double) {
    guard let text = text(key) else { return }
    if let read = PipelineFile.share(of: text) {
      share = read
    } else {
      complain(
        de: "\"\(key)\" ist ein Anteil wie 1% oder 0.01",
        en: "\"\(key)\" must be a share such as 1% or 0.01", at: position(of: key))
    }
  }

  private func readCount(_ key: String, into count: inout Int) {
    guard let text = text(key) else { return }
    if let read = Int(text), (0...1_000_000_000).contains(read) {
      count = read
    } else {
      complain(
        de: "\"\(key)\" ist eine ganze Zahl", en: "\"\(key)\" must be a whole number",
        at: position(of: key))
    }
  }
}
