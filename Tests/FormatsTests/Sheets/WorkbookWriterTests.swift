import Foundation
import Formats
import Records
import Support
import Testing

@Suite struct WorkbookWriterTests {
  private func write(_ rows: [[String]], to path: String) throws {
    let writer = try WorkbookWriter(path: path, sheet: "fragen", choices: ["same", "different"])
    try writer.writeHeader(["decision", "name", "e-mail"])
    for row in rows { try writer.write(row) }
    try writer.close()
  }

  private func read(_ path: String) throws -> [[String]] {
    var source = try RecordSource.open(.file(path))
    var rows: [[String]] = [source.table?.columns ?? []]
    try source.reader.read { event in
      guard case .record(let raw) = event else { return }
      var row = Array(repeating: "", count: raw.columns.count)
      for value in raw.values { row[value.column] = value.text }
      rows.append(row)
    }
    return rows
  }

  @Test func whatIsWrittenIsReadBack() throws {
    let folder = try Workdir()
    let rows = [
      ["", "Müller & Söhne <GmbH>", "a@beispielhaus.de"], ["same", "=1+1", "+49 711 1234567"],
      ["", "Zeile 1\nZeile 2", "-"],
    ]
    try write(rows, to: folder.path("x.xlsx"))
    #expect(try read(folder.path("x.xlsx")) == [["decision", "name", "e-mail"]] + rows)
  }

  @Test func nothingIsAFormula() throws {
    let folder = try Workdir()
    try write([["", "=HYPERLINK(\"http://x\")", "@SUM(A1)"]], to: folder.path("x.xlsx"))
    let cells = try read(folder.path("x.xlsx"))
    #expect(cells.last == ["", "=HYPERLINK(\"http://x\")", "@SUM(A1)"])
  }

  @Test func equalRowsGiveEqualBytesThatOthersCantRead() throws {
    let folder = try Workdir()
    let rows = [["same", "Trautmann", ""], ["", "Eickhoff", "b@beispielhaus.de"]]
    try write(rows, to: folder.path("a.xlsx"))
    try write(rows, to: folder.path("b.xlsx"))
    #expect(try folder.bytes("a.xlsx") == folder.bytes("b.xlsx"))
    let mode = try FileManager.default.attributesOfItem(atPath: folder.path("a.xlsx"))[
      .posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test func whatACellCantHoldIsCutAndCleaned() throws {
    let folder = try Workdir()
    try write(
      [["", String(repeating: "x", count: 40_000), "a\u{0}\u{1}b"]], to: folder.path("x.xlsx"))
    let row = try #require(try read(folder.path("x.xlsx")).last)
    #expect(row[1].hasSuffix("…"))
    #expect(row[2] == "ab")
  }

  @Test func aFolderThatIsNotThereIsTold() throws {
    #expect(throws: WriteError.self) { try write([], to: "/nowhere/at/all/x.xlsx") }
  }
}
