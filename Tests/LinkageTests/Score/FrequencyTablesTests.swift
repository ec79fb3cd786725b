import Testing

@testable import Linkage

@Suite struct FrequencyTablesTests {
  private func tables(_ columns: Columns) -> FrequencyTables {
    FrequencyTables(Frequencies(columns), of: columns)
  }

  @Test func frozenFrequenciesAreThoseCounted() {
    let columns = Sample.columns(
      Sample.crowd(200) + [Sample.organization("o", "Müller Wasser", code: "10115")])
    let counted = Frequencies(columns)
    let frozen = Frequencies(columns, frozen: tables(columns))
    #expect(counted.givens == frozen.givens)
    #expect(counted.families == frozen.families)
    #expect(counted.streets == frozen.streets)
    #expect(counted.postalCodes == frozen.postalCodes)
    #expect(counted.places == frozen.places)
    #expect(counted.addresses == frozen.addresses)
    #expect(counted.words == frozen.words)
    #expect(counted.compacts == frozen.compacts)
    #expect(counted.comparedExtras == frozen.comparedExtras)
    #expect(counted.commonGiven == frozen.commonGiven)
  }

  @Test func rareValuesAreNotListed() {
    let columns = Sample.columns(
      (0..<40).map { Sample.person("\($0)", "Anna", $0 < 30 ? "Müller" : "Kranz\($0)") })
    let families = tables(columns)[.family]
    #expect(families.listed.count == 1)
    #expect(families.unseen == log2Share(1, of: 40))
  }

  @Test func aNameNeverSeenIsAsRareAsOneSeenOnce() {
    let trained = Sample.columns((0..<40).map { Sample.person("\($0)", "Anna", "Müller") })
    let other = Sample.columns([Sample.person("x", "Berta", "Neumann")])
    let frequencies = Frequencies(other, frozen: tables(trained))
    #expect(frequencies.family(other.rows[0].family) == log2Share(1, of: 40))
  }

  @Test func columnsThatNoFieldKnowsKeepTheirPlaces() {
    let trained = Sample.columns(
      (0..<40).map { Sample.person("\($0)", "Anna", "Müller", extra: "M\($0 / 2)") })
    let frozen = tables(trained)
    #expect(frozen.extras.map(\.column) == ["member"])
    #expect(Frequencies(trained, frozen: frozen).extras == Frequencies(trained).extras)
    let without = Sample.columns([Sample.person("x", "Berta", "Neumann")])
    #expect(Frequencies(without, frozen: frozen).comparedExtras == [.max])
  }
}
