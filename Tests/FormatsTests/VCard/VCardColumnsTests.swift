import Testing

@testable import Formats

@Suite struct VCardColumnsTests {
  @Test(arguments: [
    (VCardColumns.Property(name: "TEL"), "", "TEL"),
    (
      VCardColumns.Property(name: "TEL", types: [.work, .fax, .cell], occurrence: 2), "",
      "TEL;work;fax[2]"
    ),
    (
      VCardColumns.Property(name: "ADR", types: [.home, .work], occurrence: 3), "street",
      "ADR;home;work[3].street"
    ),
    (VCardColumns.Property(name: "X-A.B/C"), "", "X-A-B-C"),
  ])
  func names(property: VCardColumns.Property, part: String, name: String) {
    #expect(VCardColumns.name(property, part: part) == name)
  }

  @Test func columnsAreNumberedAsTheyCome() {
    var columns = VCardColumns()
    let names = ["FN", "TEL", "FN"].map {
      columns.index(of: VCardColumns.Property(name: $0), part: "")
    }
    #expect(names == [0, 1, 0])
    #expect(columns.names == ["FN", "TEL"])
  }
}
