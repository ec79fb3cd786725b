import Testing

@testable import Linkage

@Suite struct KeyMakerTests {
  private func shareKey(_ key: BlockingKey, _ records: [(String, String)]) -> Bool {
    let comparer = Sample.comparer(records.enumerated().map { Sample.person("\($0)", $1.0, $1.1) })
    let table = KeyMaker.table(comparer, on: SerialExecutor())
    let values = KeyTable.places(of: key).map { (table[0, $0], table[1, $0]) }
    return values.contains { $0.0 != 0 && $0.0 == $0.1 }
  }

  @Test func soundAndOrderOfNamesDontMatter() {
    #expect(shareKey(.fullName, [("Hans", "Meyer"), ("Maier", "Hans")]))
    #expect(!shareKey(.fullName, [("Hans", "Meyer"), ("Ida", "Zobel")]))
  }

  @Test func personAndOrganizationShareNoKey() {
    let comparer = Sample.comparer([
      Sample.person("1", "A", "Kranz", email: "a@kranz.example"),
      Sample.organization("2", "Kranz", email: "a@kranz.example"),
    ])
    let table = KeyMaker.table(comparer, on: SerialExecutor())
    for place in 0..<KeyTable.width where table[0, place] != 0 {
      #expect((0..<KeyTable.width).allSatisfy { table[1, $0] != table[0, place] })
    }
  }
}
