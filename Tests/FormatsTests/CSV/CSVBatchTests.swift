import Formats
import Records
import Testing

@Suite struct CSVBatchTests {
  private func events(of bytes: [UInt8], batch size: Int?) throws -> [String] {
    var reader = try CSVReader(.bytes(bytes, name: "a.csv"))
    var told: [String] = []
    func tell(_ event: ReaderEvent) {
      switch event {
      case .record(let raw): told.append("\(raw.location) \(texts(of: raw).sorted { $0 < $1 })")
      case .rejected(let raw, let problem):
        told.append("rejected \(raw.location) \(raw.values.map(\.text)) \(problem.code)")
      case .problem(let problem): told.append("problem \(problem.location) \(problem.code)")
      }
    }
    guard let size else {
      try reader.read { tell($0) }
      return told
    }
    try reader.readBatches(of: size) { batch in
      #expect(batch.rowCount <= size)
      try batch.read { tell($0) }
    }
    return told
  }

  @Test(arguments: [1, 2, 3, 100])
  func batchesTellWhatReadingTells(size: Int) throws {
    let text = """
      Name,Ort
      Änne,Köln
      Bo,"zwei
      Zeilen"
      zu,viele,Felder

      Name,Ort
      Cy,'=1
      Di,

      """
    var bytes = Array(text.utf8)
    bytes += Array("Em".utf8) + [0x00] + Array(",Ulm\nFa,M".utf8) + [0xFC] + Array("nchen\n".utf8)
    #expect(try events(of: bytes, batch: size) == events(of: bytes, batch: nil))
  }

  @Test func emptyFileHasNoBatches() throws {
    #expect(try events(of: Array("a,b\n".utf8), batch: 5) == [])
  }
}
