import Records
import Support
import Testing

@testable import Formats

@Suite struct XLSXWorkbookTests {
  /// "A2=text" for each cell of a sheet.
  private func cells(
    _ bytes: [UInt8], sheet: String? = nil
  ) throws -> [String] {
    let archive = try ZipArchive(.bytes(bytes))
    let workbook = try XLSXWorkbook(archive, file: "book.xlsx")
    var found: [String] = []
    _ = try workbook.read {
      sheet == nil || $0.text == sheet ? .all : .nothing
    } _: { row in
      for cell in row.cells {
        let letter = String(UnicodeScalar(UInt8(65 + cell.column)))
        found.append("\(letter)\(row.number)=" + (cell.fault.map { "\($0)" } ?? cell.text))
      }
    }
    return found
  }

  private func cells(_ rows: String, strings: [String] = []) throws -> [String] {
    var book = TestWorkbook(rows)
    book.strings = strings
    return try cells(book.bytes)
  }

  @Test func everyTypeOfCell() throws {
    let rows = """
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="str"><f>A1</f><v>Ohm</v></c>\
      <c r="C1" t="inlineStr"><is><t>Kiel</t></is></c><c r="D1" t="b"><v>1</v></c>\
      <c r="E1" t="e"><v>#N/A</v></c><c r="F1" t="n"><v>4.917112345E9</v></c>\
      <c r="G1"><v>1067</v></c><c r="H1" t="d"><v>2020-10-01T00:00:00</v></c><c r="I1"/></row>
      """
    #expect(
      try cells(rows, strings: ["<t>Lenz</t>"]) == [
        "A1=Lenz", "B1=Ohm", "C1=Kiel", "D1=true", "E1=error", "F1=4917112345", "G1=1067",
        "H1=2020-10-01",
      ])
  }

  @Test func sparseCellsStandInTheirColumns() throws {
    let rows = """
      <row r="3"><c r="B3"><v>1</v></c><c r="D3"><v>2</v></c></row>\
      <row><c><v>3</v></c><c><v>4</v></c></row><row r="9"><c><v>5</v></c></row>
      """
    #expect(try cells(rows) == ["B3=1", "D3=2", "A4=3", "B4=4", "A9=5"])
  }

  @Test func richTextIsOneAndPhoneticsAreLeftOut() throws {
    let rich =
      "<r><t>Anna</t></r><r><t xml:space=\"preserve\"> </t></r><r><t>Lenz</t></r>"
      + "<rPh sb=\"0\" eb=\"1\"><t>Aussprache</t></rPh><phoneticPr fontId=\"1\"/>"
    let row = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>7</v></c></row>"
    #expect(try cells(row, strings: [rich]) == ["A1=Anna Lenz", "B1=unreadable"])
  }

  @Test func escapedCharactersAreRead() throws {
    let strings = ["<t>Hof 1_x000D_\nKiel</t>", "<t>a_x005F_x0041_</t>", "<t>_xZZZZ_ _x41</t>"]
    let row = (0..<3).map { "<c t=\"s\"><v>\($0)</v></c>" }.joined()
    #expect(
      try cells("<row r=\"1\">\(row)</row>", strings: strings)
        == ["A1=Hof 1\nKiel", "B1=a_x0041_", "C1=_xZZZZ_ _x41"])
  }

  @Test func datesAreKnownByTheirStyles() throws {
    var book = TestWorkbook(
      """
      <row r="1"><c r="A1" s="1"><v>44105</v></c><c r="B1" s="2"><v>44105.5</v></c>\
      <c r="C1" s="3"><v>44105</v></c><c r="D1" s="4"><v>1067</v></c><c r="E1" s="99"><v>5</v></c></row>
      """)
    book.formats = ["14", "dd.mm.yyyy hh:mm", "0.00", "00000"]
    #expect(
      try cells(book.bytes)
        == ["A1=2020-10-01", "B1=2020-10-01T12:00:00", "C1=44105", "D1=01067", "E1=5"])
    book.workbookProperties = "<workbookPr date1904=\"1\"/>"
    #expect(try cells(book.bytes).first == "A1=2024-10-02")
  }

  @Test func sheetsFollowTheirRelations() throws {
    let book = TestWorkbook([
      ("Erstes", "<row r=\"1\"><c><v>1</v></c></row>"),
      ("Zweites", "<row r=\"1\"><c><v>2</v></c></row>"),
    ])
    #expect(try cells(book.bytes, sheet: "Erstes") == ["A1=1"])
    #expect(try cells(book.bytes, sheet: "Zweites") == ["A1=2"])
  }

  @Test func archiveWithoutWorkbookIsRefused() throws {
    var archive = Archive()
    archive.add("brief.txt", "nichts")
    #expect(throws: ReadError.self) { try cells(archive.bytes) }
    archive.add(
      "_rels/.rels", "<R><R Id=\"1\" Type=\"x/officeDocument\" Target=\"xl/workbook.bin\"/></R>")
    #expect(throws: ReadError.self) { try cells(archive.bytes) }
  }

  @Test func doctypeIsRefused() throws {
    var archive = Archive()
    archive.add("xl/workbook.xml", "<!DOCTYPE a [<!ENTITY e 'x'>]><workbook>&e;</workbook>")
    #expect(throws: ReadError.self) { try cells(archive.bytes) }
  }

  @Test(arguments: [
    ("worksheets/a.xml", "xl/worksheets/a.xml"), ("/xl/a.xml", "xl/a.xml"),
    ("../../../etc/passwd", "etc/passwd"), ("./b.xml", "xl/b.xml"), ("../c.xml", "c.xml"),
  ])
  func targetsStayInTheArchive(target: String, path: String) {
    #expect(OfficePackage.path(of: target, from: "xl/") == path)
  }

  @Test(arguments: [("A1", 0), ("C2", 2), ("AA10", 26), ("XFD1", 16_383), ("ZZZZZ1", 16_384)])
  func columnOfAReference(reference: String, column: Int) {
    let bytes = Array(reference.utf8)
    #expect(bytes.withUnsafeBufferPointer { XLSXCells.column($0) } == column)
  }
}
