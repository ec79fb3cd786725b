import Records
import Store
import Testing

@testable import Pipeline

@Suite struct SampleDrawTests {
  @Test(arguments: [
    (10, [100, 100], [5, 5]), (10, [2, 100], [2, 8]), (10, [3, 0, 4], [3, 0, 4]),
    (0, [5], [0]), (7, [100, 100, 100], [3, 2, 2]), (5, [], []),
  ])
  func sharesAreEvenAndFillUp(size: Int, totals: [Int], shares: [Int]) {
    #expect(SampleDraw.shares(of: size, among: totals) == shares)
  }

  @Test func theSameStoreGivesTheSameSample() throws {
    let scenario = try ModelSample.scenario()
    try scenario.run()
    let first = try scenario.store { try SampleDraw(from: $0, size: 12) }
    let again = try scenario.store { try SampleDraw(from: $0, size: 12) }
    #expect(first.pairs == again.pairs && first.pairs.count == 12)
    #expect(Set(first.pairs).count == 12)
  }

  @Test func allPairsOfOneContactAreOfSomeStratum() throws {
    let scenario = try ModelSample.scenario()
    try scenario.run()
    let draw = try scenario.store { try SampleDraw(from: $0, size: 100_000) }
    let merged = draw.totals.filter { $0.key.isMerged }.reduce(0) { $0 + $1.value }
    let members = try scenario.store { try $0.contactMembers() }
    #expect(merged == members.reduce(0) { $0 + $1.count * ($1.count - 1) / 2 })
    #expect(draw.pairs.count == draw.totals.values.reduce(0, +))
  }
}
