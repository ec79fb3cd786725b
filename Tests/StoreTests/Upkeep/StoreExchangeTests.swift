import Foundation
import GRDB
import Records
import Testing

@testable import Store

@Suite struct StoreExchangeTests {
  private func run(_ space: Workspace, times: Int) throws {
    let store = try space.store()
    for number in 0..<times {
      try store.run(pipeline: "p\(number)", startedAt: "2026-11-24T00:00:00Z") { _ in }
    }
    try store.close()
  }

  private func runs(_ path: String) throws -> [RunID] {
    let store = try ContactStore(path: path, create: false)
    defer { try? store.close() }
    return try store.read { try $0.runs().map(\.id) }
  }

  private func names(_ space: Workspace) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: space.folder.path).sorted()
  }

  @Test func theFormerStoreIsKeptAndItsNumbersAreNotGivenAgain() throws {
    let space = try Workspace()
    try run(space, times: 1)
    _ = try StoreBackup.make(of: space.path(), at: space.path("backup"))
    try run(space, times: 3)
    let exchange = StoreExchange(store: space.path())
    #expect(try exchange.prepare(space.path("backup")).lastRun == 1)
    #expect(try exchange.exchange(keeping: space.path("former")))
    #expect(try names(space) == ["backup", "former", "kontor.sqlite"])
    #expect(try runs(space.path()) == [1])
    #expect(try runs(space.path("former")) == [4, 3, 2, 1])
    try run(space, times: 1)
    #expect(try runs(space.path()) == [5, 1])
  }

  @Test func whereNoStoreIsOneComes() throws {
    let space = try Workspace()
    try run(space, times: 1)
    _ = try StoreBackup.make(of: space.path(), at: space.path("backup"))
    unlink(space.path())
    let exchange = StoreExchange(store: space.path())
    _ = try exchange.prepare(space.path("backup"))
    #expect(try !exchange.exchange(keeping: space.path("former")))
    #expect(try names(space) == ["backup", "kontor.sqlite"])
  }

  @Test func aStoreThatIsOpenElsewhereStays() throws {
    let space = try Workspace()
    try run(space, times: 1)
    _ = try StoreBackup.make(of: space.path(), at: space.path("backup"))
    let page = try space.store()
    _ = try page.read { try $0.runs() }
    let exchange = StoreExchange(store: space.path())
    _ = try exchange.prepare(space.path("backup"))
    #expect(throws: StoreError.busy(path: space.path())) {
      try exchange.exchange(keeping: space.path("former"))
    }
    try page.close()
    #expect(try names(space) == ["backup", "kontor.sqlite"])
    #expect(try runs(space.path()) == [1])
  }

  @Test func aDamagedStoreGivesWay() throws {
    let space = try Workspace()
    try run(space, times: 1)
    _ = try StoreBackup.make(of: space.path(), at: space.path("backup"))
    try "torn".write(toFile: space.path(), atomically: true, encoding: .utf8)
    try "log".write(toFile: space.path() + "-wal", atomically: true, encoding: .utf8)
    let exchange = StoreExchange(store: space.path())
    _ = try exchange.prepare(space.path("backup"))
    #expect(try exchange.exchange(keeping: space.path("former")))
    #expect(try names(space) == ["backup", "former", "former-wal", "kontor.sqlite"])
    #expect(try runs(space.path()) == [1])
  }

  @Test func aDamagedBackupChangesNothing() throws {
    let space = try Workspace()
    try run(space, times: 2)
    try "torn".write(toFile: space.path("backup"), atomically: true, encoding: .utf8)
    #expect(throws: StoreError.self) {
      try StoreExchange(store: space.path()).prepare(space.path("backup"))
    }
    #expect(try names(space) == ["backup", "kontor.sqlite"])
  }

  @Test func whatIsDoneToTheCopyIsDoneBeforeItIsTheStore() throws {
    let space = try Workspace()
    try run(space, times: 1)
    _ = try StoreBackup.make(of: space.path(), at: space.path("backup"))
    struct Refused: Error {}
    #expect(throws: Refused.self) {
      try StoreExchange(store: space.path()).prepare(space.path("backup")) { copy in
        #expect(try copy.read { try $0.runs().count } == 1)
        throw Refused()
      }
    }
    #expect(try names(space) == ["backup", "kontor.sqlite"])
  }
}
