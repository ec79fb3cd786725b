import Foundation
import Records
import Support
import Testing

@testable import Store

@Suite struct StoreLockTests {
  private func lock(_ path: String, _ work: String = "nacht") throws -> StoreLock {
    try StoreLock(store: path, startedAt: "2026-11-23T02:30:00Z", work: work, patience: 0)
  }

  @Test func oneRunAtATimeWorksOnAStore() throws {
    let folder = try Workdir()
    let path = folder.path("kontor.sqlite")
    var first: StoreLock? = try lock(path)
    let holder = StoreLock.Holder(
      process: getpid(), startedAt: "2026-11-23T02:30:00Z", work: "nacht")
    #expect(throws: StoreError.held(path: path, by: holder)) { try lock(path, "tag") }
    #expect(StoreLock.holder(ofStore: path) == holder)
    withExtendedLifetime(first) {}
    first = nil
    #expect(StoreLock.holder(ofStore: path) == nil)
    _ = try lock(path, "tag")
  }

  @Test func nothingIsLeftOfALock() throws {
    let folder = try Workdir()
    _ = try lock(folder.path("kontor.sqlite"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  /// What a process left that died: the system let go of its lock, the file is still there.
  @Test func aDeadHoldersLockIsTakenOver() throws {
    let folder = try Workdir()
    try folder.write("kontor.sqlite.lock", "4711\n2026-11-22T02:30:00Z\nnacht\n")
    #expect(StoreLock.holder(ofStore: folder.path("kontor.sqlite")) == nil)
    _ = try lock(folder.path("kontor.sqlite"))
  }

  @Test func aSecondRunOnAStoreIsRefusedWithTheFirstOnesFacts() throws {
    let folder = try Workdir()
    let path = folder.path("kontor.sqlite")
    let lock = try lock(path)
    let store = try ContactStore(path: path, create: true, lock: lock)
    try store.run(pipeline: "nacht", startedAt: "2026-11-23T02:30:00Z") { _ in }
    #expect(throws: StoreError.self) { try self.lock(path) }
    let text = StoreError.held(path: path, by: StoreLock.holder(ofStore: path)).text(.english)
    #expect(text.contains("nacht, process \(getpid()), since 2026-11-23T02:30:00Z"))
    try store.close()
  }

  @Test func noLinkIsFollowed() throws {
    let folder = try Workdir()
    try folder.write("fremd", "bleibt")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("kontor.sqlite.lock"), withDestinationPath: folder.path("fremd"))
    #expect(throws: StoreError.self) { try lock(folder.path("kontor.sqlite")) }
    #expect(try folder.text("fremd") == "bleibt")
  }
}
