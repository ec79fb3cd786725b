import Testing

@testable import Formats

@Suite struct CSVHeaderTests {
  private func columns(_ header: String) throws -> [String] {
    let options = CSVOptions(delimiter: 0x3B, header: true)
    return try CSVReader(.bytes(Array((header + "\n").utf8)), options: options).columns
  }

  @Test func repeatedNamesAreNumbered() throws {
    #expect(try columns("Tel;Tel;Tel;Tel (2)") == ["Tel", "Tel (2)", "Tel (3)", "Tel (2) (2)"])
  }

  @Test func emptyNamesAreNumbersOfColumns() throws {
    #expect(try columns("Name;;Ort;") == ["Name", "column 2", "Ort", "column 4"])
  }

  @Test func outerBlanksAndMarksAreLeftOut() throws {
    #expect(try columns("\u{FEFF}Name;\u{A0}Ort \u{A0};\" Land \"") == ["Name", "Ort", "Land"])
  }

  @Test func columnsWithoutHeaderAreNumbered() throws {
    let options = CSVOptions(header: false)
    let reader = try CSVReader(.bytes(Array("1;2;3\n4;5;6\n".utf8)), options: options)
    #expect(reader.columns == ["column 1", "column 2", "column 3"])
  }

  /// A name that is there already takes the next number that is free.
  @Test func namesAreUnique() {
    var unique = UniqueNames()
    let names = ["Tel", "Tel", "Tel (3)", "Tel", "Tel", "Ort"].map { unique.name($0) }
    #expect(names == ["Tel", "Tel (2)", "Tel (3)", "Tel (4)", "Tel (5)", "Ort"])
  }

  /// Quadratic work would take minutes here.
  @Test func manyEqualNamesAreNamedAtOnce() {
    var unique = UniqueNames()
    let names = (0..<100_000).map { _ in unique.name("Tel") }
    #expect(names.last == "Tel (100000)")
  }
}
