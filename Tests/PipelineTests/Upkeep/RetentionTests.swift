import Foundation
import Records
import Store
import Support
import Testing

@testable import Pipeline

@Suite struct RetentionTests {
  private func office(_ retention: String) throws -> Office {
    let office = try Office()
    try office.scenario.work.write(
      "pipeline.yaml", Office.pipeline + "\nretention: \(retention)\n")
    return office
  }

  private var changed: String {
    Office.erp.replacingOccurrences(of: "0351 4466880", with: "0351 4466881")
  }

  @Test(arguments: [
    ("400 days", "2025-10-20T12:00:00Z"), ("2 Wochen", "2026-11-10T12:00:00Z"),
    ("1 month", "2026-10-24T12:00:00Z"), ("3 years", "2023-11-24T12:00:00Z"),
  ])
  func aSpanGoesBackInTheCalendar(text: String, time: String) throws {
    let now = try #require(ISO8601DateFormatter().date(from: "2026-11-24T12:00:00Z"))
    #expect(Retention.Span(text)?.before(now) == time)
  }

  @Test(arguments: ["0 days", "-1 days", "days", "3", "3 moons", "3 days ago", "1000000 days"])
  func anythingElseIsNoSpan(text: String) throws {
    #expect(Retention.Span(text) == nil)
    let office = try office("{ runs: \(text) }")
    #expect(office.scenario.stop()?.contains("\"runs\" must be a duration") == true)
  }

  @Test func byDefaultAllIsKept() throws {
    #expect(try Office().scenario.file.retention.isEmpty)
    let file = try office("{ raw_rows: 400 days, runs: 3 years }").scenario.file
    #expect(file.retention.rawRows == Retention.Span("400 days"))
    #expect(file.retention.runs == Retention.Span("3 years"))
  }

  /// A store whose two runs were long ago.
  private func old(_ retention: String) throws -> Office {
    let office = try office(retention)
    try office.scenario.run()
    try office.write(erp: changed)
    try office.scenario.run()
    try office.scenario.backdateRuns(to: "2020-01-01T00:00:00Z")
    return office
  }

  @Test func aRunRemovesWhatIsKeptNoLongerAndSaysSo() throws {
    let office = try old("{ raw_rows: 1 day, runs: 1 day }")
    let digest = try office.scenario.digest()
    let rows = try office.scenario.work.text("out/contacts.jsonl")
    let outcome = try office.scenario.run()
    #expect(
      outcome.summary.contains("Kept no longer: 5\u{A0}raw rows, what was before 2\u{A0}runs"))
    #expect(try office.scenario.counts()["raw_records"] == 0)
    #expect(try office.scenario.digest() == digest)
    #expect(try office.scenario.work.text("out/contacts.jsonl") == rows)
    #expect(try Verify(store: office.store).perform().isWhole)
    // File and line of each value stay.
    #expect(try Show(store: office.store).contact("2").text(.english).contains("erp.csv:3"))
    #expect(try !office.scenario.run().summary.contains("Kept no longer"))
  }

  @Test func aRunThatHasFadedCanNotBeUndoneAndItsValuesAreNotTold() throws {
    let office = try old("{ runs: 1 day }")
    try office.scenario.run()
    let refused = #expect(throws: PipelineError.self) {
      try Undo(store: office.store, author: "x").perform("2")
    }
    #expect(refused?.text(.english).contains("it can't be undone any more") == true)
    #expect(refused?.text(.german).contains("nicht mehr zurücknehmen") == true)
    let history = try History(store: office.store).contact("2")
    let text = history.text(.english)
    #expect(text.contains("changed (the values are kept no longer)"), "\(text)")
    #expect(!text.contains("4466880") && !history.json(.english).contains("4466880"))
    #expect(throws: PipelineError.self) { try Diff(store: office.store).changes(of: 2) }
  }

  @Test func aLaterRunCanBeUndoneAsEver() throws {
    let office = try old("{ raw_rows: 1 day, runs: 1 day }")
    try office.scenario.run()
    let digest = try office.scenario.digest()
    try office.write(erp: Office.erp)
    try office.scenario.run()
    #expect(try office.scenario.digest() != digest)
    _ = try Undo(store: office.store, author: "x").perform("3")
    #expect(try office.scenario.digest() == digest)
    #expect(try Verify(store: office.store).perform().isWhole)
  }

  @Test func aContactThatIsNoMoreIsShownWithoutItsValues() throws {
    let office = try office("{ runs: 1 day }")
    try office.scenario.run()
    try office.write(erp: Office.erp.split(separator: "\n").prefix(2).joined(separator: "\n"))
    try office.scenario.run()
    try office.scenario.backdateRuns(to: "2020-01-01T00:00:00Z")
    try office.scenario.run()
    for text in [
      try Show(store: office.store).contact("3").text(.english),
      try History(store: office.store).contact("3").text(.english),
    ] {
      #expect(text.contains("contact 3"), "\(text)")
      #expect(!text.contains("uta@heim.example"), "\(text)")
    }
  }
}
