import Records
import Testing

@testable import Linkage

@Suite struct RowGistTests {
  @Test func gistFillsTwoCacheLines() {
    #expect(MemoryLayout<RowGist>.stride <= 128)
  }

  @Test func onlyWhatARecordHasOnceIsInItsGist() {
    var twice = Sample.person("1", "Hans Peter", "Kranz", place: "Ulm", email: "a@kranz.example")
    twice.values += Sample.person("1", place: "Berlin", email: "b@kranz.example").values
    let comparer = Sample.comparer([twice, Sample.person("2", "H.", "Moos", place: "Ulm")])
    let gists = (0..<2).map { RowGist(comparer.columns.rows[$0], comparer) }
    #expect(gists[0].flags.isDisjoint(with: [.oneAddress, .oneEmail]))
    #expect(gists[0].flags.contains(.emails) && gists[0].place == 0)
    #expect(gists[0].flags.contains(.givenNames))
    #expect(gists[1].flags.isSuperset(of: [.oneAddress, .initial]) && gists[1].place != 0)
  }

  @Test func sharesAreNoHigherThanTheyAre() {
    let comparer = VariedSample.comparer(80)
    for row in comparer.columns.rows where row.given != 0 {
      let share = Float(RowGist(row, comparer).givenShare) / 512
      let exact = comparer.frequencies.given(row.given)
      #expect(share <= exact && share > exact - 0.01)
    }
  }

  @Test func wordsThatAreSpelledAlikeMayBeSo() {
    let comparer = VariedSample.comparer(80)
    let count = UInt32(comparer.columns.organizations.wordEntries.count)
    var alike = 0
    for left in 1..<count {
      for right in 1..<count where comparer.isSpellingOf(left, right) {
        alike += 1
        #expect(WordGist(left, comparer).mayBeSpelling(of: WordGist(right, comparer)))
      }
    }
    #expect(alike > 0)
  }
}
