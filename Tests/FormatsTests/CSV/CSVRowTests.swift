import Formats
import Testing

@Suite struct CSVRowTests {
  @Test func textUndoesGuardAndRepairsBytes() throws {
    let bytes = Array("a,b,c\n'=x,M".utf8) + [0xFC, 0x2C, 0x41, 0x00, 0x42, 0x0A]
    var reader = try CSVRowReader(.bytes(bytes), options: CSVOptions(encoding: .utf8, header: true))
    var texts: [String] = []
    try reader.read { event in
      guard case .row(let row) = event else { return }
      texts = (0..<row.count).map(row.text)
      #expect(!row.isEmpty() && row.isEmpty(from: 3))
    }
    #expect(texts == ["=x", "Mü", "AB"])
  }
}
