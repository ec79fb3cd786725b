import Foundation
import Records
import Store
import Support
import Testing

@testable import Pipeline

@Suite struct StatusTests {
  @Test func aStatusTellsOfRunsQuestionsLockAndWhatWaits() throws {
    let work = try Workdir()
    try work.write(
      "nacht.yaml",
      """
      name: nacht
      output: out
      sources:
        - { name: a, file: a.csv, map: \(InventedContacts.map), constants: { consent_channel: email } }
      """)
    var contacts = InventedContacts(seed: 5)
    let rows = (0..<40).map { _ in contacts.newRow() }
    try work.write("a.csv", InventedContacts.table(rows))
    let file = try PipelineFile.read(work.path("nacht.yaml"))
    func run() throws {
      _ = try Run(file: file, options: RunOptions(isScheduled: true)).perform(
        progress: Progress(mode: .silent, language: .english))
    }
    try run()
    try work.write("a.csv", InventedContacts.table(Array(rows.prefix(9))))
    try run()
    let crontab = try work.write("bin/crontab", "#!/bin/sh\ncat \(work.path("tab"))\n")
    #expect(chmod(crontab, 0o755) == 0)
    try work.write(
      "tab", "# kontor begin /n.yaml\n30 2 * * * x\n# kontor end /n.yaml\n")

    let lock = try StoreLock(store: file.store, startedAt: "2026-11-23T02:30:00Z", work: "tag")
    let status = try Status(store: file.store, search: work.path("bin"))
    withExtendedLifetime(lock) {}
    #expect(status.records == 40)
    #expect(status.contacts > 0 && status.size > 0)
    #expect(status.runs.map(\.name) == ["nacht"])
    #expect(status.holder?.work == "tag")
    #expect(status.held?.run == 2)
    #expect(status.jobs?.map(\.pipeline) == ["/n.yaml"])
    let now = try #require(ISO8601DateFormatter().date(from: "2026-11-23T12:00:00Z"))
    let text = status.text(.english, now: now)
    for part in [
      "of 40 records", "at work", "tag, process", "kontor approve 2", "2026-11-24 02:30",
    ] {
      #expect(text.contains(part), "\(part)")
    }
    let json = try JSONSerialization.jsonObject(with: Data(status.json(now: now).utf8))
    let members = try #require(json as? [String: Any])
    #expect((members["lock"] as? [String: Any])?["work"] as? String == "tag")
    #expect((members["held"] as? [String: Any])?["run"] as? Int == 2)
    #expect((members["jobs"] as? [Any])?.count == 1)
  }

  /// Its first run is undone as a whole: there is no store until it is approved.
  @Test func aStoreThatIsHeldAtItsFirstNightTellsHowToApprove() throws {
    let work = try Workdir()
    try work.write(
      "nacht.yaml",
      """
      name: nacht
      output: out
      limits: { rejected: 0% }
      sources: [{ name: a, file: a.csv, map: \(InventedContacts.map) }]
      """)
    var contacts = InventedContacts(seed: 6)
    let rows = InventedContacts.table((0..<30).map { _ in contacts.newRow() })
    try work.write("a.csv", rows + "zu wenig\n")
    let file = try PipelineFile.read(work.path("nacht.yaml"))
    let outcome = try Run(file: file, options: RunOptions(isScheduled: true)).perform(
      progress: Progress(mode: .silent, language: .english))
    #expect(outcome.held != nil)
    #expect(!FileManager.default.fileExists(atPath: file.store))
    let status = try Status(store: file.store, search: work.path)
    #expect(status.text(.english, now: Date()).contains("kontor approve 1 --pipeline"))
    #expect(status.text(.german, now: Date()).contains("0 aus 0 Datensätzen"))
    #expect(status.json(now: Date()).contains("\"run\": 1"))
  }

  @Test func withoutCronTheJobsAreNotKnown() throws {
    let work = try Workdir()
    try ContactStore(path: work.path("k.sqlite"), create: true).close()
    let status = try Status(store: work.path("k.sqlite"), search: "/nowhere")
    #expect(status.jobs == nil)
    #expect(status.holder == nil && status.held == nil)
    #expect(throws: (any Error).self) { try Status(store: work.path("none"), search: "") }
  }
}
