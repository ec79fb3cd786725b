import Records
import Testing

@testable import Store

@Suite("RunSession: sources and files")
struct RunSessionFilesTests {
  private let store: ContactStore

  init() throws { store = try ContactStore() }

  @Test func aFileIsKnownByItsStamp() throws {
    try store.load([sampleRecord("1")])
    try store.read { reader throws in
      let source = try #require(try reader.source(named: "erp"))
      let file = try #require(try reader.file("erp.csv", of: source))
      #expect(file.stamp == stamp)
      #expect(file.recordCount == 1)
      #expect(file.readRun == 1)
      #expect(!file.isMissing)
      #expect(try reader.file("other.csv", of: source) == nil)
      #expect(try reader.files(of: source) == [file])
      #expect(try reader.source(named: "other") == nil)
    }
  }

  @Test func aTouchedFileIsRestampedWithoutReading() throws {
    try store.load([sampleRecord("1")])
    var touched = stamp
    touched.modifiedInNanoseconds = 99
    try store.run(pipeline: "test", startedAt: "2026-01-02") { session in
      let file = try #require(try session.reader.file("erp.csv", of: 1))
      try session.restamp(file.id, touched)
      #expect(!session.hasChanges)
    }
    #expect(try store.read { try $0.file("erp.csv", of: 1) }?.stamp == touched)
  }

  @Test func anotherDeclarationReplacesTheFormer() throws {
    let declared = StoredSource(name: "erp", priority: 3, numbering: "wawi", mode: .feed)
    try store.load([sampleRecord("1")])
    try store.run(pipeline: "test", startedAt: "2026-01-02") { session throws in
      #expect(try session.register(declared) == 1)
    }
    #expect(try store.read { try $0.sources() }.map(\.source) == [declared])
  }

  @Test func recordsOfAMissingFileAreWithdrawnAndReturnWithIt() throws {
    try store.load([sampleRecord("1"), sampleRecord("2", line: 3)])
    try store.run(pipeline: "test", startedAt: "2026-01-02") { session throws in
      #expect(try session.markMissing(1) == 2)
      #expect(session.changes["records-withdrawn"] == 2)
    }
    #expect(try store.read { try $0.file("erp.csv", of: 1) }?.isMissing == true)
    #expect(try store.read { try $0.counts() }["records"] == 0)
    let back = try store.load([sampleRecord("1")])
    #expect(back == [PutResult(id: 1, key: "1", change: .changed)])
    #expect(try store.read { try $0.file("erp.csv", of: 1) }?.isMissing == false)
  }

  @Test func oneFileOfASourceLeavesTheOthersAlone() throws {
    try store.load([sampleRecord("1", file: "a.csv")], path: "a.csv")
    try store.load([sampleRecord("2", file: "b.csv")], path: "b.csv")
    try store.load([], path: "b.csv")
    var keys: [String] = []
    try store.read { try $0.forEachRecord { keys.append($0.key) } }
    #expect(keys == ["1"])
  }
}
