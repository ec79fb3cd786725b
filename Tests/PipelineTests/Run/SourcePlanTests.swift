import Foundation
import Records
import Support
import Testing

@testable import Pipeline

@Suite struct SourcePlanTests {
  private static let pipeline = """
    sources: [{ name: s, file: s.csv, map: { family: family, phone: phone } }]
    """

  private func scenario() throws -> Scenario {
    try Scenario(
      Self.pipeline, ["s.csv": "family;phone;Farbe\nTrautmann;030 23125 001;blau\n"])
  }

  @Test(arguments: [
    "country: AT\n", "match: { at: balanced }\n", "merge: { phone: most-frequent }\n",
    "write: [contacts.csv]\n", "vcard_version: \"3.0\"\n",
  ])
  func otherSettingsReadTheFilesAnew(setting: String) throws {
    let scenario = try scenario()
    try scenario.run()
    #expect(try scenario.run().isUnchanged)
    try scenario.work.write("pipeline.yaml", setting + Self.pipeline)
    let outcome = try scenario.run()
    #expect(!outcome.isUnchanged)
    #expect(try scenario.run().isUnchanged)
  }

  @Test(arguments: [("name: s,", "name: s, priority: 5,"), ("name: s,", "name: s, numbering: n,")])
  func otherPriorityOrNumberingCounts(old: String, new: String) throws {
    let scenario = try scenario()
    try scenario.run()
    try scenario.work.write(
      "pipeline.yaml", Self.pipeline.replacingOccurrences(of: old, with: new))
    let outcome = try scenario.run()
    #expect(!outcome.isUnchanged)
  }

  @Test func otherMappingReadsTheFileAnew() throws {
    let scenario = try scenario()
    try scenario.run()
    try scenario.work.write(
      "pipeline.yaml",
      Self.pipeline.replacingOccurrences(of: "phone: phone", with: "phone: phone, Farbe: note"))
    #expect(try !scenario.run().isUnchanged)
    #expect(try scenario.rows("contacts.csv").first?["note"] == "blau")
  }

  @Test func touchedFileWithTheSameContentChangesNothing() throws {
    let scenario = try scenario()
    try scenario.run()
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_000_000)],
      ofItemAtPath: scenario.work.path("s.csv"))
    #expect(try scenario.run().isUnchanged)
  }

  @Test func fileNamedByTwoPatternsIsReadOnce() throws {
    let scenario = try scenario()
    try scenario.work.write(
      "pipeline.yaml", Self.pipeline.replacingOccurrences(of: "s.csv", with: "[s.csv, '*.csv']"))
    let plan = try SourcePlan(scenario.file)
    #expect(plan.sources.first?.files.count == 1)
    #expect(plan.allFiles.map(\.source) == ["s"])
  }

  @Test(arguments: [
    ("", "cbf29ce484222325"), ("a", "af63dc4c8601ec8c"), ("foobar", "85944171f73967e8"),
  ])
  func hashIsFNV1a(text: String, hash: String) {
    // Published vectors: http://www.isthe.com/chongo/tech/comp/fnv, 64 bits.
    #expect(contentHash(of: text) == hash)
  }

  @Test func aFileThatChangesOrVanishesWhileItIsReadIsNoticed() throws {
    let scenario = try scenario()
    let file = try #require(try SourcePlan(scenario.file).sources.first?.files.first)
    try file.checkIsAsPlanned()
    func complaint() -> String? {
      do {
        try file.checkIsAsPlanned()
        return nil
      } catch {
        return message(of: error, .english)
      }
    }
    try scenario.work.write("s.csv", "family;phone;Farbe\nTrautmann;030 23125 001;blau\nEickhoff;")
    #expect(complaint()?.contains("s.csv: can't be read: it changed while it was read") == true)
    try FileManager.default.removeItem(atPath: scenario.work.path("s.csv"))
    #expect(complaint()?.contains("it vanished while it was read") == true)
  }
}
