import Testing

@testable import Linkage

@Suite struct WordOverlapTests {
  @Test func whatOnlyOneHasCountsOnItsSide() {
    let names = [
      "Kranz Optik", "Kranz Optik Verwaltung", "Adler Verwaltung", "Bode Verwaltung", "Falk Holz",
    ]
    let comparer = Sample.comparer(names.enumerated().map { Sample.organization("\($0)", $1) })
    let table = comparer.columns.organizations
    let overlap = comparer.wordOverlap(table[1], table[2])
    #expect(overlap.sharedBits > 0 && overlap.leftBits == 0 && overlap.rightBits > 0)
    let reverse = comparer.wordOverlap(table[2], table[1])
    #expect(reverse.sharedBits == overlap.sharedBits && reverse.leftBits == overlap.rightBits)
  }

  @Test func wordsThatNamePlacesCountLittle() {
    let records =
      (0..<40).map {
        Sample.organization("\($0)", "Firma\($0) Nord", code: "04109", place: "Suhl")
      } + [Sample.organization("x", "Verein Suhl", place: "Suhl")]
    let comparer = Sample.comparer(records)
    let table = comparer.columns.organizations
    let word = table.words(of: table[41]).last ?? 0
    #expect(comparer.frequencies.word(word) <= 3)
  }
}
