import Testing

@testable import Store

@Suite("Connection")
struct ConnectionTests {
  @Test func aStatementIsPreparedOnce() throws {
    try ContactStore().read { reader throws in
      let one = try reader.connection.statement("SELECT 1")
      #expect(try reader.connection.statement("SELECT 1") === one)
      #expect(try reader.connection.statement("SELECT 2") !== one)
    }
  }
}
