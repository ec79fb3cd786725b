import Testing

@testable import Linkage

@Suite struct CandidatePairsTests {
  private func columns() -> [KeyColumn] {
    var table = KeyTable(count: 60)
    for record in 0..<60 {
      table.add(mixed(UInt64(record % 7)), as: .birthDate, of: record)
      table.add(mixed(100 + UInt64(record % 5)), as: .email, of: record)
      table.add(mixed(200 + UInt64(record / 9)), as: .email, of: record)
      table.add(mixed(300 + UInt64(record / 2)), as: .phone, of: record)
    }
    return zip(BlockingKey.allCases, table.entries(from: 0)).map { key, entries in
      var column = KeyColumn(key: key, entries: entries)
      sortByUpperHalf(&column.entries)
      return column
    }
  }

  @Test func eachPairThatSharesAKeyComesOutOnce() {
    let candidates = CandidatePairs(Blocks(columns(), records: 60, on: SerialExecutor()))
    var found: [[Int]] = []
    for part in candidates.parts { candidates.forEach(of: part) { found.append([$0, $1]) } }
    var expected = Set<[Int]>()
    for l in 0..<60 {
      for r in l + 1..<60 where l % 7 == r % 7 || l % 5 == r % 5 || l / 9 == r / 9 || l / 2 == r / 2
      {
        expected.insert([l, r])
      }
    }
    #expect(found.count == expected.count && Set(found) == expected)
  }
}
