import Foundation
import Records
import Store
import Support
import Testing

@testable import Pipeline

@Suite struct VacuumTests {
  private let now = Date(timeIntervalSince1970: 1_795_000_000)

  @Test func itSaysWhatItDidAndTheStoreSaysTheSame() throws {
    let office = try Office()
    try office.scenario.run()
    let digest = try office.scenario.digest()
    let outcome = try Vacuum(store: office.store).perform(now: now)
    #expect(outcome.after <= outcome.before && outcome.after > 0)
    #expect(outcome.text(.german).contains("jetzt"))
    #expect(!outcome.text(.german).contains("aufgehoben"))
    #expect(try office.scenario.digest() == digest)
    #expect(try office.scenario.run().isUnchanged)
  }

  @Test func itRemovesWhatIsKeptNoLonger() throws {
    let office = try Office()
    try office.scenario.run()
    try office.scenario.backdateRuns(to: "2020-01-01T00:00:00Z")
    var retention = Retention()
    retention.rawRows = Retention.Span("1 year")
    let outcome = try Vacuum(store: office.store, retention: retention).perform(now: now)
    #expect(outcome.text(.german).contains("Nicht länger aufgehoben: 4\u{A0}Rohzeilen"))
    #expect(try office.scenario.counts()["raw_records"] == 0)
  }

  @Test func withoutAStoreThereIsNothingToDo() throws {
    let office = try Office()
    #expect(throws: StoreError.missing(path: office.store)) {
      try Vacuum(store: office.store).perform(now: now)
    }
  }

  @Test func freeRoomIsTheDisks() {
    #expect((freeRoom(in: "/") ?? 0) > 0)
    #expect(freeRoom(in: "/no such folder") == nil)
  }
}
