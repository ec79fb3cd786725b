import Testing

@testable import Linkage

@Suite struct RowTests {
  @Test func listsStandOneBehindTheOther() {
    let record = Sample.person(
      "1", "A", "B", code: "04109", email: "a@b.example", phone: "+493411234567")
    let columns = Sample.columns([Sample.person("0", "X", "Y", email: "x@y.example"), record])
    let row = columns.rows[1]
    #expect(row.range(of: .organizations).isEmpty)
    #expect(row.range(of: .addresses).count == 1 && row.range(of: .phones).count == 1)
    #expect(row.range(of: .phones).upperBound == row.range(of: .emails).lowerBound)
    #expect(row.range(of: .extras).upperBound == columns.lists.count)
  }
}
