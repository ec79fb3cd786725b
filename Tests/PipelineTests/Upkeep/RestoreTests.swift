import Foundation
import Records
import Store
import Support
import Testing

@testable import Pipeline

@Suite struct RestoreTests {
  private let now = Date(timeIntervalSince1970: 1_795_000_000)

  private var changed: String {
    Office.erp.replacingOccurrences(of: "0351 4466880", with: "0351 4466881")
  }

  @Test func theStoreIsAsItWasAndTheNextRunMakesUpForIt() throws {
    let office = try Office()
    try office.scenario.run()
    let digest = try office.scenario.digest()
    let backup = try Backup(store: office.store).make(
      to: office.scenario.work.path("b.sqlite"), now: now)
    try office.write(erp: changed)
    try office.scenario.run()
    let later = try office.scenario.digest()
    #expect(digest != later)
    let outputs = try office.scenario.snapshot()

    let outcome = try Restore(store: office.store).perform(from: backup.path, now: now)
    #expect(outcome.lastRun == 1)
    #expect(try office.scenario.digest() == digest)
    let former = try #require(outcome.former)
    #expect(former == office.store + ".before-restore-20261118T110640Z")
    #expect(try Runs(store: former).list(limit: 9).runs.map(\.id) == [2, 1])

    #expect(try office.scenario.run().isUnchanged == false)
    #expect(try office.scenario.digest() == later)
    #expect(try Verify(store: office.store).perform().isWhole)
    #expect(try office.scenario.work.bytes("out/contacts.csv") == outputs["contacts.csv"])
  }

  /// What was decided since the backup is gone with the rest, though no source has changed.
  @Test func outputsAreWrittenAnewThoughNoSourceHasChanged() throws {
    let office = try Office()
    try office.scenario.run()
    let backup = try Backup(store: office.store).make(
      to: office.scenario.work.path("b.sqlite"), now: now)
    let contacts = try office.scenario.work.text("out/contacts.csv")
    try office.scenario.work.write("out/contacts.csv", "of another store")
    try office.scenario.work.write("out/kontor.sqlite.link", "of another store")
    _ = try Restore(store: office.store).perform(from: backup.path, now: now)
    #expect(!office.scenario.outputs.contains("kontor.sqlite.link"))
    try office.scenario.run()
    #expect(try office.scenario.work.text("out/contacts.csv") == contacts)
    #expect(!office.scenario.outputs.contains(OutputFolder.draftName))
  }

  @Test func whatIsNoWholeBackupChangesNothing() throws {
    let office = try Office()
    try office.scenario.run()
    let work = office.scenario.work
    try work.write("torn.sqlite", "torn")
    let before = Repository.names(in: work.path("out"))
    for path in [work.path("torn.sqlite"), work.path("none"), office.store] {
      #expect(throws: PipelineError.self) {
        try Restore(store: office.store).perform(from: path, now: now)
      }
    }
    #expect(Repository.names(in: work.path("out")) == before)
  }

  @Test func whileARunIsAtWorkItWaitsAndGivesUp() throws {
    let office = try Office()
    try office.scenario.run()
    let backup = try Backup(store: office.store).make(now: now)
    let lock = try StoreLock(store: office.store, startedAt: "t", work: "nacht")
    #expect(throws: StoreError.self) {
      try Restore(store: office.store, patience: 0.1).perform(from: backup.path, now: now)
    }
    withExtendedLifetime(lock) {}
    #expect(!office.scenario.outputs.contains { $0.contains("restor") })
  }

  @Test func onAnotherMachineThereIsNothingToKeep() throws {
    let office = try Office()
    try office.scenario.run()
    let backup = try Backup(store: office.store).make(
      to: office.scenario.work.path("b.sqlite"), now: now)
    let other = try Office()
    let outcome = try Restore(store: other.store).perform(from: backup.path, now: now)
    #expect(outcome.former == nil)
    for language in Language.allCases { #expect(!outcome.text(language).contains("before-")) }
    try other.scenario.run()
    #expect(try other.scenario.digest() == office.scenario.digest())
  }
}
