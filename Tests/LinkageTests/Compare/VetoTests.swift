import Testing

@testable import Linkage

@Suite struct VetoTests {
  private func veto(_ left: String, _ right: String, bits: Float) -> Veto? {
    let comparer = Sample.comparer([
      Sample.person("1", left, "Kranz"), Sample.person("2", right, "Kranz"),
    ])
    return comparer.veto(comparer.columns.rows[0], comparer.columns.rows[1], bits: bits)
  }

  @Test func differentGivenNamesKeepApartUnlessTheScoreIsHigh() {
    #expect(veto("Sabine", "Rüdiger", bits: 2) == .givenNames)
    #expect(veto("Sabine", "Rüdiger", bits: 9) == nil)
    #expect(veto("Sabine", "S.", bits: 2) == nil)
    #expect(veto("", "Sabine", bits: 2) == nil)
  }

  @Test func differentVATIDsAlwaysKeepApart() {
    let comparer = Sample.comparer([
      Sample.organization("1", "Kranz", vat: "DE123456789"),
      Sample.organization("2", "Kranz", vat: "DE987654321"),
    ])
    #expect(comparer.veto(comparer.columns.rows[0], comparer.columns.rows[1], bits: 50) == .vatIDs)
  }
}
