import Testing

@testable import Linkage

@Suite struct ContactPointTablesTests {
  @Test func addressWithoutAtIsNone() {
    var table = EmailTable()
    #expect(table.intern(Array("kranz.example".utf8)) == 0)
    #expect(table.intern(Array("@kranz.example".utf8)) == 0)
  }

  @Test func providersAreShared() {
    var table = EmailTable()
    let id = table.intern(Array("anna@gmx.de".utf8))
    #expect(table.domainEntries[Int(table[id].domain)].isShared)
  }
}
