import Testing

@testable import Formats

@Suite struct XMLParserTests {
  /// The events of a text: "<name", "name=value", "text", ">".
  private func events(_ pieces: [String]) throws -> (words: [String], status: XMLParser.Status) {
    let parser = XMLParser()
    var words: [String] = []
    let take: XMLParser.Receiver = { events in
      for event in events {
        switch event.kind {
        case .start:
          let name = parser.name(event.name)
          words.append("<" + (name.namespace.isEmpty ? "" : "{\(name.namespace)}") + name.local)
        case .end: words.append(">")
        default: words.append(String(decoding: event.bytes, as: UTF8.self))
        }
      }
    }
    for piece in pieces {
      let status = try parser.parse(Array(piece.utf8), take)
      guard status == .good else { return (words, status) }
    }
    return (words, try parser.finish(take))
  }

  @Test func eventsOfElementsAttributesAndText() throws {
    let found = try events(["<a x='1'>\n  <b xmlns='urn:b'/>t &amp; <![CDATA[<u>]]></a>"])
    #expect(found.words == ["<a", "1", "<{urn:b}b", ">", "t & <u>", ">"])
    #expect(found.status == .good)
  }

  @Test func textBetweenTagsAloneIsLayout() throws {
    #expect(try events(["<a> <b/> \n </a>"]).words == ["<a", "<b", ">", ">"])
  }

  @Test func piecesOfTextKeepTheirBlanks() throws {
    let found = try events(["<a>" + String(repeating: "x", count: 400), " ", "y</a>"])
    #expect(found.words.joined().hasSuffix("xx y>"))
  }

  @Test(arguments: [
    ("<a>", XMLParser.Status.endsEarly), ("<a", .endsEarly), ("<a>t</a", .endsEarly),
    ("", .endsEarly),
  ])
  func cutOffText(text: String, status: XMLParser.Status) throws {
    #expect(try events([text]).status == status)
  }

  @Test func linesAreThoseOfTheTags() throws {
    let parser = XMLParser()
    var lines: [Int] = []
    _ = try parser.parse(Array("<a>\n\n<b\n x='1'\n y='2\n3'/>\n<c/></a>".utf8)) { events in
      for event in events where event.kind == .start { lines.append(event.line) }
    }
    #expect(lines == [1, 3, 7])
  }
}
