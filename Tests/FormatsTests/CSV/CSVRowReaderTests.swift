import Formats
import Records
import Testing

@Suite struct CSVRowReaderTests {
  @Test func rowsAreBytes() throws {
    var reader = try CSVRowReader(.bytes(Array("rec_id,city\nr1,Köln\nr2,\n".utf8)))
    #expect(reader.columns == ["rec_id", "city"])
    var cities: [[UInt8]] = []
    try reader.read { event in
      guard case .row(let row) = event else { return }
      #expect(row.count == 2)
      #expect(row[7].isEmpty && row[-1].isEmpty)
      cities.append(Array(row[1]))
    }
    #expect(cities == [Array("Köln".utf8), []])
    #expect(reader.ordinal == 2)
  }

  @Test func headerWithTooManyColumnsStops() throws {
    let text = String(repeating: "a,", count: 40_000) + "\n"
    #expect(throws: ReadError.self) { try CSVReader(.bytes(Array(text.utf8))) }
  }

  @Test func headerThatNeverEndsStops() throws {
    let bytes = Array("a,\"b".utf8) + [UInt8](repeating: 0x78, count: 2 << 20)
    #expect(throws: ReadError.self) {
      try CSVReader(.bytes(bytes), options: CSVOptions(header: true))
    }
  }

  @Test func quotesThatAreNeverClosedCostEachLineOnce() throws {
    let lines = (1...3000).map { "\($0);Ida Quast;\"offen" }
    let text = "nr;name;note\n" + lines.joined(separator: "\n") + "\nz;y;x\n"
    var reader = try CSVRowReader(.bytes(Array(text.utf8)))
    var rejected: [Int] = []
    var rows: [Int] = []
    try reader.read { event in
      switch event {
      case .rejected(let raw, _): rejected.append(raw.location.line)
      case .row(let row): rows.append(row.line)
      case .problem: break
      }
    }
    #expect(rejected.count == 3000 && rejected.first == 2 && rejected.last == 3001)
    #expect(rows == [3002])
  }

  @Test func longRowWithoutQuotesIsReadAfterManyFaults() throws {
    let lines = (1...300).map { "\($0);\"offen" }
    let long = String(repeating: "x", count: 70_000)
    let text = "nr;note\n" + lines.joined(separator: "\n") + "\n301;\(long)\n302;\"\(long)\"\n"
    var reader = try CSVRowReader(.bytes(Array(text.utf8)))
    var rows = 0
    try reader.read { if case .row = $0 { rows += 1 } }
    #expect(rows == 2)
  }
}
