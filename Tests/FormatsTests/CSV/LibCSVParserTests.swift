@testable import Formats
import Testing

@Suite struct LibCSVParserTests {
  private func rows(_ parser: LibCSVParser, _ text: String) -> [[String]] {
    let isRead = Array(text.utf8).withUnsafeBufferPointer { parser.parse($0) }
    #expect(isRead)
    return (0..<parser.rowCount).map { index in
      let row = parser.row(index, line: 1)
      return (0..<row.count).map(row.text)
    }
  }

  @Test func rowGoesOnOverCalls() {
    let parser = LibCSVParser(delimiter: 0x3B, quote: 0x22)
    #expect(rows(parser, "a;\"b\n") == [])
    #expect(parser.isInRow && parser.isInQuotes)
    #expect(rows(parser, "c\";d\ne;f\n") == [["a", "b\nc", "d"], ["e", "f"]])
    #expect(!parser.isInRow)
  }

  @Test func lastRowNeedsNoLineEnd() {
    let parser = LibCSVParser(delimiter: 0x2C, quote: 0x22)
    #expect(rows(parser, "a,b") == [])
    parser.finish()
    #expect(parser.rowCount == 1)
  }

  @Test func resetForgetsTheRow() {
    let parser = LibCSVParser(delimiter: 0x2C, quote: 0x22)
    #expect(rows(parser, "a,\"b") == [])
    parser.reset()
    #expect(!parser.isInRow)
    #expect(rows(parser, "c,d\n") == [["c", "d"]])
  }

  @Test func rowsGrowBeyondTheFirstBuffers() {
    let parser = LibCSVParser(delimiter: 0x2C, quote: 0x22)
    let fields = (0..<2000).map { "field \($0)" }
    #expect(rows(parser, fields.joined(separator: ",") + "\n") == [fields])
  }

  @Test func linesWithoutQuotesAreReadAsLibCSVReadsThem() {
    let lines = [
      "a;b", "a;b;", ";", ";;", " a ; b\t;c", "", "  ", "\t", " ; ", "ä;ß \u{A0};x y", "a\0b;c",
      "one", " one two ", "'a';`b`",
    ]
    for delimiter in [UInt8(ascii: ";"), 0x09] {
      for end in ["\n", "\r\n", "\r"] {
        for line in lines {
          let text = line.replacing(";", with: String(decoding: [delimiter], as: UTF8.self))
          let whole = LibCSVParser(delimiter: delimiter, quote: 0x22)
          let found = rows(whole, text + end)
          // In two pieces it is libcsv's to read.
          let pieces = LibCSVParser(delimiter: delimiter, quote: 0x22)
          #expect(rows(pieces, text) == [])
          #expect(found == rows(pieces, end), "\(line)")
          #expect(!whole.isInRow)
        }
      }
    }
  }
}
