import Foundation
import Records
import Store
import Testing

@Suite("ContactStore")
struct ContactStoreTests {
  private let workspace: Workspace

  init() throws { workspace = try Workspace() }

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

  @Test func contactRoundTrips() throws {
    let store = try workspace.store()
    var record = sampleRecord("1")
    try store.run(pipeline: "test", startedAt: "2026-01-01") { session in
      record.id = try #require(session.load([record]).first).id
      let contact = sampleContact(try session.newContactID(), of: [record])
      #expect(try session.save(contact, status: .single) == .new)
    }
    let stored = try #require(try store.read { try $0.contact(1) })
    let expected = sampleContact(1, of: [record])
    #expect(stored.contact.values == expected.values)
    #expect(stored.contact.permissions == expected.permissions)
    #expect(stored.contact.records == [1])
    #expect(try store.read { try $0.search("meyer") }.map(\.id) == [1])
    #expect(try store.verify() == [])
  }

  @Test func aBodyThatThrowsLeavesNothing() throws {
    struct Stop: Error {}
    let store = try workspace.store()
    #expect(throws: Stop.self) {
      try store.run(pipeline: "test", startedAt: "2026-01-01") { session in
        try session.load([sampleRecord("1")])
        throw Stop()
      }
    }
    #expect(try store.read { try $0.counts() }["records"] == 0)
    #expect(try store.read { try $0.runs() } == [])
  }

  @Test func fileAndItsLogAreReadableByTheirOwnerAlone() throws {
    let store = try workspace.store()
    try store.load([sampleRecord("1")])
    try store.load([sampleRecord("1", family: "Maier", contentHash: 8)])
    for name in try FileManager.default.contentsOfDirectory(atPath: workspace.folder.path) {
      let attributes = try FileManager.default.attributesOfItem(atPath: workspace.path(name))
      #expect((attributes[.posixPermissions] as? Int) == 0o600, "\(name)")
    }
  }
}
