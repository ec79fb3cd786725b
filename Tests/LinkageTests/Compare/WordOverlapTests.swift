import Testing

@testable import Linkage

@Suite struct WordOverlapTests {
  @Test func whatOnlyOneHasCountsOnItsSide() {
    let names = [
      "Kranz Optik", "Kranz Optik Verwaltung", "Adler Verwaltung", "Bode Verwaltung", "Falk Holz",
    ]
    let comparer = Sample.comparer(names.enumerated().map { Sample.organization("\($0)", $1) })
    let table = comparer.columns.organizations
    let rows = comparer.columns.rows
    let overlap = comparer.wordOverlap(table[1], table[2], of: (rows[0], rows[1]))
    #expect(overlap.sharedBits > 0 && overlap.leftBits == 0 && overlap.rightBits > 0)
    let reverse = comparer.wordOverlap(table[2], table[1], of: (rows[1], rows[0]))
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
  @Test func anotherPlaceThanTheOwnTellsNamesApart() {
    let parishes = ["Pfarre", "Pfarre Suhl", "Pfarre Greiz"].enumerated().map {
      Sample.organization("\($0)", $1, code: "98527", place: "Suhl")
    }
    let others = (0..<40).map {
      Sample.organization("o\($0)", "Firma\($0)", place: $0 < 20 ? "Greiz" : "Suhl")
    }
    let comparer = Sample.comparer(parishes + others)
    let table = comparer.columns.organizations
    let rows = comparer.columns.rows
    let own = comparer.wordOverlap(table[1], table[2], of: (rows[0], rows[1]))
    let other = comparer.wordOverlap(table[1], table[3], of: (rows[0], rows[2]))
    #expect(own.rightBits <= 3)
    #expect(other.rightBits > own.rightBits)
  }
}
