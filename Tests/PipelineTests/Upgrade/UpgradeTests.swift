import Foundation
import GRDB
import Records
import Store
import Support
import Testing

@testable import Pipeline

/// Stores that earlier versions wrote: fixtures/stores/README.md says what they hold.
@Suite struct UpgradeTests {
  private static let folder = Repository.path("fixtures/stores")
  private static let stores = Repository.names(in: folder).filter { $0.hasSuffix(".gz") }
  private static let inputs = ["erp.csv", "news.csv", "calls.csv"]

  private func scenario() throws -> Scenario {
    func text(_ name: String) throws -> String {
      try String(contentsOfFile: Self.folder + "/" + name, encoding: .utf8)
    }
    var files: [String: String] = [:]
    for name in Self.inputs { files[name] = try text(name) }
    return try Scenario(try text("pipeline.yaml"), files)
  }

  private func scenario(with store: String) throws -> Scenario {
    let scenario = try scenario()
    let packed = try Data(contentsOf: URL(fileURLWithPath: Self.folder + "/" + store))
    let path = try scenario.work.write("out/kontor.sqlite.gz", Array(packed))
    #expect(try CalledProgram.run("/usr/bin/gzip", ["-d", path]).code == 0)
    return scenario
  }

  private func path(_ scenario: Scenario) -> String { scenario.work.path("out/kontor.sqlite") }

  /// The store that a first run of the same files makes, with the same decision.
  private func batch(like old: Scenario) throws -> Scenario {
    let batch = try scenario()
    for name in Self.inputs { try batch.work.write(name, try old.work.bytes(name)) }
    try batch.run()
    guard try !old.store({ try $0.decisions() }).isEmpty else { return batch }
    let silent = Progress(mode: .silent, language: .english)
    _ = try Decide(store: path(batch), author: "test", progress: silent)
      .decide("erp:7", "news:9", .different)
    return batch
  }

  private func expectWhole(_ scenario: Scenario) throws {
    let found = try Verify(store: path(scenario)).perform()
    #expect(found.damage == [] && found.contradictions == [:])
  }

  @Test func thereAreSome() { #expect(Self.stores.count >= 7) }

  @Test(arguments: stores)
  func itSaysWhatItSaidAndRunsGoOn(store: String) throws {
    let old = try scenario(with: store)
    try expectWhole(old)
    let batch = try batch(like: old)
    #expect(try old.digest() == batch.digest())
    #expect(try Show(store: path(old)).contact("erp:2").text(.english).contains("+493514466881"))
    #expect(try History(store: path(old)).contact("erp:2").text(.english).contains("4466880  →"))

    // Over the same files, which lie elsewhere now.
    try old.run()
    try expectWhole(old)
    #expect(try old.digest() == batch.digest())

    let erp = try old.work.text("erp.csv")
    try old.work.write(
      "erp.csv",
      erp.replacingOccurrences(of: "Linde 12", with: "Linde 14")
        + "11;Gerlinde;Achterberg;;0421 776655;;28195;Bremen;Kai 2\n")
    try old.run()
    try expectWhole(old)
    let later = try self.batch(like: old)
    #expect(try old.digest() == later.digest())
    #expect(try old.contacts().count == later.contacts().count)
    let last = try #require(try old.store { try $0.runs().first?.id })
    _ = try Undo(store: path(old), author: "test").perform("\(last)")
    try expectWhole(old)
    #expect(try old.digest() == batch.digest())
  }

  @Test(arguments: stores)
  func whatAnEarlierVersionDidIsUndone(store: String) throws {
    let old = try scenario(with: store)
    let digest = try old.digest()
    _ = try Undo(store: path(old), author: "test").perform("2", withDependents: true)
    try expectWhole(old)
    let shown = try Show(store: path(old)).contact("erp:2").text(.english)
    #expect(shown.contains("+493514466880") && !shown.contains("4466881"))
    let undone = try #require(try old.store { try $0.runs().first?.id })
    _ = try Undo(store: path(old), author: "test").perform("\(undone)")
    try expectWhole(old)
    #expect(try old.digest() == digest)
  }

  /// What a migration says is never changed: all stores have one schema in the end.
  @Test(arguments: stores)
  func itGetsTheSchemaThatANewStoreHas(store: String) throws {
    let (old, new) = (try scenario(with: store), try scenario())
    _ = try old.digest()
    try new.run()
    func schema(_ scenario: Scenario) throws -> [String] {
      let queue = try DatabaseQueue(path: path(scenario))
      defer { try? queue.close() }
      return try queue.read { database in
        // Spaces tell who made an index.
        try String.fetchAll(
          database,
          sql: """
            SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_master
            WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name
            """
        ).map { $0.filter { !$0.isWhitespace } }
      }
    }
    #expect(try schema(old) == schema(new))
  }

  @Test func aStoreOfANewerVersionIsLeftAlone() throws {
    let scenario = try scenario()
    try scenario.run()
    let queue = try DatabaseQueue(path: path(scenario))
    try queue.write { try $0.execute(sql: "PRAGMA user_version = 999") }
    try queue.close()
    let before = try scenario.work.bytes("out/kontor.sqlite")
    let reason = try #require(scenario.stop())
    #expect(reason.contains("written by a newer version (schema 999, known here: "), "\(reason)")
    #expect(reason.hasSuffix("update this program"))
    #expect(try scenario.work.bytes("out/kontor.sqlite") == before)
  }
}
