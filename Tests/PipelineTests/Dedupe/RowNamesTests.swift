import Testing

@testable import Pipeline

@Suite struct RowNamesTests {
  private func names(_ texts: [String]) -> RowNames {
    var names = RowNames()
    for text in texts { names.append(text) }
    return names
  }

  private func sorted(_ texts: [String]) -> [String] {
    let names = names(texts)
    return names.sortedRows().map { names[$0] }
  }

  @Test func numbersAreSortedByValue() {
    #expect(sorted(["10", "9", "100"]) == ["9", "10", "100"])
    #expect(sorted(["1", "2", "3"]) == ["1", "2", "3"])
    #expect(sorted(["2", "02", "1"]) == ["1", "02", "2"])
    #expect(sorted(["-1", "-10", "5"]) == ["-10", "-1", "5"])
  }

  @Test func wordsAreSortedByBytes() {
    #expect(sorted(["b", "a", "B", "10", "9"]) == ["10", "9", "B", "a", "b"])
    let long = ["rec-000000000000000002", "rec-000000000000000001", "rec-0000000000000000", "rec"]
    #expect(sorted(long) == long.reversed())
    #expect(sorted(["", "ä", "z"]) == ["", "z", "ä"])
    #expect(sorted(["a\u{0}", "a"]) == ["a", "a\u{0}"])
  }

  @Test func namesOfBatchesFollowEachOther() {
    var all = names(["x", ""])
    all.append(contentsOf: names(["", "zwölf"]))
    #expect((0..<all.count).map { all[$0] } == ["x", "", "", "zwölf"])
    #expect(all.areEqual(1, 2))
    #expect(!all.areEqual(0, 3))
  }
}
