import Foundation
import Records
import Store
import Support
import Testing

@testable import Pipeline

@Suite struct ScheduledRunTests {
  private struct Night {
    let work: Workdir
    var contacts = InventedContacts(seed: 11)
    var rows: [InventedContacts.Row]

    init() throws {
      work = try Workdir()
      try work.write(
        "nacht.yaml",
        """
        name: nacht
        output: out
        match: { at: balanced }
        sources:
          - { name: a, file: a.csv, map: \(InventedContacts.map), constants: { consent_channel: email } }
        """)
      var contacts = contacts
      rows = (0..<60).map { _ in contacts.newRow() }
      self.contacts = contacts
      try write()
    }

    func write() throws { try work.write("a.csv", InventedContacts.table(rows)) }

    var file: PipelineFile { get throws { try PipelineFile.read(work.path("nacht.yaml")) } }

    func run(isScheduled: Bool = true) throws -> RunOutcome {
      try Run(file: file, options: RunOptions(isScheduled: isScheduled)).perform(
        progress: Progress(mode: .silent, language: .english))
    }

    func approve(_ run: Int64) throws -> RunOutcome {
      // Cron names the file by its whole path, a person by a shorter one.
      let path =
        work.path + "/../" + URL(fileURLWithPath: work.path).lastPathComponent + "/nacht.yaml"
      return try Approval(run: run, pipeline: path).perform(
        progress: Progress(mode: .silent, language: .english))
    }

    var digest: String {
      get throws { try Verify(store: work.path("out/kontor.sqlite")).perform().digest }
    }

    var held: HeldRun? { HeldRun(ofStore: work.path("out/kontor.sqlite")) }
  }

  @Test func aNightThatLosesHalfOfTheRecordsIsHeldAndApproved() throws {
    var night = try Night()
    #expect(try night.run().held == nil)
    let before = try night.digest
    let files = try FileManager.default.contentsOfDirectory(atPath: night.work.path("out")).sorted()
    night.rows = Array(night.rows.prefix(30))
    try night.write()
    let held = try #require(try night.run().held)
    #expect(held.run == 2)
    #expect(held.reasons.contains { $0.en.hasPrefix("a: 30 records, had 60") })
    #expect(held.reasons.contains { $0.en.contains("contacts would be withdrawn: more than 5 %") })
    #expect(try night.digest == before)
    #expect(night.held == held)
    let after = try FileManager.default.contentsOfDirectory(atPath: night.work.path("out")).sorted()
    #expect(after == (files + ["kontor.sqlite.held"]).sorted())
    #expect(held.text(.german).contains("kontor approve 2"))

    #expect(throws: PipelineError.self) { try night.approve(3) }
    #expect(try night.approve(2).held == nil)
    #expect(night.held == nil)
    #expect(try night.digest != before)
    // What was approved is what a run without limits makes.
    let other = try Night()
    _ = try other.run(isScheduled: false)
    var less = other
    less.rows = night.rows
    try less.write()
    _ = try less.run(isScheduled: false)
    #expect(try less.digest == night.digest)
    #expect(throws: PipelineError.self) { try night.approve(2) }
  }

  @Test func anApprovalHoldsOnlyForWhatWasProposed() throws {
    var night = try Night()
    _ = try night.run()
    let rows = night.rows
    night.rows = Array(rows.prefix(30))
    try night.write()
    #expect(try night.run().held != nil)
    night.rows = Array(rows.prefix(29))
    try night.write()
    let before = try night.digest
    #expect(throws: PipelineError.self) { try night.approve(2) }
    #expect(try night.digest == before)
    // A person's own run is not held, and what was proposed before it is void.
    _ = try night.run(isScheduled: false)
    #expect(night.held == nil)
  }

  @Test func theFirstNightAndAQuietOneAreKept() throws {
    var night = try Night()
    #expect(try night.run().held == nil)
    #expect(try night.run().isUnchanged)
    night.rows[0] = night.contacts.changed(night.rows[0])
    night.rows.append(night.contacts.newRow())
    try night.write()
    let outcome = try night.run()
    #expect(outcome.held == nil)
    #expect(!outcome.isUnchanged)
  }

  @Test func aSourceThatIsEmptyIsHeld() throws {
    var night = try Night()
    _ = try night.run()
    night.rows = []
    try night.write()
    let held = try #require(try night.run().held)
    #expect(held.reasons.contains { $0.en == "a: empty, had 60 records" })
    // The file holds no value of any contact.
    let text = try night.work.text("out/kontor.sqlite.held")
    #expect(!text.contains("@"))
  }
}
