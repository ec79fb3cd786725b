import Formats
import Testing

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
}
