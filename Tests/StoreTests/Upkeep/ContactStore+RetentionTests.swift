import Foundation
import Records
import Testing

@testable import Store

@Suite struct ContactStoreRetentionTests {
  /// A record, changed by the second of three runs, and a row set aside by the first.
  private func filled(_ space: Workspace) throws -> ContactStore {
    let store = try space.store()
    for (day, hash) in [(1, UInt64(7)), (2, 8), (3, 8)] {
      try store.run(pipeline: "p", startedAt: "2026-01-0\(day)T00:00:00Z") { session in
        let source = try session.register(StoredSource(name: "erp"))
        let file = try session.beginFile("erp.csv", of: source, stamp: stamp)
        for key in ["1", "2"] {
          let record = sampleRecord(key, contentHash: key == "1" ? hash : 7)
          _ = try session.put(record, raw: sampleRaw(record), file: file)
        }
        let problem = Problem(
          code: "c", location: Location(file: "erp.csv", line: 9, ordinal: 8), action: .setAside,
          message: Phrase(de: "g", en: "e"))
        try session.putAside(sampleRaw(sampleRecord("9")), because: problem, file: file)
        _ = try session.endFile(file, recordCount: 2)
      }
    }
    return store
  }

  @Test func rowsGoByTheRunOfTheirRecordsLastChange() throws {
    let space = try Workspace()
    let store = try filled(space)
    let limits = RetentionLimits(rawRows: "2026-01-02T00:00:00Z")
    let removed = try store.remove(limits, at: "2026-02-01T00:00:00Z")
    // The row of 2, the row set aside, and what 1 was before it changed.
    #expect(removed == RemovedPast(rawRows: 3))
    try store.read { reader in
      #expect(try reader.rawRecord(1) != nil)
      #expect(try reader.rawRecord(2) == nil)
      #expect(try reader.place(ofRecord: 2)?.location.line == 2)
      var rows: [RejectedRow] = []
      try reader.forEachRejectedRow { rows.append($0) }
      #expect(rows.map(\.raw.location.line) == [2])
      #expect(rows.map(\.raw.values) == [[]])
      #expect(try reader.runs().allSatisfy { $0.imagesRemovedAt == nil })
    }
    #expect(try store.remove(limits, at: "2026-02-02T00:00:00Z").isEmpty)
    try store.close()
  }

  @Test func imagesGoWithTheirRuns() throws {
    let space = try Workspace()
    let store = try filled(space)
    let limits = RetentionLimits(runs: "2026-01-03T00:00:00Z")
    #expect(try store.remove(limits, at: "2026-02-01T00:00:00Z") == RemovedPast(runs: 2))
    try store.read { reader in
      let changes = try reader.recordChanges(since: 1)
      #expect(changes.isEmpty)
      #expect(try reader.run(2)?.imagesRemovedAt == "2026-02-01T00:00:00Z")
      #expect(try reader.run(3)?.imagesRemovedAt == nil)
      #expect(try reader.rawRecord(2) != nil)
    }
    #expect(try store.remove(limits, at: "2026-02-02T00:00:00Z").isEmpty)
    #expect(try store.verify() == [])
    try store.close()
  }

  @Test func aRowThatIsKeptNoLongerIsNotPutBack() throws {
    let space = try Workspace()
    let store = try filled(space)
    _ = try store.remove(RetentionLimits(rawRows: "2026-01-02T00:00:00Z"), at: "t")
    try store.run(pipeline: "undo", startedAt: "2026-02-01T00:00:00Z") { session in
      let changes = try session.reader.recordChanges(since: 2)
      let change = try #require(changes.first)
      try session.restore(change.record, before: change.id)
      #expect(try session.reader.rawRecord(change.record) == nil)
    }
    try store.close()
  }

  @Test func withoutLimitsAllIsKept() throws {
    let space = try Workspace()
    let store = try filled(space)
    #expect(try store.remove(RetentionLimits(), at: "t").isEmpty)
    #expect(try store.read { try $0.counts()["raw_records"] } == 2)
    try store.close()
  }
}
