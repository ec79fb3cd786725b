import Foundation
import Records
import Testing

@testable import Store

@Suite("ContactStore")
struct ContactStoreTests {
  private let workspace: Workspace

  init() throws { workspace = try Workspace() }

  /// Three records in two contacts, a pair and a relation.
  private func fill(_ store: ContactStore, day: Int = 1) throws {
    try store.run(pipeline: "test", startedAt: "2026-01-0\(day)") { session in
      var records = (1...3).map { sampleRecord("\($0)", line: $0 + 1) }
      for (index, result) in try session.load(records).enumerated() {
        records[index].id = result.id
      }
      let one = sampleContact(try session.newContactID(), of: Array(records[0...1]))
      let other = sampleContact(try session.newContactID(), of: [records[2]])
      _ = try session.save(one, status: .merged)
      _ = try session.save(other, status: .single)
      try session.save(
        PairScore(left: 1, right: 2, weightInBits: 9, status: .merged, steps: []))
      _ = try session.setRelations([Relation(.household, left: 1, right: 2)])
    }
  }

  /// Every table, row by row.
  private func dump(_ store: ContactStore) throws -> [String] {
    try store.read { reader in
      var lines: [String] = []
      let tables = """
        SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'contact_search%'
        ORDER BY name
        """
      var names: [String] = []
      try reader.connection.statement(tables).forEach { names.append($0.text(0)) }
      for name in names {
        var columns: [String] = []
        try reader.connection.statement("SELECT name FROM pragma_table_info('\(name)')")
          .forEach { columns.append("quote(\"\($0.text(0))\")") }
        let row = columns.joined(separator: " || ',' || ")
        try reader.connection.statement("SELECT \(row) FROM \"\(name)\"").forEach {
          lines.append("\(name): \($0.text(0))")
        }
      }
      return lines.sorted()
    }
  }

  @Test func whatARunStoredIsThereAfterReopening() throws {
    let store = try workspace.store()
    let results = try store.load([sampleRecord("1"), sampleRecord("2", line: 3)])
    #expect(results.map(\.change) == [.new, .new])
    try store.close()

    let again = try ContactStore(path: workspace.path(), create: false)
    let records = try again.read { try $0.records([1, 2]) }
    #expect(records.map(\.key) == ["1", "2"])
    #expect(records.map(\.values) == [sampleRecord("1").values, sampleRecord("2").values])
    #expect(records.map(\.location.file) == ["erp.csv", "erp.csv"])
    #expect(try again.verify() == [])
  }

  @Test func aBodyThatThrowsLeavesEveryTableAsItWas() throws {
    struct Stop: Error {}
    let store = try workspace.store()
    let empty = try dump(store)
    #expect(throws: Stop.self) {
      try store.run(pipeline: "test", startedAt: "2026-01-01") { session in
        try session.load([sampleRecord("1")])
        throw Stop()
      }
    }
    #expect(try dump(store) == empty)
    try fill(store)
    let filled = try dump(store)
    #expect(filled != empty)
    #expect(throws: Stop.self) {
      try store.run(pipeline: "test", startedAt: "2026-01-02") { session in
        try session.load([sampleRecord("9", family: "Maier")])
        try session.retire(1, mergedInto: nil)
        _ = try session.setRelations([])
        throw Stop()
      }
    }
    #expect(try dump(store) == filled)
    #expect(try store.verify() == [])
  }

  @Test func aDryRunSeesItsChangesAndKeepsNone() throws {
    let store = try workspace.store()
    try fill(store)
    let before = try dump(store)
    try store.run(pipeline: "test", startedAt: "2026-01-02", keeping: false) { session in
      try session.retire(1, mergedInto: 2)
      let contact = try #require(try session.reader.contact(1))
      #expect(contact.mergedInto == 2)
    }
    #expect(try dump(store) == before)
  }

  /// What a killed process leaves: the files as they are in the midst of a run.
  @Test(arguments: [true, false])
  func aRunThatDiesLeavesTheStoreAsItWas(isFirst: Bool) throws {
    let store = try workspace.store()
    if !isFirst { try fill(store) }
    let before = try dump(store)
    let copy = try Workspace()
    try store.run(pipeline: "test", startedAt: "2026-01-02") { session in
      // So few pages in memory that most are written before the run ends.
      try session.connection.execute("PRAGMA cache_size = 10")
      try session.load((1...2_000).map { sampleRecord("k\($0)", line: $0) }, path: "other.csv")
      for name in try FileManager.default.contentsOfDirectory(atPath: workspace.folder.path)
      where !name.hasSuffix("-shm") {
        try FileManager.default.copyItem(atPath: workspace.path(name), toPath: copy.path(name))
      }
      let size =
        try FileManager.default.attributesOfItem(
          atPath: copy.path(isFirst ? "kontor.sqlite" : "kontor.sqlite-wal"))[.size] as? Int
      #expect((size ?? 0) > 500_000)
    }
    let survivor = try ContactStore(path: copy.path(), create: false)
    #expect(try dump(survivor) == before)
    #expect(try survivor.verify() == [])
    try survivor.load([sampleRecord("1")])
    #expect(try survivor.verify() == [])
    #expect(try store.verify() == [])
  }

  @Test func aStoreFilledInAnotherOrderSaysTheSame() throws {
    let one = try ContactStore()
    let other = try ContactStore()
    for (store, order) in [(one, [1, 2, 3]), (other, [3, 1, 2])] {
      for number in order {
        try store.run(pipeline: "test", startedAt: "2026-01-01") { session in
          var record = sampleRecord("\(number)", family: "F\(number)", file: "\(number).csv")
          record.id = try #require(
            try session.load([record], path: "\(number).csv").first
          ).id
          _ = try session.save(
            sampleContact(try session.newContactID(), of: [record]), status: .single)
        }
      }
    }
    let digest = try one.read { try $0.digest() }
    #expect(digest.utf8.count == 32)
    #expect(try other.read { try $0.digest() } == digest)
    try other.run(pipeline: "test", startedAt: "2026-01-02") { try $0.retire(1, mergedInto: nil) }
    #expect(try other.read { try $0.digest() } != digest)
  }

  @Test func aScratchStoreDoesWhatAStoreDoes() throws {
    let store = try ContactStore()
    try fill(store)
    #expect(try store.read { try $0.search("meyer") }.count == 2)
    #expect(try store.verify() == [])
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: workspace.folder.path).isEmpty)
  }

  @Test func twoConnectionsTakeTurns() throws {
    let one = try workspace.store()
    let other = try workspace.store()
    try fill(one)
    try other.load([sampleRecord("2", family: "Maier", line: 3)])
    #expect(try one.read { try $0.record(2) }?.values == sampleRecord("2", family: "Maier").values)
    #expect(try one.verify() == [])
  }

  @Test func damageToTheSearchIsFound() throws {
    let store = try workspace.store()
    try fill(store)
    try store.run(pipeline: "test", startedAt: "2026-01-02") { session in
      try session.connection.execute("UPDATE contacts SET name = 'Anders' WHERE id = 1")
    }
    #expect(try store.verify() == ["contact_search: differs from contacts"])
  }
}
