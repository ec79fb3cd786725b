import Testing

@testable import Linkage

@Suite struct WordTests {
  @Test func lettersApartCountsEachLetterOnce() {
    #expect(word("anna").lettersApart(from: word("nana")) == 0)
    #expect(word("anna").lettersApart(from: word("anne")) == 1)
  }

  @Test func longWordsKeepTheirBeginning() {
    #expect(word("abcdefghijklmnopqrstuvwxyz").length == 16)
    #expect(word("immob").isPrefix(of: word("immobilien")))
    #expect(!word("immob").isPrefix(of: word("immob")))
  }
}
