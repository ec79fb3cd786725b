import Testing

@testable import Linkage

@Suite struct ValueHashesTests {
  @Test func aValueHasOneHashWhateverItsNumber() {
    let anna = Sample.person("1", "Anna", "Ring", street: "Weg", number: "3", code: "10115")
    let berta = Sample.person("2", "Berta", "Moos", street: "Gasse", number: "1", code: "20457")
    let one = Sample.columns([anna, berta])
    let other = Sample.columns([berta, anna])
    for kind in ValueKind.allCases {
      let hashes = [one, other].map { columns in
        let values = ValueHashes(columns)
        return Set((0..<values.count(kind)).map { values.hash(kind, $0) })
      }
      #expect(hashes[0] == hashes[1])
    }
  }

  @Test func columnsOfOneNameHaveOneHashForAValue() {
    func intern(_ column: String, in table: inout ExtraTable) -> UInt32 {
      var value = Array("a1".utf8)
      return table.intern(column: column, &value)
    }
    var one = ExtraTable()
    let first = intern("member", in: &one)
    var other = ExtraTable()
    _ = intern("club", in: &other)
    let second = intern("member", in: &other)
    #expect(one.valueHash(of: first) == other.valueHash(of: second))
    #expect(other.columnName(other[second].column) == "member")
  }

  /// Stored models name their values by these: whoever changes them must raise
  /// `LinkageModel.shipped.version`, so that such models are trained anew.
  @Test func hashesStayWhatTheyWere() {
    func hash(_ text: String) -> UInt64 { Array(text.utf8).withUnsafeBufferPointer(hashOf) }
    #expect(hash("meyer") == 0x9030_bbee_b3b6_7449)
    #expect(hash("hauptstrasse") == 0x4bc9_2565_33e3_7c60)
    #expect(combined(1, 2) == 0xbfc8_4610_0bfc_1e42)
  }
}
