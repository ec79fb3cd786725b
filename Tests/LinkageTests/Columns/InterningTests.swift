import Testing

@testable import Linkage

@Suite struct InterningTests {
  @Test func equalValuesHaveOneNumber() {
    var table = InternTable()
    let numbers = (0..<500).map { table.intern("value \($0)") }
    #expect(Set(numbers).count == 500)
    #expect((0..<500).map { table.intern("value \($0)") } == numbers)
    #expect(table.find(Array("value 7".utf8)[...]) == numbers[7])
    #expect(table.find(Array("value 500".utf8)[...]) == 0)
  }

  @Test func nothingIsZero() {
    var table = InternTable()
    #expect(table.intern("") == 0)
    #expect(table.value(of: 0).isEmpty)
  }

  @Test func hashDependsOnTheBytesAlone() {
    var first = InternTable()
    var second = InternTable()
    _ = first.intern("a")
    let left = first.intern("Hauptstraße")
    let right = second.intern("Hauptstraße")
    #expect(first.hash(of: left) == second.hash(of: right))
    #expect(Array(first.value(of: left)) == Array("Hauptstraße".utf8))
  }
}
