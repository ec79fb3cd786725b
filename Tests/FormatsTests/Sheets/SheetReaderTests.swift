import Records
import Support
import Testing

@testable import Formats

@Suite struct SheetReaderTests {
  /// Rows of inline texts from a first row on; an empty text is no cell.
  private func rows(_ table: [[String]], from first: Int = 1) -> String {
    table.enumerated().map { index, row in
      let cells = row.enumerated().map { column, text in
        let place = "\(UnicodeScalar(UInt8(65 + column)))\(first + index)"
        return text.isEmpty
          ? ""
          : text.hasPrefix("#")
            ? "<c r=\"\(place)\" t=\"e\"><v>\(text)</v></c>"
            : "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
      }
      return "<row r=\"\(first + index)\">\(cells.joined())</row>"
    }.joined()
  }

  private let customers = [
    ["Kundenliste"], [], ["Nachname", "Vorname", "PLZ", "Ort"], ["Ohm", "Ida", "", "Kiel"],
    ["Lenz", "Uwe", "24103", "Kiel", "extra"], [], ["Nachname", "Vorname", "PLZ", "Ort"],
    ["Voss", "", "#N/A", "Bonn"],
  ]

  private func events(
    _ bytes: [UInt8], _ options: SheetOptions = SheetOptions()
  ) throws -> [String] {
    var reader = try SheetReader(.bytes(bytes, name: "k.xlsx"), options: options)
    var events: [String] = []
    try reader.read { event in
      switch event {
      case .record(let raw):
        let values = raw.values.map { "\(raw.columns[$0.column])=\($0.text)" }
        events.append("\(raw.location.line) " + values.joined(separator: " "))
      case .rejected(let raw, _): events.append("\(raw.location.line) rejected")
      case .problem(let problem):
        events.append("\(problem.location.line) \(problem.code) \(problem.field)")
      }
    }
    return events
  }

  @Test func headerIsFoundBelowATitle() throws {
    let bytes = TestWorkbook(rows(customers)).bytes
    let reader = try SheetReader(.bytes(bytes))
    #expect(reader.headerLine == 3)
    #expect(reader.isHeaderCertain)
    #expect(reader.columns == ["Nachname", "Vorname", "PLZ", "Ort", "column 5"])
    #expect(
      try events(bytes) == [
        "4 Nachname=Ohm Vorname=Ida Ort=Kiel",
        "5 Nachname=Lenz Vorname=Uwe PLZ=24103 Ort=Kiel column 5=extra", "7 repeated-header ",
        "8 cell-error PLZ", "8 Nachname=Voss Ort=Bonn",
      ])
  }

  @Test func sheetWithoutHeaderHasNumberedColumns() throws {
    let table = [["Ohm", "ida@ohm.example"], ["Lenz", "uwe@lenz.example"]]
    let bytes = TestWorkbook(rows(table)).bytes
    #expect(try SheetReader(.bytes(bytes)).headerLine == nil)
    #expect(try events(bytes).first == "1 column 1=Ohm column 2=ida@ohm.example")
  }

  @Test func userSaysWhereTheHeaderIs() throws {
    let bytes = TestWorkbook(rows([["x", "y"], ["a", "b"], ["1", "2"]])).bytes
    let options = SheetOptions(header: true, skippedRows: 1)
    #expect(try events(bytes, options) == ["3 a=1 b=2"])
    #expect(
      try events(bytes, SheetOptions(header: false, skippedRows: 2)) == ["3 column 1=1 column 2=2"])
  }

  @Test func firstShownSheetWithRowsIsRead() throws {
    var book = TestWorkbook([
      ("Versteckt", rows([["Name", "Ort"], ["Alt", "Ulm"]])), ("Leer", ""),
      ("Kunden", rows([["Name", "Ort"], ["Ohm", "Kiel"]])),
      ("Archiv", rows([["Name", "Ort"], ["Voss", "Bonn"]])),
    ])
    book.hidden = ["Versteckt"]
    #expect(try SheetReader(.bytes(book.bytes)).sheet == "Kunden")
    #expect(try events(book.bytes) == ["2 Name=Ohm Ort=Kiel", "1 sheet-not-read "])
    #expect(try events(book.bytes, SheetOptions(sheet: "versteckt")).first == "2 Name=Alt Ort=Ulm")
    #expect(throws: ReadError.self) { try events(book.bytes, SheetOptions(sheet: "Kundinnen")) }
  }

  @Test func workbookWithoutRowsIsEmpty() throws {
    #expect(try events(TestWorkbook("").bytes) == ["1 sheet-empty "])
  }

  @Test func oldAndLockedFilesAreRefusedWithAWayOut() {
    let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    let locked = old + "EncryptedPackage".utf8.flatMap { [$0, UInt8(0)] }
    #expect(Format.sniffed(old) == .xlsx)
    for bytes in [old, locked] {
      #expect {
        try SheetReader(.bytes(bytes))
      } throws: { error in
        (error as? ReadError)?.text(.english).contains("as .xlsx") == true
      }
    }
  }

  @Test func guardOfOurOwnWriterIsUndone() throws {
    let bytes = TestWorkbook(rows([["Name", "Telefon"], ["Ohm", "'+49 431 1"]])).bytes
    #expect(try events(bytes) == ["2 Name=Ohm Telefon=+49 431 1"])
  }

  @Test func readerKeepsTheLaws() {
    let bytes = TestWorkbook(rows(customers)).bytes
    #expect(checkReader(bytes, checks: [.cutOff]) { try SheetReader($0) } == [])
    let rows = ["Nachname,Ort", "Ohm,Kiel", "Lenz,Bonn"].map { line in
      "<Row>"
        + line.split(separator: ",").map { "<Cell><Data ss:Type=\"String\">\($0)</Data></Cell>" }
        .joined() + "</Row>\n"
    }.joined()
    let flat = """
      <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
       xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="K">
      <Table>
      \(rows)</Table></Worksheet></Workbook>
      """
    #expect(checkReader(Array(flat.utf8)) { try SheetReader($0) } == [])
  }

  @Test func anyFormatsReaderIsOpenedAlike() throws {
    let source = try RecordSource.open(.bytes(TestWorkbook(rows(customers)).bytes))
    #expect(source.format == .xlsx)
    #expect(source.sheet == "Kunden")
    #expect(source.table?.headerLine == 3)
  }

  /// As damaged workbooks have them: the fuzzer found a value without a column.
  @Test func cellsInAnyOrderHaveTheirColumns() throws {
    let header = SheetHeader([], words: ColumnWords([]), skipped: nil, isThere: false)
    var rows = SheetRecords(file: "k.ods", header: header, columnsToTell: [])
    var row = SheetRow(number: 1)
    row.cells = [
      SheetCell(column: 4, text: "fünf", fault: nil),
      SheetCell(column: 1, text: "zwei", fault: nil),
    ]
    var found: [String] = []
    try rows.add(row) { event in
      guard case .record(let raw) = event else { return }
      found = raw.values.map { "\(raw.columns[$0.column])=\($0.text)" }
    }
    #expect(found == ["column 5=fünf", "column 2=zwei"])
  }
}
