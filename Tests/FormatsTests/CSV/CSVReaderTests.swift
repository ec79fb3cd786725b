import Formats
import Records
import Support
import Testing

/// What a test sees of a reading.
struct Reading {
  var rows: [[String: String]] = []
  var lines: [Int] = []
  var ordinals: [Int] = []
  var rejected: [(raw: RawRecord, problem: Problem)] = []
  var problems: [Problem] = []

  init(_ bytes: [UInt8], options: CSVOptions = CSVOptions(), chunkSize: Int = 1 << 16) throws {
    var reader = try CSVReader(
      .bytes(bytes, name: "a.csv", chunkSize: chunkSize), options: options)
    try reader.read { event in
      switch event {
      case .record(let raw):
        rows.append(texts(of: raw))
        lines.append(raw.location.line)
        ordinals.append(raw.location.ordinal)
      case .rejected(let raw, let problem): rejected.append((raw, problem))
      case .problem(let problem): problems.append(problem)
      }
    }
  }

  init(_ text: String, options: CSVOptions = CSVOptions()) throws {
    try self.init(Array(text.utf8), options: options)
  }
}

func texts(of raw: RawRecord) -> [String: String] {
  var texts: [String: String] = [:]
  for value in raw.values { texts[raw.columns[value.column]] = value.text }
  return texts
}

