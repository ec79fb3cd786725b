import Testing

@testable import Linkage

@Suite struct OrganizationTableTests {
  @Test func spacesAndConnectorsDontMatter() {
    var table = OrganizationTable()
    let left = table.intern(core: folded("Rummel & Söhne"), legalForm: "GmbH")
    let right = table.intern(core: folded("Fa. Rummel und Soehne"), legalForm: "GmbH")
    #expect(table[left].compact == table[right].compact)
    #expect(table.compactCounts[Int(table[left].compact)] == 2)
  }

  @Test func veryLongNamesAreBounded() {
    var table = OrganizationTable()
    let id = table.intern(
      core: folded((0..<300).map { "wort\($0)" }.joined(separator: " ")), legalForm: "")
    #expect(Int(table[id].wordCount) == OrganizationTable.mostWords)
  }
}
