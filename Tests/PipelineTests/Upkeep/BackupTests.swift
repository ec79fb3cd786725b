import Foundation
import Records
import Store
import Support
import Testing

@testable import Pipeline

@Suite struct BackupTests {
  private let now = Date(timeIntervalSince1970: 1_795_000_000)

  @Test func itIsNamedByTheTimeAndTakenDown() throws {
    let office = try Office()
    try office.scenario.run()
    let first = try Backup(store: office.store).make(now: now)
    let second = try Backup(store: office.store).make(now: now)
    let folder = office.scenario.work.path("out/backups")
    let stamp = "20261118T110640Z"
    #expect(
      Repository.names(in: folder) == ["kontor-\(stamp)-2.sqlite", "kontor-\(stamp).sqlite"])
    #expect(first.madeAt == "2026-11-18T11:06:40Z" && first.lastRun == 1 && first.records == 4)
    #expect(MadeBackup.all(ofStore: office.store) == [second, first])
    unlink(second.path)
    #expect(MadeBackup.all(ofStore: office.store) == [first])
    for text in [first.text(.german), first.text(.english)] {
      #expect(text.contains("backups/kontor-\(stamp).sqlite"), "\(text)")
    }
    let status = try Status(store: office.store, search: "").text(.english, now: now)
    #expect(status.contains("2026-11-18T11:06:40Z"), "\(status)")
  }

  @Test func itGoesWhereItIsTold() throws {
    let office = try Office()
    try office.scenario.run()
    let work = office.scenario.work
    let file = try Backup(store: office.store).make(to: work.path("mine.sqlite"), now: now)
    #expect(file.path == work.path("mine.sqlite") && file.isThere)
    let inNew = try Backup(store: office.store).make(to: work.path("a/b/"), now: now)
    #expect(inNew.path.hasPrefix(work.path("a/b/kontor-")))
    #expect(throws: PipelineError.self) {
      try Backup(store: office.store).make(to: work.path("mine.sqlite"), now: now)
    }
    #expect(MadeBackup.all(ofStore: office.store).count == 2)
  }

  @Test func withoutAStoreThereIsNone() throws {
    let office = try Office()
    #expect(throws: StoreError.missing(path: office.store)) {
      try Backup(store: office.store).make(now: now)
    }
    #expect(office.scenario.outputs == [])
  }
}
