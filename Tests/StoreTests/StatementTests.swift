import Testing

@testable import Store

@Suite("Statement")
struct StatementTests {
  private func first<T>(_ sql: String, _ row: Row, _ body: (Statement) throws -> T) throws -> T? {
    try ContactStore().read { try $0.connection.statement(sql).first(row, body) }
  }

  @Test(arguments: hostileStrings)
  func textRoundTrips(text: String) throws {
    var row = Row()
    row.text(text)
    row.text("next")
    let read = try first("SELECT ?, ?, 1", row) { ($0.bytes(0), $0.text(0), $0.text(1)) }
    #expect(read?.0 == Array(text.utf8))
    #expect(read.map { Array($0.1.utf8) } == Array(text.utf8))
    #expect(read?.2 == "next")
  }

  @Test func emptyTextIsNotNull() throws {
    var row = Row()
    row.text("")
    row.text(nil)
    row.integer(Int64?.none)
    let nulls = try first("SELECT ?, ?, ?", row) { ($0.isNull(0), $0.isNull(1), $0.isNull(2)) }
    #expect(nulls?.0 == false)
    #expect(nulls?.1 == true)
    #expect(nulls?.2 == true)
  }

  @Test func numbersRoundTrip() throws {
    var row = Row()
    row.integer(Int64.min)
    row.real(-0.125)
    row.flag(true)
    let read = try first("SELECT ?, ?, ?", row) { ($0.integer(0), $0.real(1), $0.flag(2)) }
    #expect(read?.0 == Int64.min)
    #expect(read?.1 == -0.125)
    #expect(read?.2 == true)
  }

  @Test func boundsOfTextCountInTheHash() {
    func hash(_ texts: [String?]) -> UInt64 {
      var row = Row()
      for text in texts { row.text(text) }
      return row.hash(onto: 0)
    }
    #expect(hash(["ab", "c"]) != hash(["a", "bc"]))
    #expect(hash(["", nil]) != hash([nil, ""]))
    #expect(hash(["a"]) == hash(["a"]))
  }
}
