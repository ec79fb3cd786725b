import Testing

@testable import Store

@Suite("Schema")
struct SchemaTests {
  private func rows(_ sql: String) throws -> [String] {
    try ContactStore().read { reader in
      var rows: [String] = []
      try reader.connection.statement(sql).forEach { rows.append($0.text(0)) }
      return rows
    }
  }

  private let tables = "sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE TABLE%'"

  @Test func migrationsAreNumberedAndOurs() throws {
    #expect(try rows("PRAGMA application_id") == ["\(Schema.applicationID)"])
    #expect(try rows("PRAGMA user_version") == ["\(Schema.version)"])
  }

  @Test func everyTableIsStrict() throws {
    let ours =
      "AND name NOT LIKE 'contact_search%' AND name NOT LIKE 'grdb%' AND name NOT LIKE 'sqlite%'"
    #expect(try rows("SELECT name FROM \(tables) \(ours) AND sql NOT LIKE '%STRICT%'") == [])
  }

  @Test func everyColumnThatNamesARowRefersToIt() throws {
    let columns = try rows(
      """
      SELECT m.name || '.' || c.name FROM sqlite_master m, pragma_table_info(m.name) c
      WHERE m.type = 'table' AND m.name NOT LIKE 'contact_search%'
        AND (c.name LIKE '%\\_id' ESCAPE '\\' OR c.name LIKE '%\\_run' ESCAPE '\\'
          OR c.name IN ('left_record', 'right_record', 'left_contact', 'right_contact'))
        AND c.name <> 'rec_id'
        AND NOT EXISTS (SELECT 1 FROM pragma_foreign_key_list(m.name) f WHERE f."from" = c.name)
      """)
    #expect(columns == [])
  }

  @Test func wordsOfTheSchemaAreThoseOfTheCode() throws {
    let sql = try rows("SELECT sql FROM \(tables)").joined()
    let words =
      ClusterStatus.allCases.map(\.rawValue) + ContactEvent.Kind.allCases.map(\.rawValue)
      + PairScore.Status.allCases.map(\.rawValue) + StoredSource.Mode.allCases.map(\.rawValue)
      + FollowUp.allCases.map(\.rawValue)
    for word in words { #expect(sql.contains(word), "\(word)") }
  }

  @Test func oneOfNamesEachWord() {
    #expect(Schema.oneOf("a", ["b", "c"]) == "a = 'b' OR a = 'c'")
  }
}
