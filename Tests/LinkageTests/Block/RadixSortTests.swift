import Testing

@testable import Linkage

@Suite struct RadixSortTests {
  @Test(arguments: [0, 1, 2, 5000])
  func sortedByTheUpperHalfKeepingOrder(count: Int) {
    let values = (0..<count).map { mixed(UInt64($0)) >> 32 % 700 << 32 | UInt64($0) }
    var sorted = values
    sortByUpperHalf(&sorted)
    let expected = values.enumerated().sorted { ($0.1 >> 32, $0.0) < ($1.1 >> 32, $1.0) }.map(\.1)
    #expect(sorted == expected)
  }
}
