import Testing

@testable import Linkage

@Suite struct NameTableTests {
  @Test func entryHoldsWhatIsComparedOfAWord() {
    var table = NameTable()
    let id = table.intern(folded("Meyer")[...])
    table.countFamily(id)
    table.countFamily(0)
    #expect(table[id].familyCount == 1 && table[id].givenCount == 0)
    #expect(table[id].code == packedColognePhonetics(of: folded("Maier")))
    #expect(!table[id].isInitial)
  }
}
