import Foundation
import Support
import Testing

@testable import Pipeline

@Suite struct DroppedSourcesTests {
  private static let erp = """
    sources:
      - name: erp
        file: erp.csv
        map: { nr: key, name: family, ort: place }

    """
  private static let list = """
      - name: list
        file: list/*.csv
        map: { nr: key, name: family, ort: place }

    """
  private static let calls = """
    activities:
      - { name: calls, file: calls.csv, key: id, link: { name: wer } }

    """
  private static let feed = list.replacingOccurrences(of: "map:", with: "mode: feed\n    map:")
  private static let files = [
    "erp.csv": "nr;name;ort\n1;Trautmann;Kiel\n2;Eickhoff;Ulm\n",
    "list/a.csv": "nr;name;ort\n7;Ziegenbalg;Gera\n8;Siebenlist;Hof\n",
    "list/b.csv": "nr;name;ort\n9;Ohlendorf;Jena\n",
    "calls.csv": "id;wer\nc1;Trautmann\n",
  ]
  private static let allRecords = ["erp:1", "erp:2", "list:7", "list:8", "list:9"]

  private func scenario(_ pipeline: String) throws -> Scenario {
    let scenario = try Scenario("name: test\n" + pipeline, Self.files)
    try scenario.run()
    #expect(try records(scenario) == Self.allRecords)
    return scenario
  }

  private func records(_ scenario: Scenario) throws -> [String] {
    try scenario.contacts().keys.sorted()
  }

  @Test(arguments: [list, feed])
  func sourceThatIsNamedNoMoreIsWithdrawnAndToldOf(list: String) throws {
    let scenario = try scenario(Self.erp + list)
    try scenario.work.write("pipeline.yaml", "name: test\n" + Self.erp)
    let outcome = try scenario.run()
    #expect(!outcome.isUnchanged)
    #expect(outcome.summary.contains("Withdrawn\n  list  3 rows, source named no more\n"))
    #expect(try records(scenario) == ["erp:1", "erp:2"])
    #expect(try scenario.rows("contacts.csv").count == 2)
    let report = try scenario.work.text("out/report.json")
    #expect(report.contains("\"source\": \"list\",\n      \"rows\": 3,\n      \"dropped\": true"))
    #expect(try scenario.work.text("out/report.html").contains("source named no more"))
    // Once is enough.
    #expect(try scenario.run().isUnchanged)
  }

  @Test func sourceThatIsNamedAgainReturns() throws {
    let scenario = try scenario(Self.erp + Self.list)
    let before = try scenario.contacts()
    let whole = try scenario.work.text("pipeline.yaml")
    try scenario.work.write("pipeline.yaml", "name: test\n" + Self.erp)
    try scenario.run()
    try scenario.work.write("pipeline.yaml", whole)
    try scenario.run()
    #expect(try records(scenario) == Self.allRecords)
    #expect(try scenario.contacts()["erp:1"] == before["erp:1"])
  }

  @Test func droppedTableOfHistoryIsWithdrawn() throws {
    let scenario = try scenario(Self.erp + Self.list + Self.calls)
    #expect(try scenario.counts()["activities"] == 1)
    try scenario.work.write("pipeline.yaml", "name: test\n" + Self.erp + Self.list)
    #expect(try scenario.run().summary.contains("  calls  1 row, source named no more\n"))
    #expect(try scenario.counts()["activities"] == 0)
  }

  @Test func fileThatIsGoneIsWithdrawnFromASnapshotAlone() throws {
    for (mode, left) in [(Self.list, ["list:9"]), (Self.feed, ["list:7", "list:8", "list:9"])] {
      let scenario = try scenario(Self.erp + mode)
      try FileManager.default.removeItem(atPath: scenario.work.path("list/a.csv"))
      let summary = try scenario.run().summary
      #expect(summary.contains("  list  2 rows, no longer in the files\n") == (left.count == 1))
      #expect(try records(scenario) == ["erp:1", "erp:2"] + left)
      #expect(summary.contains("list      \(left.count) record"), "\(summary)")
    }
  }

  @Test func rowThatIsGoneIsWithdrawnFromASnapshotAlone() throws {
    for (mode, left) in [
      (Self.list, ["list:7", "list:9"]), (Self.feed, ["list:7", "list:8", "list:9"]),
    ] {
      let scenario = try scenario(Self.erp + mode)
      try scenario.work.write("list/a.csv", "nr;name;ort\n7;Ziegenbalg;Gera\n")
      try scenario.run()
      #expect(try records(scenario) == ["erp:1", "erp:2"] + left)
    }
  }

  @Test func feedMayHaveNoFilesOnAQuietDay() throws {
    let scenario = try scenario(Self.erp + Self.feed)
    for name in ["a", "b"] {
      try FileManager.default.removeItem(atPath: scenario.work.path("list/\(name).csv"))
    }
    #expect(scenario.stop() == nil)
    #expect(try records(scenario) == Self.allRecords)
    // As a snapshot, no file at all is more likely a mistake than the end of everyone in it.
    try scenario.work.write("pipeline.yaml", "name: test\n" + Self.erp + Self.list)
    #expect(scenario.stop()?.contains("no such file for source \"list\"") == true)
  }

  @Test func feedThatBecomesASnapshotLosesWhatItsFilesNoLongerHold() throws {
    let scenario = try scenario(Self.erp + Self.feed)
    try FileManager.default.removeItem(atPath: scenario.work.path("list/a.csv"))
    try scenario.run()
    try scenario.work.write("pipeline.yaml", "name: test\n" + Self.erp + Self.list)
    try scenario.run()
    #expect(try records(scenario) == ["erp:1", "erp:2", "list:9"])
  }

  @Test func renamedFileWithdrawsNobody() throws {
    let scenario = try scenario(Self.erp + Self.list)
    let before = try scenario.contacts()
    try FileManager.default.moveItem(
      atPath: scenario.work.path("list/a.csv"), toPath: scenario.work.path("list/c.csv"))
    #expect(try !scenario.run().summary.contains("Withdrawn"))
    #expect(try scenario.contacts() == before)
  }

  @Test func rowsSetAsideGoWithTheirFile() throws {
    let scenario = try scenario(Self.erp + Self.list)
    try scenario.work.write("list/a.csv", Self.files["list/a.csv", default: ""] + "zu wenig\n")
    try scenario.run()
    #expect(scenario.outputs.contains("rejected.csv"))
    try FileManager.default.removeItem(atPath: scenario.work.path("list/a.csv"))
    try scenario.run()
    #expect(!scenario.outputs.contains("rejected.csv"))
  }

  @Test func storeOfAnotherPipelineIsNotEmptied() throws {
    let scenario = try Scenario("name: test\n" + Self.erp, Self.files)
    try scenario.run()
    let digest = try scenario.digest()
    try scenario.work.write("pipeline.yaml", "name: other\nsources:\n" + Self.list)
    let stop = try #require(scenario.stop())
    #expect(stop.contains("the store is that of the pipeline \"test\" with the sources erp"))
    #expect(stop.contains("`name: test`"))
    #expect(try scenario.digest() == digest)
    try scenario.work.write("pipeline.yaml", "name: test\nsources:\n" + Self.list)
    try scenario.run()
    #expect(try records(scenario) == ["list:7", "list:8", "list:9"])
  }
}
