import Records
import Testing

@testable import Formats

@Suite struct VCardAssemblerTests {
  @Test func agentsMayBeNested() throws {
    let text = """
      BEGIN:VCARD
      N:A
      AGENT:
      BEGIN:VCARD
      N:B
      AGENT:
      BEGIN:VCARD
      N:C
      END:VCARD
      END:VCARD
      TEL:1
      END:VCARD
      """
    #expect(try cards(text) == [["1@1", "N.family=A", "TEL=1"]])
  }

  @Test func columnsAreSharedAndGrow() throws {
    var columns: [[String]] = []
    var reader = VCardReader(
      .bytes(Array("BEGIN:VCARD\nFN:A\nEND:VCARD\nBEGIN:VCARD\nTEL:1\nFN:B\nEND:VCARD".utf8)))
    try reader.read { event in
      if case .record(let raw) = event { columns.append(raw.columns) }
    }
    #expect(columns == [["FN"], ["FN", "TEL"]])
  }

  @Test func endWithoutBeginIsNothing() throws {
    #expect(try cards("END:VCARD\nBEGIN:VCARD\nFN:A\nEND:VCARD\nEND:VCARD") == [["1@2", "FN=A"]])
  }
}
