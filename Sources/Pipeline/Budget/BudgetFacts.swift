internal import Linkage
internal import Records
internal import Reports
internal import Store

/// What was in the store before a run, to be held beside what is there at its end.
struct BudgetStart {
  private let contacts: Int
  private let sources: [String: Int]
  private let last: [String: Int]

  /// - Parameter pipeline: whose earlier runs are looked at.
  init(_ reader: StoreReader, pipeline: String) throws {
    contacts = try reader.liveCounts().contacts
    sources = try reader.liveRecordCounts()
    last =
      try reader.runs(limit: 200).first { run in
        run.pipeline == pipeline && !run.isUndone && run.counts["contacts"] != nil
      }?.counts ?? [:]
  }

  /// - Parameter report: the run's, as it is at its end.
  func facts(_ report: Report, sharedValues: Int, of session: RunSession) throws
    -> ChangeBudget.Facts
  {
    let events = try session.reader.eventCounts(of: session.id)
    var facts = ChangeBudget.Facts()
    facts.contactsBefore = contacts
    facts.merged = events["merged", default: 0]
    facts.withdrawn = events["withdrawn", default: 0]
    facts.split = events["split", default: 0]
    facts.growth = try session.reader.mostRecordsGained(in: session.id)
    facts.fill = fill(report)
    facts.sharedBefore = last[Report.sharedValuesKey]
    facts.sharedAfter = sharedValues
    let now = try session.reader.liveRecordCounts()
    facts.sources = Set(sources.keys).union(now.keys).sorted().map {
      ($0, sources[$0, default: 0], now[$0, default: 0])
    }
    facts.setAsideBefore = last["set-aside", default: 0]
    facts.setAside = report.totals.setAside
    facts.rows = report.totals.records + report.totals.setAside
    return facts
  }

  private func fill(_ report: Report) -> [(attribute: Attribute, before: Double, after: Double)] {
    guard let contacts = last["contacts"], contacts > 0, report.totals.contacts > 0 else {
      return []
    }
    let now = report.counts
    return Attribute.allCases.compactMap { attribute in
      let key = Report.fillKey(attribute)
      guard let before = last[key] else { return nil }
      return (
        attribute, Double(before) / Double(contacts),
        Double(now[key, default: 0]) / Double(report.totals.contacts)
      )
    }
  }
}
