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
    #expect(try XMLOutline(of: .bytes(Array(text.utf8))).repeatingPath == path)
  }

  @Test func whatIsNoXMLStops() throws {
    #expect(throws: ReadError.self) { try XMLOutline(of: .bytes(Array("a;b".utf8))) }
    #expect(throws: ReadError.self) {
      try XMLOutline(of: .bytes(Array("<!DOCTYPE r><r/>".utf8)))
    }
  }

  @Test(arguments: [
    ("<r/>", false), ("<r><stand>1.1.</stand><kunden/></r>", false), ("<r><k/><k/></r>", true),
    ("<r><k><n>x</n></k></r>", true), ("", false),
  ])
  func listWithoutEntriesHoldsNoRecords(text: String, holdsRecords: Bool) throws {
    #expect(try XMLOutline(of: .bytes(Array(text.utf8))).holdsRecords == holdsRecords)
  }

  @Test func emptyListIsKnownByItsPath() throws {
    let outline = try XMLOutline(of: .bytes(Array("<r><a><b/></a><kunden/></r>".utf8)))
    #expect(outline.hasEmptyElement(["kunden"]) && outline.hasEmptyElement(["r", "kunden"]))
    #expect(!outline.hasEmptyElement(["a"]) && !outline.hasEmptyElement(["c"]))
    #expect(!outline.hasEmptyElement([]))
  }
}
