import Foundation
import GRDB
import Records
import Testing

@testable import Store

@Suite struct ContactStoreVacuumTests {
  @Test func whatIsFreeGoesBackToTheDisk() throws {
    let space = try Workspace()
    let store = try space.store()
    try store.run(pipeline: "p", startedAt: "t") { _ in }
    try store.onDatabase { database in
      try database.execute(
        sql: """
          CREATE TABLE ballast AS WITH RECURSIVE n(i) AS (
            SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
          SELECT randomblob(300) AS b FROM n;
          DROP TABLE ballast;
          """)
    }
    let before = try store.extent()
    #expect(before.size > before.used + 500_000)
    try store.vacuum()
    let after = try store.extent()
    #expect(after.size < before.size - 500_000 && after.size == after.used)
    #expect(try store.verify() == [])
    try store.close()
    var status = stat()
    #expect(stat(space.path(), &status) == 0 && Int(status.st_size) == after.size)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: space.folder.path) == ["kontor.sqlite"])
  }
}
