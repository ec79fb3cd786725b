import Testing

@testable import Linkage

@Suite struct ExtraTableTests {
  @Test func oneTextInTwoColumnsIsTwoValues() {
    var table = ExtraTable()
    let left = table.intern(column: "a", folded("x1"))
    let right = table.intern(column: "b", folded("x1"))
    #expect(left != right && table.intern(column: "a", folded("x1")) == left)
    #expect(table[left].count == 2 && table.intern(column: "a", []) == 0)
  }
}
