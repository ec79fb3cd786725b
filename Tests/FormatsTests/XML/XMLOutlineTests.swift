import Formats
import Testing

@Suite struct XMLOutlineTests {
  @Test(
    arguments: [
      ("<Export><Kopf/><Kunde/><Kunde/></Export>", "/Export/Kunde"),
      (
        "<Export><Kunden><Kunde><Ort/><Ort/></Kunde><Kunde/></Kunden></Export>",
        "/Export/Kunden/Kunde"
      ),
      ("<r><a/><a/><b/><b/><b/></r>", "/r/b"), ("<r><a/><a/><b/><b/></r>", "/r/a"),
      ("<r><a/><a/><b", "/r/a"), ("<r><a/></r>", nil), ("", nil),
    ] as [(String, String?)])
  func recordPath(text: String, path: String?) throws {
    #expect(try proposedRecordPath(of: .bytes(Array(text.utf8))) == path)
  }

  @Test func whatIsNoXMLStops() throws {
    #expect(throws: ReadError.self) { try proposedRecordPath(of: .bytes(Array("a;b".utf8))) }
    #expect(throws: ReadError.self) {
      try proposedRecordPath(of: .bytes(Array("<!DOCTYPE r><r/>".utf8)))
    }
  }
}
