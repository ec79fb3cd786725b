import Testing

@testable import Linkage

@Suite struct FrequenciesTests {
  @Test func rareNamesWeighMore() {
    let records = (0..<50).map {
      Sample.person("\($0)", "Anna", $0 < 40 ? "Müller" : "Kranzhuber\($0)")
    }
    let comparer = Sample.comparer(records)
    let rows = comparer.columns.rows
    #expect(
      comparer.frequencies.family(rows[0].family) > comparer.frequencies.family(rows[45].family))
    #expect(comparer.frequencies.family(rows[0].family) <= 0)
  }
}
