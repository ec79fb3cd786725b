import Formats
import Records
import Testing

@Suite struct RecordSourceTests {
  private func open(
    _ text: String, _ settings: SourceSettings = SourceSettings()
  ) throws -> RecordSource {
    try RecordSource.open(.bytes(Array(text.utf8), name: "file"), settings: settings)
  }

  private func records(_ source: RecordSource) throws -> [[String]] {
    var records: [[String]] = []
    var reader = source.reader
    try reader.read { if case .record(let raw) = $0 { records.append(raw.values.map(\.text)) } }
    return records
  }

  @Test func tableTellsItsColumnsAndDialect() throws {
    let source = try open("Notiz\n\nName;Ort\nTrautmann;Kiel\nOhm;Bonn\n")
    #expect(source.format == .csv)
    #expect(source.table?.columns == ["Name", "Ort"])
    #expect(source.table?.headerLine == 3)
    #expect(source.dialect?.delimiter == UInt8(ascii: ";"))
    #expect(source.encoding == .utf8)
    #expect(try records(source) == [["Trautmann", "Kiel"], ["Ohm", "Bonn"]])
  }

  @Test func cardsHaveNoTable() throws {
    let source = try open("BEGIN:VCARD\nFN:Alwine Trautmann\nEND:VCARD\n")
    #expect(source.format == .vcard)
    #expect(source.table == nil)
    #expect(source.dialect == nil)
    #expect(try records(source) == [["Alwine Trautmann"]])
  }

  @Test func repeatingElementIsTheRecord() throws {
    let text = "<Export><Kunde><Name>Ohm</Name></Kunde><Kunde><Name>Lenz</Name></Kunde></Export>"
    let source = try open(text)
    #expect(source.shape?.record == "/Export/Kunde")
    #expect(try records(source) == [["Ohm"], ["Lenz"]])
  }

  @Test func givenElementGoesBefore() throws {
    let text = "<Export><Kunde><Name>Ohm</Name></Kunde><Kunde/></Export>"
    let source = try open(text, SourceSettings(xml: XMLShape(record: "Export")))
    #expect(source.shape?.record == "Export")
    #expect(try records(source) == [["Ohm"]])
  }

  @Test func xmlWithoutRepetitionIsRefused() {
    #expect(throws: ReadError.self) { try open("<Export><Kunde/></Export>") }
  }

  @Test func givenFormatGoesBefore() throws {
    let source = try open("<a>;<b>\n1;2\n", SourceSettings(format: .csv))
    #expect(source.format == .csv)
  }
}
