import Records
import Testing

@testable import Store

@Suite("Source tables")
struct SourceTablesTests {
  @Test func wordsAreThoseOfTheCode() {
    for kind in Record.Kind.allCases { #expect(Schema.sourceTables.contains("'\(kind.rawValue)'")) }
    for state in Consent.State.allCases {
      #expect(Schema.sourceTables.contains("'\(state.rawValue)'"))
    }
    for channel in Consent.Channel.allCases {
      #expect(Schema.sourceTables.contains("'\(channel.rawValue)'"))
    }
  }

  @Test(arguments: [
    "UPDATE records SET kind = 'robot'", "UPDATE records SET file_id = 99",
    "UPDATE consents SET state = 'perhaps'", "UPDATE records SET line = 'two'",
    "INSERT INTO record_fields VALUES (99, '[]')", "DELETE FROM records", "DELETE FROM files",
    "UPDATE runs SET counts = '{'",
  ])
  func constraintsHold(sql: String) throws {
    let store = try ContactStore()
    try store.load([sampleRecord("1")])
    #expect(throws: StoreError.self) {
      try store.run(pipeline: "test", startedAt: "2026-01-02") { try $0.connection.execute(sql) }
    }
  }
}
