import Testing

@testable import Linkage

@Suite struct WordSetTests {
  @Test func wordsAreFoundFolded() {
    let set = WordSet(["Gräfin", "von"])
    #expect(set.contains(folded("GRAEFIN")[...]))
    #expect(set.contains(folded("von")[...]))
    #expect(!set.contains(folded("vo")[...]))
    #expect(!set.contains([]))
  }

  @Test func bytesStayAsTheyAre() {
    let set = WordSet(bytes: ["gmx.de"])
    #expect(set.contains(Array("gmx.de".utf8)[...]))
    #expect(!set.contains(folded("gmx.de")[...]))
  }
}
