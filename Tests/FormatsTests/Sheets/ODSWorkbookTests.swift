import Records
import Support
import Testing

@testable import Formats

@Suite struct ODSWorkbookTests {
  private static let names =
    "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
    + "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
    + "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
    + "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "
    + "xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\""

  private func flat(_ tables: String, styles: String = "") -> [UInt8] {
    Array(
      ("<office:document \(Self.names)><office:automatic-styles>\(styles)</office:automatic-styles>"
        + "<office:body><office:spreadsheet>\(tables)</office:spreadsheet></office:body></office:document>")
        .utf8)
  }

  private func cells(_ workbook: ODSWorkbook) throws -> [String] {
    var found: [String] = []
    var sheet = ""
    _ = try workbook.read { name in
      sheet = name.text + (name.isHidden ? "!" : "")
      return .all
    } _: { row in
      for cell in row.cells {
        found.append(
          "\(sheet):\(row.number),\(cell.column + 1)=" + (cell.fault.map { "\($0)" } ?? cell.text))
      }
    }
    return found
  }

  private func cells(_ table: String) throws -> [String] {
    try cells(ODSWorkbook(.bytes(flat("<table:table table:name=\"K\">\(table)</table:table>"))))
  }

  private func cell(_ attributes: String, _ text: String) throws -> [String] {
    try cells(
      "<table:table-row><table:table-cell \(attributes)>\(text)</table:table-cell></table:table-row>"
    )
  }

  @Test(arguments: [
    ("office:value-type=\"float\" office:value=\"1067\"", "<text:p>01067</text:p>", "01067"),
    ("office:value-type=\"float\" office:value=\"1235\"", "<text:p>1,235</text:p>", "1235"),
    (
      "office:value-type=\"float\" office:value=\"4.917112345E9\"", "<text:p>4,92E+09</text:p>",
      "4917112345"
    ),
    ("office:value-type=\"percentage\" office:value=\"0.5\"", "<text:p>50 %</text:p>", "0.5"),
    (
      "office:value-type=\"date\" office:date-value=\"2020-10-01\"", "<text:p>01.10.20</text:p>",
      "2020-10-01"
    ),
    (
      "office:value-type=\"date\" office:date-value=\"2020-10-01T14:30:00\"", "",
      "2020-10-01T14:30:00"
    ),
    ("office:value-type=\"time\" office:time-value=\"PT14H30M00S\"", "", "14:30:00"),
    (
      "office:value-type=\"boolean\" office:boolean-value=\"true\"", "<text:p>WAHR</text:p>", "true"
    ),
    ("office:value-type=\"string\"", "<text:p>Hof 1</text:p><text:p>Kiel</text:p>", "Hof 1\nKiel"),
    (
      "office:value-type=\"string\"", "<text:p>a<text:s text:c=\"3\"/>b<text:tab/>c</text:p>",
      "a   b\tc"
    ),
    (
      "office:value-type=\"string\"",
      "<text:p>Anna <text:span>von</text:span> <text:a>Lenz</text:a></text:p>", "Anna von Lenz"
    ),
    (
      "office:value-type=\"string\"",
      "<office:annotation><text:p>Notiz</text:p></office:annotation><text:p>Ohm</text:p>", "Ohm"
    ),
    ("office:value-type=\"string\" calcext:value-type=\"error\"", "<text:p>#NV</text:p>", "error"),
  ])
  func valueOfACell(attributes: String, text: String, value: String) throws {
    #expect(try cell(attributes, text) == ["K:1,1=" + value])
  }

  @Test func repeatedCellsAndRowsAreThereAsOften() throws {
    let row = """
      <table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="3"/>\
      <table:table-cell table:number-columns-repeated="2" office:value-type="string"><text:p>x</text:p></table:table-cell>\
      <table:table-cell table:number-columns-repeated="16379"/></table:table-row>
      """
    let empty =
      "<table:table-row table:number-rows-repeated=\"10\"><table:table-cell/></table:table-row>"
    let end =
      "<table:table-row table:number-rows-repeated=\"1048566\"><table:table-cell/></table:table-row>"
    #expect(
      try cells(row + empty + row + end)
        == [
          "K:1,4=x", "K:1,5=x", "K:2,4=x", "K:2,5=x", "K:13,4=x", "K:13,5=x", "K:14,4=x",
          "K:14,5=x",
        ])
  }

  @Test func rowsBeyondEverySheetAreRefused() {
    let bomb = """
      <table:table-row table:number-rows-repeated="99999999"><table:table-cell office:value-type="string">\
      <text:p>x</text:p></table:table-cell></table:table-row>
      """
    let book = ODSWorkbook(.bytes(flat("<table:table table:name=\"K\">\(bomb)</table:table>")))
    #expect(throws: ReadError.self) {
      _ = try book.read { _ in
        .all
      } _: { _ in
      }
    }
  }

  /// Numbers that no sum of them may trap on.
  @Test func emptyRowsRepeatedWithoutMeasureAreNothing() throws {
    let row = "<table:table-row table:number-rows-repeated=\"999999999999999999\"/>"
    let found = try cells(String(repeating: row, count: 20))
    #expect(found.isEmpty)
  }

  @Test func hiddenSheetsAndTablesInCells() throws {
    let row =
      "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>x</text:p></table:table-cell></table:table-row>"
    let style =
      "<style:style style:name=\"ta2\"><style:table-properties table:display=\"false\"/></style:style>"
    let inner =
      "<table:table-row><table:table-cell><table:table table:name=\"I\">\(row)</table:table></table:table-cell></table:table-row>"
    let tables =
      "<table:table table:name=\"A\" table:style-name=\"ta2\">\(row)</table:table>"
      + "<table:table table:name=\"B\"><table:table-header-rows>\(row)</table:table-header-rows>\(inner)</table:table>"
    #expect(try cells(ODSWorkbook(.bytes(flat(tables, styles: style)))) == ["A!:1,1=x", "B:1,1=x"])
  }

  @Test func zippedIsTheSame() throws {
    let row =
      "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>x</text:p></table:table-cell></table:table-row>"
    var archive = Archive()
    archive.add("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    archive.add(
      "content.xml",
      String(decoding: flat("<table:table table:name=\"K\">\(row)</table:table>"), as: UTF8.self))
    let zip = try ZipArchive(.bytes(archive.bytes))
    #expect(try cells(ODSWorkbook(zip, file: "k.ods")) == ["K:1,1=x"])
    #expect(Format.sniffed(archive.bytes) == .ods)
  }
}