@Suite struct CSVReaderTests {
  @Test func rowsBecomeRecordsWithLinesAndOrdinals() throws {
    let reading = try Reading("Vorname;Nachname;Ort\nAnna;Kunz;Ulm\n\nJo;;Bonn\n")
    #expect(
      reading.rows == [
        ["Vorname": "Anna", "Nachname": "Kunz", "Ort": "Ulm"], ["Vorname": "Jo", "Ort": "Bonn"],
      ])
    #expect(reading.lines == [2, 4])
    #expect(reading.ordinals == [1, 2])
  }

  @Test func lineIsWhereTheRowBegins() throws {
    let text = "Name,Notiz\n\"A\",\"eins\nzwei\n\ndrei\"\nB,x\n\"C\n\",y\nD,z\n"
    #expect(try Reading(text).lines == [2, 6, 7, 9])
    let windows = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(try Reading(windows.joined(separator: "\r\n")).lines == [2, 6, 7, 9])
    let old = try Reading("Name,Notiz\rA,x\rB,y\r")
    #expect(old.lines == [2, 3])
  }

  @Test func quotesHoldDelimitersQuotesAndLineEnds() throws {
    let reading = try Reading("a,b\n\"x, \"\"y\"\"\",\"1\r\n2\"\n")
    #expect(reading.rows == [["a": "x, \"y\"", "b": "1\r\n2"]])
  }

  @Test func quoteInsideAFieldIsACharacter() throws {
    let reading = try Reading(
      "Name;Ort\nHotel \"Post\" Berlin;Ulm\n\"Zum \"Ochsen\" am Tor\";Bonn\n")
    #expect(reading.rows.map { $0["Name"] } == ["Hotel \"Post\" Berlin", "Zum \"Ochsen\" am Tor"])
  }

  @Test func rowOfDelimitersIsPassedOver() throws {
    let reading = try Reading("a;b;c\n;;\n1;2;3\n\"\";;\n")
    #expect(reading.rows.count == 1)
    #expect(reading.ordinals == [1])
    #expect(reading.rejected.isEmpty)
  }

  @Test func wrongFieldCountIsRejectedWithTheReason() throws {
    let reading = try Reading("a;b;c\n1;2;3\n4;5\n6;7;8;9\n10;11;12;;\n")
    #expect(reading.rows.map { $0["a"] } == ["1", "10"])
    #expect(reading.rejected.map(\.problem.code) == ["too-few-fields", "too-many-fields"])
    #expect(
      reading.rejected.first?.problem.text(.english)
        == "a.csv:3: 2 fields, the header has 3: row set aside")
    #expect(reading.rejected.map { $0.raw.location.ordinal } == [2, 3])
    #expect(reading.rejected.last.map { texts(of: $0.raw)["column 4"] } == "9")
  }

  @Test func namelessColumnAtTheEndMayBeMissing() throws {
    let reading = try Reading("a;b;\n1;2\n3;4;\n5;6;7\n")
    #expect(reading.rejected.isEmpty)
    #expect(reading.rows.last == ["a": "5", "b": "6", "column 3": "7"])
  }

  @Test func unclosedQuoteIsReportedAtItsOpeningLine() throws {
    let reading = try Reading("a;b;c\n1;2;3\n4;\"5;6\n7;8;9\n10;11;12\n")
    #expect(reading.rows.map { $0["a"] } == ["1", "7", "10"])
    #expect(reading.lines == [2, 4, 5])
    #expect(reading.rejected.map(\.problem.code) == ["unclosed-quote"])
    #expect(reading.rejected.map(\.problem.location.line) == [3])
    #expect(reading.rejected.first.map { texts(of: $0.raw) } == ["a": "4", "b": "\"5", "c": "6"])
  }

  @Test func quoteThatSwallowsRowsUpToTheNextOneCostsOneRow() throws {
    let reading = try Reading("a;b;c\n4;\"5;6\n7;8;9\n10;\"11\";12\n13;14;15\n")
    #expect(reading.rows.map { $0["a"] } == ["7", "10", "13"])
    #expect(reading.rejected.map(\.problem.location.line) == [2])
  }

  @Test func quotedTextMayLookLikeARow() throws {
    let reading = try Reading("a;b;c\n1;\"x;y\nz\";3\n")
    #expect(reading.rows == [["a": "1", "b": "x;y\nz", "c": "3"]])
  }

  @Test func manyUnclosedQuotesTakeNoQuadraticTime() throws {
    var text = "a;b\n"
    for number in 0..<3_000 { text += "\"\(number);x\n" }
    let reading = try Reading(text)
    #expect(reading.rows.count + reading.rejected.count <= 3_000)
    #expect(reading.rejected.count > 10)
  }

  @Test func rowLongerThanTheLimitIsRejected() throws {
    var bytes = Array("a,b\n1,".utf8)
    bytes += [UInt8](repeating: 0x78, count: 17 << 20)
    bytes += Array("\n2,y\n".utf8)
    let reading = try Reading(bytes)
    #expect(reading.rejected.map(\.problem.code) == ["row-too-long"])
    #expect(reading.rows == [["a": "2", "b": "y"]])
    #expect(reading.lines == [3])
  }

  @Test func tenMegabytesInAFieldAreRead() throws {
    let long = String(repeating: "ä\n", count: 3_500_000)
    let reading = try Reading("a,b\n1,\"\(long)\"\n2,x\n")
    #expect(reading.rows.first?["b"]?.utf8.count == long.utf8.count)
    #expect(reading.lines == [2, 3_500_003])
  }

  @Test func thousandsOfColumnsAreRead() throws {
    let names = (1...16_384).map { "c\($0)" }.joined(separator: ",")
    let values = (1...16_384).map { "v\($0)" }.joined(separator: ",")
    let reading = try Reading(names + "\n" + values + "\n")
    #expect(reading.rows.first?["c16383"] == "v16383")
  }

  @Test func repeatedHeaderIsPassedOverWithAProblem() throws {
    let reading = try Reading("a;b\n1;2\na;b\n3;4\n")
    #expect(reading.rows.count == 2)
    #expect(reading.problems.map(\.code) == ["repeated-header"])
    #expect(reading.problems.map(\.location.line) == [3])
  }

  @Test func nulBytesAreRemovedAndTold() throws {
    let reading = try Reading("Name;Ort\nA\0nna;Ulm\n")
    #expect(reading.rows == [["Name": "Anna", "Ort": "Ulm"]])
    #expect(reading.problems.map(\.code) == ["nul-bytes"])
    #expect(reading.problems.map(\.field) == ["Name"])
  }

  @Test func oneBadByteCostsNoOtherValue() throws {
    let bytes = Array("Name;Ort\nMüller;Köln\nM".utf8) + [0xFC] + Array("ller;Köln\n".utf8)
    let reading = try Reading(bytes)
    #expect(reading.rows.map { $0["Name"] } == ["Müller", "Müller"])
    #expect(reading.rows.map { $0["Ort"] } == ["Köln", "Köln"])
    #expect(reading.problems.map(\.code) == ["bad-encoding"])
    #expect(reading.problems.map(\.location.line) == [3])
  }

  @Test func singleBytesAfterALongASCIIStartAreNoProblem() throws {
    var bytes = Array("Name;Ort\n".utf8)
    for _ in 0..<110_000 { bytes += Array("Meier;Ulm\n".utf8) }
    bytes += [0x4D, 0xFC, 0x3B, 0x80, 0x0A]
    let reading = try Reading(bytes)
    #expect(reading.rows.last == ["Name": "Mü", "Ort": "€"])
    #expect(reading.problems.isEmpty)
  }

  @Test(arguments: [1, 2, 3, 1000])
  func utf16IsRead(chunkSize: Int) throws {
    let text = "\u{FEFF}Name\tOrt\nMüller\tKöln 😀\n"
    let reading = try Reading(
      text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, chunkSize: chunkSize)
    #expect(reading.rows == [["Name": "Müller", "Ort": "Köln 😀"]])
  }

  @Test func formulaGuardIsUndone() throws {
    let reading = try Reading("a;b;c\n'=1+1;'+49 171;'Alter\n")
    #expect(reading.rows == [["a": "=1+1", "b": "+49 171", "c": "'Alter"]])
  }

  @Test func rejectedFileIsReadAgain() throws {
    let text = """
      kontor_source,kontor_file,kontor_line,kontor_reason,Name,Ort
      erp,e.csv,3,2 fields,Anna,Ulm
      shop,s.csv,9,2 fields,Jo,Bonn

      """
    let reading = try Reading(text, options: CSVOptions(sourceName: "erp"))
    #expect(reading.rows == [["Name": "Anna", "Ort": "Ulm"]])
    let reader = try CSVReader(.bytes(Array(text.utf8)))
    #expect(reader.columns == ["Name", "Ort"])
  }

  @Test func emptyAndHeaderOnlyFilesHoldNothing() throws {
    for (text, isEmpty) in [
      ("", true), ("\n\n", true), ("a;b\n", false), ("\u{FEFF}", true), ("a;b", false),
    ] {
      let reading = try Reading(text)
      #expect(reading.rows.isEmpty && reading.rejected.isEmpty)
      #expect(reading.problems.map(\.code) == (isEmpty ? ["csv-empty"] : []))
    }
  }

  @Test func noValueStandsInAProblem() throws {
    let reading = try Reading("Name;Ort\nGeheim\nGeheim;\"Geheim\nGeheim;a;Geheim\n")
    for problem in reading.rejected.map(\.problem) + reading.problems {
      #expect(!problem.text(.german).contains("Geheim"))
      #expect(!problem.text(.english).contains("Geheim"))
    }
  }

  @Test(arguments: [
    "Vorname;Nachname;Notiz\nAnna;Kunz;\"eins;\nzwei\"\n;;\nJo;\"Öz\"\"e\";x\nzu;wenig\n",
    "sep=,\nName,E-Mail\nA,a@b.de\n\"B\nC\",c@d.de\n\nName,E-Mail\nÜ,",
    "a,b\n1,\"2\n3,4\n5,6\n", "x\ny\nz\n",
  ])
  func readerKeepsTheLawsOfReaders(text: String) {
    let options = CSVOptions(delimiter: text.utf8.contains(0x3B) ? 0x3B : 0x2C, header: true)
    #expect(checkReader(Array(text.utf8)) { try CSVReader($0, options: options) } == [])
  }

  @Test(arguments: ["", "\u{FEFF}", "\n\r\n\n"])
  func emptyFileIsAProblemAndNoMore(text: String) throws {
    var reader = try CSVReader(.bytes(Array(text.utf8)))
    #expect(reader.columns == [])
    var codes: [String] = []
    try reader.read { event in
      guard case .problem(let problem) = event else {
        Issue.record("no problem")
        return
      }
      codes.append(problem.code + " " + problem.action.rawValue)
    }
    #expect(codes == ["csv-empty skipped"])
  }

  @Test func headerAloneIsNoEmptyFile() throws {
    var reader = try CSVReader(.bytes(Array("Name;Ort\n".utf8)))
    try reader.read { Issue.record("\($0)") }
  }

  @Test func columnsAreToldByNumberWhereTheHeaderIsNotCertain() throws {
    let rows = "Eickhoff;Ulm\nQuast;Bonn\n"
    let one = try CSVReader(.bytes(Array(rows.utf8)), options: CSVOptions(header: true))
    #expect(one.columns == ["Eickhoff", "Ulm"])
    #expect(one.columnsToTell == ["column 1", "column 2"])
    let other = try CSVReader(.bytes(Array("Name;Ort;0731 99998\nOhm;Ulm;x\n".utf8)))
    #expect(other.columnsToTell == ["Name", "Ort", "column 3"])
  }
}
