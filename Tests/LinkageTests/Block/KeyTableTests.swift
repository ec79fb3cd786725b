import Testing

@testable import Linkage

@Suite struct KeyTableTests {
  @Test func placesAreFilledOnceAndNeverBeyondTheirNumber() {
    var table = KeyTable(count: 1)
    for value: UInt64 in [1, 1, 2, 3, 4, 5, 6] { table.add(mixed(value), as: .phone, of: 0) }
    let values = KeyTable.places(of: .phone).map { table[0, $0] }
    #expect(Set(values).count == BlockingKey.phone.places && !values.contains(0))
    #expect(KeyTable.places(of: .email).allSatisfy { table[0, $0] == 0 })
  }

  @Test func joinedTablesKeepTheirRecordsInOrder() {
    var first = KeyTable(count: 2)
    first.add(mixed(1), as: .iban, of: 1)
    let joined = KeyTable(joining: [KeyTable(count: 3), first])
    #expect(joined.count == 5 && joined[4, KeyTable.places(of: .iban).lowerBound] != 0)
  }
}
