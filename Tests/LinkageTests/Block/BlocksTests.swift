import Testing

@testable import Linkage

@Suite struct BlocksTests {
  private func entries(_ pairs: [(value: UInt64, record: UInt64)]) -> [UInt64] {
    pairs.map { $0.value << 32 | $0.record }
  }

  @Test func blocksAreNumberedByKeyThenByValueAndSingleRecordsHaveNone() {
    let blocks = Blocks(
      [
        KeyColumn(key: .vatID, entries: entries([(3, 0), (5, 1), (5, 2), (9, 0), (9, 2), (9, 3)])),
        KeyColumn(key: .iban, entries: entries([(1, 2), (1, 0), (4, 3)])),
      ], records: 5, on: ReverseExecutor())
    #expect(blocks.values == [5, 9, 1])
    #expect(blocks.ranges == [0..<2, 2..<3])
    #expect((0..<3).map { Array(blocks.members(of: $0)) } == [[1, 2], [0, 2, 3], [2, 0]])
    #expect((0..<3).map(blocks.size(of:)) == [2, 3, 2])
    let ofRecords = (0..<5).map {
      Array(blocks.numbers[Int(blocks.recordStarts[$0])..<Int(blocks.recordStarts[$0 + 1])])
    }
    #expect(ofRecords == [[1, 2], [0], [0, 1, 2], [1], []])
  }

  @Test func recordsOfManyPartsKeepTheirPlaces() {
    let count = 300_000
    let column = (0..<UInt64(count)).map { ($0 / 3) << 32 | $0 }
    let blocks = Blocks(
      [KeyColumn(key: .vatID, entries: column)], records: count, on: ReverseExecutor())
    #expect(blocks.numbers.enumerated().allSatisfy { $0.offset / 3 == Int($0.element) })
    #expect(blocks.recordStarts.enumerated().allSatisfy { $0.offset == Int($0.element) })
  }
}
