import Foundation
import Records
import Testing

@testable import Store

@Suite("StoreFile")
struct StoreFileTests {
  private let workspace: Workspace

  init() throws { workspace = try Workspace() }

  private func mode(_ name: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: workspace.path(name))[.posixPermissions]
      as? Int
  }

  /// A store made by other hands: the file is changed by SQL after it was closed.
  private func alteredStore(_ sql: String) throws {
    let store = try workspace.store()
    try store.run(pipeline: "test", startedAt: "2026-01-01") { try $0.connection.execute(sql) }
    try store.close()
  }

  @Test func missingFileIsMadeOnlyWhenAsked() throws {
    #expect(throws: StoreError.missing(path: workspace.path())) {
      try ContactStore(path: workspace.path(), create: false)
    }
    #expect(!FileManager.default.fileExists(atPath: workspace.path()))
    _ = try ContactStore(path: workspace.path(), create: true)
    #expect(try mode("kontor.sqlite") == 0o600)
  }

  @Test func emptyFileBecomesAStoreForItsOwnerAlone() throws {
    try Data().write(to: URL(filePath: workspace.path()))
    let store = try ContactStore(path: workspace.path(), create: false)
    try store.load([sampleRecord("1")])
    #expect(try mode("kontor.sqlite") == 0o600)
    #expect(try store.verify() == [])
  }

  @Test func logAndIndexAreForTheOwnerAloneWhileARunWrites() throws {
    let store = try workspace.store()
    for day in 1...2 {
      try store.run(pipeline: "test", startedAt: "2026-01-0\(day)") { session in
        try session.connection.execute("PRAGMA cache_size = 10")
        try session.load((1...500).map { sampleRecord("\(day)-\($0)", line: $0) })
        let names = try FileManager.default.contentsOfDirectory(atPath: workspace.folder.path)
        #expect(names.count >= 2)
        for name in names { #expect(try mode(name) == 0o600, "\(name)") }
      }
    }
  }

  @Test(arguments: [
    "Nr;Name\n1;x\n", "SQLite format 3", String(repeating: "x", count: 5_000), "\u{0}",
  ])
  func anotherKindOfFileIsLeftAsItIs(content: String) throws {
    try Data(content.utf8).write(to: URL(filePath: workspace.path()))
    #expect(throws: StoreError.notAStore(path: workspace.path())) {
      try ContactStore(path: workspace.path(), create: true)
    }
    #expect(try Data(contentsOf: URL(filePath: workspace.path())) == Data(content.utf8))
    #expect(try FileManager.default.contentsOfDirectory(atPath: workspace.folder.path).count == 1)
  }

  @Test func anotherProgramsDatabaseIsLeftAsItIs() throws {
    try alteredStore("PRAGMA application_id = 252006673")
    let before = try Data(contentsOf: URL(filePath: workspace.path()))
    #expect(throws: StoreError.notAStore(path: workspace.path())) {
      try ContactStore(path: workspace.path(), create: true)
    }
    #expect(try Data(contentsOf: URL(filePath: workspace.path())) == before)
  }

  @Test func aNewerStoreIsRefused() throws {
    try alteredStore("PRAGMA user_version = 99")
    let error = StoreError.newer(path: workspace.path(), version: 99, known: Schema.version)
    #expect(throws: error) { try ContactStore(path: workspace.path(), create: true) }
  }

  @Test func aFolderIsNoStore() throws {
    #expect(throws: StoreError.notAStore(path: workspace.folder.path)) {
      try ContactStore(path: workspace.folder.path, create: true)
    }
  }

  @Test func aFolderThatIsNotThereIsNamed() throws {
    let path = workspace.path("none/kontor.sqlite")
    #expect {
      try ContactStore(path: path, create: true)
    } throws: { error in
      "\(error)".hasPrefix("\(path): can't be opened")
    }
  }
}
