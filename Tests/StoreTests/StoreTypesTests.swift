import Testing

@testable import Store

@Suite("StoreTypes")
struct StoreTypesTests {
  @Test func sizeTimeInodeAndMappingTellAChangedFile() {
    func changed(_ change: (inout FileStamp) -> Void) -> FileStamp {
      var copy = stamp
      change(&copy)
      return copy
    }
    #expect(stamp.isUnchanged(since: stamp))
    #expect(!changed { $0.size += 1 }.isUnchanged(since: stamp))
    #expect(!changed { $0.modifiedInNanoseconds += 1 }.isUnchanged(since: stamp))
    #expect(!changed { $0.inode += 1 }.isUnchanged(since: stamp))
    #expect(!changed { $0.mappingHash = "x" }.isUnchanged(since: stamp))
    #expect(changed { $0.contentHash = "x" }.isUnchanged(since: stamp))
  }

  @Test func aPairHasItsLowerRecordLeft() {
    let pair = PairScore(left: 9, right: 2, weightInBits: 1, status: .merged, steps: [])
    #expect(pair.left == 2)
    #expect(pair.right == 9)
  }
}
