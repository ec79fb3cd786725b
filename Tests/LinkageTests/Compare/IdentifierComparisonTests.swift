import Records
import Testing

@testable import Linkage

@Suite struct IdentifierComparisonTests {
  @Test(arguments: [
    ("DE 123456789", "DE123456789", IdentifierLevel.equal), ("DE123456789", "DE123456780", .close),
    ("DE123456789", "DE987654321", .different),
  ])
  func levelOfVATIDs(left: String, right: String, level: IdentifierLevel) {
    let found = Sample.level(
      .vatID, Sample.organization("1", "A", vat: left), Sample.organization("2", "A", vat: right))
    #expect(found == level.rawValue)
  }

  @Test func customerNumbersCountWithinOneNumberingAlone() {
    var columns = Columns()
    columns.append(Sample.person("1", customer: "4711"), numbering: "a")
    columns.append(Sample.person("2", customer: "4711"), numbering: "b")
    columns.append(Sample.person("3", customer: "4711"))
    let comparer = PairComparer(columns: columns, frequencies: Frequencies(columns))
    let rows = columns.rows
    // Numbers of two numberings say nothing about each other.
    #expect(comparer.identifier(.numbers, rows[0], rows[1]).level == 0)
    #expect(comparer.identifier(.numbers, rows[0], rows[2]).level == 0)
  }
}
