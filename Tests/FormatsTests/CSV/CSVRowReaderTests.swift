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
}
