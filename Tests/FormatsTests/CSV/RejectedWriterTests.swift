import Formats
import Records
import Support
import Testing

@Suite struct RejectedWriterTests {
  private func raw(_ line: Int, _ columns: [String], _ texts: [String]) -> RawRecord {
    RawRecord(
      location: Location(file: "a.csv", line: line, ordinal: line), columns: columns,
      values: texts.enumerated().map { RawValue(column: $0.offset, text: $0.element) })
  }

  private func reason(_ line: Int) -> Problem {
    Problem(
      code: "too-few-fields", location: Location(file: "a.csv", line: line, ordinal: line),
      action: .setAside, message: Phrase(de: "zu wenig", en: "too few"))
  }

  @Test func headerIsTheUnionOfColumns() throws {
    let workdir = try Workdir()
    let writer = RejectedWriter(path: workdir.path("rejected.csv"), language: .german)
    try writer.write(raw(3, ["Name", "Ort"], ["A, B", "=Ulm"]), source: "erp", reason: reason(3))
    try writer.write(raw(9, ["Ort", "PLZ"], ["Bonn", "53111"]), source: "shop", reason: reason(9))
    try writer.finish()
    #expect(writer.count == 2)
    #expect(
      try workdir.text("rejected.csv") == """
        kontor_source,kontor_file,kontor_line,kontor_reason,Name,Ort,PLZ
        erp,a.csv,3,zu wenig,"A, B",'=Ulm,
        shop,a.csv,9,zu wenig,,Bonn,53111

        """)
  }

  @Test func nothingRejectedIsNoFile() throws {
    let workdir = try Workdir()
    let writer = RejectedWriter(path: workdir.path("rejected.csv"), language: .english)
    try writer.finish()
    #expect(throws: (any Error).self) { try workdir.text("rejected.csv") }
  }

  @Test func correctedFileIsReadAgainBySource() throws {
    let workdir = try Workdir()
    let path = workdir.path("rejected.csv")
    let writer = RejectedWriter(path: path, language: .english)
    try writer.write(raw(3, ["Name", "Ort"], ["A", "Ulm"]), source: "erp", reason: reason(3))
    try writer.write(raw(4, ["Name", "Ort"], ["B", "Bonn"]), source: "shop", reason: reason(4))
    try writer.finish()
    var reader = try CSVReader(.file(path), options: CSVOptions(sourceName: "shop"))
    var found: [[String: String]] = []
    try reader.read { if case .record(let raw) = $0 { found.append(texts(of: raw)) } }
    #expect(found == [["Name": "B", "Ort": "Bonn"]])
  }
}
