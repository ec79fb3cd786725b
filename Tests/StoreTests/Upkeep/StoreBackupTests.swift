import Foundation
import GRDB
import Records
import Testing

@testable import Store

@Suite struct StoreBackupTests {
  private func filled(_ space: Workspace) throws {
    let store = try space.store()
    try run(store, keys: ["1", "2"])
    try store.close()
  }

  private func run(_ store: ContactStore, keys: [String]) throws {
    try store.run(pipeline: "p", startedAt: "2026-11-24T00:00:00Z") { session in
      try put(keys, session)
    }
  }

  private func put(_ keys: [String], _ session: RunSession) throws {
    let source = try session.register(StoredSource(name: "erp"))
    let file = try session.beginFile("erp.csv", of: source, stamp: stamp)
    for key in keys {
      let record = sampleRecord(key)
      _ = try session.put(record, raw: sampleRaw(record), file: file)
    }
  }

  private func names(_ space: Workspace) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: space.folder.path).sorted()
  }

  @Test func aCopyIsOneFileOfItsOwnersAndSaysTheSame() throws {
    let space = try Workspace()
    try filled(space)
    let made = try StoreBackup.make(of: space.path(), at: space.path("copy.sqlite"))
    #expect(made.lastRun == 1 && made.records == 2)
    #expect(try names(space) == ["copy.sqlite", "kontor.sqlite"])
    var status = stat()
    #expect(stat(space.path("copy.sqlite"), &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600 && Int(status.st_size) == made.size)
    #expect(try StoreBackup.check(space.path("copy.sqlite")) == made)
    let copy = try ContactStore(path: space.path("copy.sqlite"), create: false)
    #expect(try copy.read { try $0.runs().count } == 1)
    try copy.close()
  }

  @Test func duringARunItHoldsWhatWasBefore() throws {
    let space = try Workspace()
    try filled(space)
    let store = try space.store()
    try store.run(pipeline: "p", startedAt: "2026-11-24T00:00:01Z") { session in
      try put(["1", "2", "3"], session)
      let made = try StoreBackup.make(of: space.path(), at: space.path("copy.sqlite"))
      #expect(made.lastRun == 1 && made.records == 2)
    }
    #expect(try store.read { try $0.liveCounts().records } == 3)
    try store.close()
  }

  @Test func nobodysPlaceIsTaken() throws {
    let space = try Workspace()
    try filled(space)
    try "mine".write(toFile: space.path("copy.sqlite"), atomically: true, encoding: .utf8)
    #expect(throws: StoreError.self) {
      try StoreBackup.make(of: space.path(), at: space.path("copy.sqlite"))
    }
    #expect(try String(contentsOfFile: space.path("copy.sqlite"), encoding: .utf8) == "mine")
    #expect(try names(space) == ["copy.sqlite", "kontor.sqlite"])
  }

  @Test func whatIsNoStoreIsNotCopied() throws {
    let space = try Workspace()
    try "x".write(toFile: space.path(), atomically: true, encoding: .utf8)
    #expect(throws: StoreError.notAStore(path: space.path())) {
      try StoreBackup.make(of: space.path(), at: space.path("copy.sqlite"))
    }
    #expect(throws: StoreError.missing(path: space.path("none"))) {
      try StoreBackup.make(of: space.path("none"), at: space.path("copy.sqlite"))
    }
    #expect(try names(space) == ["kontor.sqlite"])
  }

  @Test func aDamagedCopyIsToldFromAWholeOne() throws {
    let space = try Workspace()
    try filled(space)
    let copy = space.path("copy.sqlite")
    _ = try StoreBackup.make(of: space.path(), at: copy)
    var bytes = try #require(FileManager.default.contents(atPath: copy))
    for place in stride(from: 8_192, to: bytes.count, by: 512) { bytes[place] ^= 0xFF }
    try bytes.write(to: URL(fileURLWithPath: copy))
    #expect(throws: StoreError.damaged(path: copy, what: "SQLite")) { try StoreBackup.check(copy) }
    try bytes.prefix(9_000).write(to: URL(fileURLWithPath: copy))
    #expect(throws: StoreError.self) { try StoreBackup.check(copy) }
  }

  @Test func aCopyOfANewerProgramIsRefused() throws {
    let space = try Workspace()
    try filled(space)
    let queue = try DatabaseQueue(path: space.path())
    try queue.write { try $0.execute(sql: "PRAGMA user_version = 900") }
    try queue.close()
    #expect(
      throws: StoreError.newer(path: space.path(), version: 900, known: Schema.version)
    ) { try StoreBackup.check(space.path()) }
  }

  @Test func aCopyKeepsTheSchemaOfTheStore() throws {
    let space = try Workspace()
    try filled(space)
    let queue = try DatabaseQueue(path: space.path())
    try queue.write { try $0.execute(sql: "PRAGMA user_version = 7") }
    try queue.close()
    #expect(try StoreBackup.make(of: space.path(), at: space.path("copy.sqlite")).schema == 7)
    #expect(try StoreBackup.check(space.path()).schema == 7)
  }
}
