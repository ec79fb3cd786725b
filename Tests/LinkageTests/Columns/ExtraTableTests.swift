import Testing

@testable import Linkage

@Suite struct ExtraTableTests {
  @Test func oneTextInTwoColumnsIsTwoValues() {
    var table = ExtraTable()
    func intern(_ column: String, _ text: String = "x1") -> UInt32 {
      var value = folded(text)
      return table.intern(column: column, &value)
    }
    let left = intern("a")
    let right = intern("b")
    #expect(left != right && intern("a") == left)
    #expect(table[left].count == 2 && intern("a", "") == 0)
  }
}
