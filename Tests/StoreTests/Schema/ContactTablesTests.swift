import Foundation
import GRDB
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

  // MARK: Stores of the form before

  /// A contact as it was stored when each of its values was a row.
  private static let rowByRow = """
    INSERT INTO runs VALUES (1, 'test', '', '', 'done', '{}', '{}');
    INSERT INTO phrases VALUES (1, 'weil', 'because');
    INSERT INTO sources VALUES (1, 'erp', 0, NULL, 'snapshot');
    INSERT INTO files VALUES (1, 1, 'erp.csv', 1, 1, 1, '', '', 2, 1, NULL);
    INSERT INTO records VALUES (1, 1, 'a', 1, 2, 1, 'person', NULL, '', 1, 1, 1, 1, NULL);
    INSERT INTO records VALUES (2, 1, 'b', 1, 3, 2, 'person', NULL, '', 2, 2, 1, 1, NULL);
    INSERT INTO contacts VALUES (1, 'person', 'n', 'n', '', '', '', '', 'n', 0, 1, 0, 1, 1, 1,
      'merged', 2, 77, 1, 1, NULL, NULL);
    INSERT INTO contact_records VALUES (1, 1), (2, 1);
    INSERT INTO value_origins VALUES (1, 1, 'name', NULL, NULL, 'Uta Quast',
      '{"a":"name","name":{"given":"Uta","family":"Quast"},"raw":"QUAST, Uta"}', 1, 'most-recent',
      '[2]', NULL);
    INSERT INTO value_origins VALUES (1, 2, 'email', 'work', NULL, 'u@q.example', NULL, 2,
      'only-value', NULL, NULL);
    INSERT INTO value_origins VALUES (1, 3, 'extra', NULL, 'Gr "x"', char(9, 8, 12) || '\\ü', NULL,
      2, 'union', NULL, '[{"record":1,"f":{"a":"extra","n":"Gr \\"x\\"","text":"7"}}]');
    INSERT INTO permissions VALUES (1, 1, 'email', 'u@q.example', 1, 1);
    INSERT INTO permissions VALUES (1, 2, 'post', '', 0, 1);
    INSERT INTO contact_search (contact_search) VALUES ('rebuild');
    """

  private func contact(_ text: String) -> Contact {
    let name = PersonName(given: "Uta", family: "Quast")
    let because = Phrase(de: "weil", en: "because")
    return Contact(
      id: 1, kind: .person,
      values: [
        ContactValue(
          value: FieldValue(.name, .name(name), raw: "QUAST, Uta"), record: 1, agreeing: [2],
          rule: .mostRecent),
        ContactValue(
          value: FieldValue(.email, .text("u@q.example"), label: .work, raw: "u@q.example"),
          record: 2, rule: .onlyValue),
        ContactValue(
          value: FieldValue(.extra, .text(text), name: "Gr \"x\"", raw: text), record: 2,
          rule: .union,
          lost: [
            LostValue(
              value: FieldValue(.extra, .text("7"), name: "Gr \"x\"", raw: "7"), record: 1)
          ]),
      ], records: [1, 2],
      permissions: [
        Permission(channel: .email, address: "u@q.example", isAllowed: true, reason: because),
        Permission(channel: .post, address: "", isAllowed: false, reason: because),
      ])
  }

  private func migrated(
    _ workspace: Workspace, _ change: (String) -> String = { $0 }
  ) throws -> ContactStore {
    let queue = try DatabaseQueue(path: workspace.path())
    try Schema.migrator.migrate(queue, upTo: "2026-11 outputs")
    try queue.write { try $0.execute(sql: change(Self.rowByRow)) }
    try queue.close()
    return try ContactStore(path: workspace.path(), create: false)
  }

  @Test func valuesInRowsBecomeOneRow() throws {
    let workspace = try Workspace()
    let store = try migrated(workspace)
    let found = try store.read { try $0.contact(1) }
    let stored = try #require(found).contact
    let same = contact("\t\u{8}\u{c}\\ü")
    #expect(stored.values == same.values)
    #expect(stored.permissions == same.permissions)
    #expect(stored.records == same.records)
  }

  @Test func aContactOfTheFormBeforeIsUnchanged() throws {
    let workspace = try Workspace()
    // SQLite writes backspace and form feed otherwise than this program.
    let store = try migrated(workspace) {
      $0.replacingOccurrences(of: "char(9, 8, 12)", with: "char(9)")
    }
    try store.run(pipeline: "test", startedAt: "2026-01-02") { session throws in
      #expect(try session.save(contact("\t\\ü"), status: .merged) == .unchanged)
      #expect(try session.save(contact("other"), status: .merged) == .changed)
    }
    #expect(try store.verify() == [])
  }

  @Test func valuesAndPermissionsAreSeenAsRows() throws {
    let workspace = try Workspace()
    let store = try migrated(workspace)
    var rows: [[String]] = []
    try store.read { reader throws in
      try reader.connection.statement(
        "SELECT position, attribute, value, rule, record_id FROM value_origins ORDER BY position"
      ).forEach { row in rows.append((0..<5).map { row.text($0) }) }
      try reader.connection.statement(
        "SELECT position, channel, address, is_allowed, reason_id FROM permissions ORDER BY position"
      ).forEach { row in rows.append((0..<5).map { row.text($0) }) }
    }
    #expect(
      rows == [
        ["1", "name", "QUAST, Uta", "most-recent", "1"],
        ["2", "email", "u@q.example", "only-value", "2"],
        ["3", "extra", "\t\u{8}\u{c}\\ü", "union", "2"], ["1", "email", "u@q.example", "1", "1"],
        ["2", "post", "", "0", "1"],
      ])
  }
}
