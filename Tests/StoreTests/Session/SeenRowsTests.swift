import Testing

@testable import Store

@Suite("SeenRows")
struct SeenRowsTests {
  @Test func holdsWhatWasInsertedAndNothingElse() {
    var seen = SeenRows()
    let ids: [Int64] = [1, 63, 64, 65, 127, 128, 4_095, 1_000_000]
    for id in ids { seen.insert(id) }
    for id in ids {
      #expect(seen.contains(id))
      #expect(seen.contains(id + 1) == ids.contains(id + 1))
    }
    #expect(!SeenRows().contains(5))
  }

  @Test func keysAreNumberedBySource() {
    var seen = SeenRows()
    #expect(seen.currentKey(for: "K", in: 1) == "K")
    #expect(seen.nextKey(after: "K", in: 1) == "K#2")
    #expect(seen.nextKey(after: "K", in: 1) == "K#3")
    #expect(seen.nextKey(after: "K", in: 2) == "K#2")
    #expect(seen.currentKey(for: "K", in: 1) == "K#3")
    #expect(seen.currentKey(for: "L", in: 1) == "L")
  }
}
