import Records
import Testing

@testable import Store

@Suite("Contact tables")
struct ContactTablesTests {
  @Test func wordsAreThoseOfTheCode() throws {
    for kind in Relation.Kind.allCases {
      #expect(Schema.contactTables.contains("'\(kind.rawValue)'"))
    }
    for kind in Record.Kind.allCases {
      #expect(Schema.contactTables.contains("'\(kind.rawValue)'"))
    }
  }

  @Test(arguments: [
    "UPDATE contacts SET status = 'perhaps'", "UPDATE contacts SET may_email = 2",
    "UPDATE contacts SET merged_into = id, retired_run = 1", "UPDATE contacts SET merged_into = 99",
    "UPDATE contact_records SET contact_id = 99", "UPDATE value_origins SET record_id = 99",
    "DELETE FROM contacts", "INSERT INTO relations VALUES ('household', 1, 1, 1)",
    "INSERT INTO pair_scores VALUES (1, 1, 0, 'merged', '[]')", "UPDATE events SET before = '{'",
  ])
  func constraintsHold(sql: String) throws {
    let store = try ContactStore()
    try store.run(pipeline: "test", startedAt: "2026-01-01") { session in
      var record = sampleRecord("1")
      record.id = try #require(try session.load([record]).first).id
      _ = try session.save(sampleContact(try session.newContactID(), of: [record]), status: .single)
    }
    #expect(throws: StoreError.self) {
      try store.run(pipeline: "test", startedAt: "2026-01-02") { try $0.connection.execute(sql) }
    }
    #expect(try store.verify() == [])
  }
}
