import Records
import Testing

@testable import Linkage

@Suite struct ColumnsTests {
  @Test func contactPersonInheritsNameAndAddressOfItsOrganization() {
    let firm = Sample.organization(
      "1", "Kranz Optik", street: "Markt", number: "5", code: "04109", place: "Leipzig")
    var columns = Columns()
    columns.append(Sample.person("2", "Anna", "Kranz"), inheriting: firm)
    #expect(columns.rows[0].range(of: .organizations).count == 1)
    #expect(columns.rows[0].range(of: .addresses).count == 1)
  }

  @Test func invalidValuesAreNotMatchedOn() {
    var record = Sample.person("1", "Anna", "Kranz", email: "anna@example.org")
    for index in record.values.indices { record.values[index].mark = .invalid }
    var columns = Columns()
    columns.append(record)
    #expect(columns.rows[0].family == 0 && columns.rows[0].range(of: .emails).isEmpty)
  }

  @Test func indexCountsFromZero() {
    var columns = Columns()
    #expect(columns.append(Sample.person("1")) == 0)
    #expect(columns.append(Sample.person("2")) == 1)
    #expect(columns.count == 2)
  }

  @Test func manyValuesAreBounded() {
    var record = Sample.person("1", "Anna", "Kranz")
    for number in 0..<100 {
      record.values.append(FieldValue(.email, .text("a\(number)@example.org"), raw: ""))
    }
    var columns = Columns()
    columns.append(record)
    #expect(columns.rows[0].range(of: .emails).count == FoundLists.mostValues)
  }
}
