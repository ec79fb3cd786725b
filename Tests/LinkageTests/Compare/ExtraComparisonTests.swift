import Testing

@testable import Linkage

@Suite struct ExtraComparisonTests {
  private func comparer(_ values: [String]) -> PairComparer {
    Sample.comparer(values.enumerated().map { Sample.person("\($0)", "A", "B", extra: $1) })
  }

  @Test func columnOfManyValuesIsCompared() {
    let comparer = comparer([
      "rot wie Mohn", "rot wie Mohn", "rot wie Mohnn", "blau", "gelb", "grün", "weiß", "schwarz",
      "lila", "grau", "braun", "rosa", "türkis", "beige",
    ])
    let rows = comparer.columns.rows
    #expect(comparer.extra(0, rows[0], rows[1]).level == ExtraLevel.equal.rawValue)
    #expect(comparer.extra(0, rows[0], rows[2]).level == ExtraLevel.close.rawValue)
    #expect(comparer.extra(0, rows[0], rows[3]).level == ExtraLevel.different.rawValue)
  }

  @Test func longValuesAreComparedToTheirEnds() {
    let site = "https://www.beispiel.example/seite/"
    let comparer = comparer(
      [site + "mohn", site + "mohnn", site + "klee"] + (0..<11).map { "anderes \($0 * 37)" })
    let rows = comparer.columns.rows
    #expect(comparer.extra(0, rows[0], rows[1]).level == ExtraLevel.close.rawValue)
    #expect(comparer.extra(0, rows[0], rows[2]).level == ExtraLevel.different.rawValue)
  }

  @Test func numbersOfTheirOwnAreToldFromOtherValues() {
    let numbers = ["m-1001", "m-1001"] + (0..<20).map { "m-\(2000 + 17 * $0)" }
    let comparer = comparer(numbers)
    let rows = comparer.columns.rows
    #expect(comparer.extra(0, rows[0], rows[1]).level == ExtraLevel.number.rawValue)
    #expect(comparer.extra(0, rows[0], rows[2]).level == ExtraLevel.different.rawValue)
  }

  @Test func columnOfFewValuesIsNot() {
    let comparer = comparer(["ja", "ja", "nein", "ja", "nein", "ja"])
    #expect(comparer.frequencies.comparedExtras.isEmpty)
  }
}
