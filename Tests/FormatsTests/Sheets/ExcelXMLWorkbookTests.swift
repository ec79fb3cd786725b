import Records
import Testing

@testable import Formats

@Suite struct ExcelXMLWorkbookTests {
  private func cells(_ rows: String, sheets: String = "") throws -> [String] {
    let text = """
      <?xml version="1.0" encoding="iso-8859-1"?><?mso-application progid="Excel.Sheet"?>
      <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" \
      xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
      <Worksheet ss:Name="K"><Table>\(rows)</Table></Worksheet>\(sheets)</Workbook>
      """
    let bytes = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    #expect(Format.sniffed(bytes) == .excelXML)
    var found: [String] = []
    var sheet = ""
    _ = try ExcelXMLWorkbook(.bytes(bytes)).read { name in
      sheet = name.text
      return .all
    } _: { row in
      for cell in row.cells {
        found.append(
          "\(sheet):\(row.number),\(cell.column + 1)=" + (cell.fault.map { "\($0)" } ?? cell.text))
      }
    }
    return found
  }

  private func data(_ type: String, _ text: String, _ cell: String = "") -> String {
    "<Cell \(cell)><Data ss:Type=\"\(type)\">\(text)</Data></Cell>"
  }

  @Test func everyTypeOfCell() throws {
    let row =
      data("String", "Köln") + data("Number", "1067") + data("Number", "4.9E9")
      + data("DateTime", "1930-06-02T00:00:00.000") + data("Boolean", "1") + data("Error", "#N/A")
      + data("DateTime", "1899-12-31T14:30:00.000")
    #expect(
      try cells("<Row>\(row)</Row>") == [
        "K:1,1=Köln", "K:1,2=1067", "K:1,3=4900000000", "K:1,4=1930-06-02", "K:1,5=true",
        "K:1,6=error", "K:1,7=14:30:00",
      ])
  }

  @Test func leadingZerosAreShown() throws {
    let bytes = Array(
      """
      <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" \
      xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles>
      <Style ss:ID="s21"><NumberFormat ss:Format="00000"/></Style>
      <Style ss:ID="s22"><NumberFormat ss:Format="Short Date"/></Style></Styles>
      <Worksheet ss:Name="K"><Table><Row>\(data("Number", "1067", "ss:StyleID=\"s21\""))
      \(data("Number", "1067"))\(data("Number", "7", "ss:StyleID=\"s22\""))</Row></Table>
      </Worksheet></Workbook>
      """.utf8)
    var found: [String] = []
    _ = try ExcelXMLWorkbook(.bytes(bytes)).read { _ in
      .all
    } _: { row in
      found += row.cells.map(\.text)
    }
    #expect(found == ["01067", "1067", "7"])
  }

  @Test func skippedCellsAndRowsCount() throws {
    let rows =
      "<Row ss:Index=\"3\">" + data("String", "a", "ss:MergeAcross=\"2\"") + data("String", "b")
      + data("String", "c", "ss:Index=\"7\"") + "</Row><Row ss:Span=\"2\"/><Row>"
      + data("String", "d") + "</Row>"
    #expect(try cells(rows) == ["K:3,1=a", "K:3,4=b", "K:3,7=c", "K:7,1=d"])
  }

  @Test func richTextIsReadAndCommentsAreNot() throws {
    let rich =
      "<Cell><ss:Data ss:Type=\"String\"><B>Anna</B><Font> Lenz</Font></ss:Data>"
      + "<Comment><ss:Data>Notiz</ss:Data></Comment></Cell>"
    #expect(try cells("<Row>\(rich)</Row>") == ["K:1,1=Anna Lenz"])
  }

  @Test func everySheetBeginsAtItsFirstRow() throws {
    let second =
      "<Worksheet ss:Name=\"L\"><Table><Row>\(data("String", "y"))</Row></Table></Worksheet>"
    #expect(
      try cells("<Row>\(data("String", "x"))</Row>", sheets: second) == ["K:1,1=x", "L:1,1=y"])
  }
}
