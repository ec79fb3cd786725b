import Formats
import Records
import Testing

@Suite struct TableReaderTests {
  @Test(arguments: [1, 2, 3, 100]) func batchesHoldAllEventsInOrder(size: Int) throws {
    let cards = (1...5).map { "BEGIN:VCARD\nFN:Karte \($0)\nEND:VCARD\n" }.joined() + "Rest\n"
    var reader = VCardReader(.bytes(Array(cards.utf8)))
    var names: [String] = []
    var problems = 0
    var sizes: [Int] = []
    try reader.readBatches(of: size) { batch in
      sizes.append(batch.rowCount)
      try batch.read { event in
        switch event {
        case .record(let raw): names += raw.values.map(\.text)
        case .rejected: Issue.record("nothing is wrong with these cards")
        case .problem: problems += 1
        }
      }
    }
    #expect(names == (1...5).map { "Karte \($0)" })
    #expect(problems == 1)
    #expect(sizes.reduce(0, +) == 5)
    #expect(sizes.allSatisfy { $0 <= size })
  }

  @Test func headerOfATableIsNumbered() throws {
    let reader = try CSVReader(.bytes(Array("sep=;\nName;Ort\nOhm;Bonn\n".utf8)))
    #expect(reader.headerLine == 2)
    #expect(try CSVReader(.bytes(Array("1;2@x.de\n3;4@x.de\n".utf8))).headerLine == nil)
  }
}
