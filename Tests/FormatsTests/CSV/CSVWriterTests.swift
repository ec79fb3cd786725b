import Formats
import Support
import Testing

@Suite struct CSVWriterTests {
  private func written(_ rows: [[String]], delimiter: UInt8 = 0x2C) throws -> String {
    let output = ByteOutput()
    var writer = CSVWriter(output, delimiter: delimiter)
    for row in rows { try writer.write(row) }
    try writer.close()
    return String(decoding: output.bytes, as: UTF8.self)
  }

  @Test func fieldsAreQuotedWhereTheyMust() throws {
    #expect(
      try written([["a", "b,c", "d\"e", "f\ng", " h", ""]])
        == "a,\"b,c\",\"d\"\"e\",\"f\ng\",\" h\",\n")
    #expect(try written([["a;b", "c,d"]], delimiter: 0x3B) == "\"a;b\";c,d\n")
    #expect(try written([[""], ["x"]]) == "\"\"\nx\n")
  }

  @Test func formulasAreGuardedAndPhonesAreNot() throws {
    #expect(
      try written([["=1+1", "+49 30 1234", "-5,20", "+x", "@a", "'=b"]])
        == "'=1+1,+49 30 1234,\"-5,20\",'+x,'@a,''=b\n")
  }

  @Test func ourReaderReadsItBack() throws {
    let rows = [
      ["id", "text", "more"], ["1", "=a,\"b\"", "'=x"], ["2", "two\nlines", "\tTAB"],
      ["3", "+49 30 12", " blanks "], ["4", "-", "''@x"], ["5", "Ünï;|\r\n", "'quoted'"],
    ]
    for delimiter in [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09, UInt8(ascii: "|")] {
      #expect(checkWriter(rows, delimiter: delimiter) == [])
    }
  }
}
