import Testing

@testable import Store

@Suite("ColumnNames")
struct ColumnNamesTests {
  @Test func knowsAListByItsNamesAndByItsPlaceInMemory() {
    var columns = ColumnNames()
    let names = ["Nr", "Name"]
    #expect(columns.id(of: names) == nil)
    columns.note(names, id: 1)
    #expect(columns.id(of: names) == 1)
    #expect(columns.id(of: ["N", "Name"].map { $0 == "N" ? "Nr" : $0 }) == 1)
  }

  @Test func aListThatGrowsIsAnother() {
    var columns = ColumnNames()
    var names = ["Nr"]
    names.reserveCapacity(10)
    columns.note(names, id: 1)
    names.append("Name")
    #expect(columns.id(of: names) == nil)
    columns.note(names, id: 2)
    names[0] = "Nummer"
    #expect(columns.id(of: names) == nil)
    #expect(columns.id(of: ["Nr"]) == 1)
    #expect(columns.id(of: ["Nr", "Name"]) == 2)
    #expect(columns.id(of: []) == nil)
  }
}
