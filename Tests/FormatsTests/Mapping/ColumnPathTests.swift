@testable import Formats
import Testing

@Suite struct ColumnPathTests {
  @Test func numbersAreStripped() {
    #expect(ColumnPath("A[2]/B[13].c").stripped == "A/B.c")
    #expect(ColumnPath("A[1]").stripped == "A[1]")
    #expect(ColumnPath("Telefon [2]").stripped == "Telefon [2]")
    #expect(ColumnPath("[2]").stripped == "[2]")
    #expect(ColumnPath("").stripped == "")
    #expect(ColumnPath("Tel.").stripped == "Tel.")
  }

  @Test func instanceIsTheLastNumberedPart() {
    let path = ColumnPath("A[2]/B/C[3]")
    #expect(path.instance(withLeaf: true) == "A[2]/B/C[3]")
    #expect(path.instance(withLeaf: false) == "A[2]")
    #expect(path.parent == "A[2]/B")
    #expect(ColumnPath("A/B").instance(withLeaf: true) == "")
    #expect(ColumnPath("A").parent == "")
  }
}
