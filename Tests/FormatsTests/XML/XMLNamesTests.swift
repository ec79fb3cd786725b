import Testing

@testable import Formats

@Suite struct XMLNamesTests {
  /// The names of a file's elements and attributes, learned in their order.
  private func names(_ text: String, _ shape: XMLShape) throws -> (names: XMLNames, path: [UInt32])
  {
    let parser = XMLParser()
    var names = XMLNames(shape: shape, parser: parser)
    var path: [UInt32] = []
    _ = try parser.parse(Array(text.utf8)) { events in
      for event in events where event.kind == .start || event.kind == .attribute {
        names.learn(event.name)
        if event.kind == .start { path.append(event.name) }
      }
    }
    return (names, path)
  }

  @Test func patternsMatchTheEndOfAPath() throws {
    let shape = XMLShape(record: "/r/k", nested: ["p", "x/p"])
    let (names, path) = try names("<r><k><p>", shape)
    #expect(names.matches(0, Array(path.prefix(2)), from: 0))
    #expect(!names.matches(0, path, from: 0))
    #expect(names.matches(1, path, from: 2))
    #expect(!names.matches(2, path, from: 2))
    #expect(names.patternCount == 3)
  }

  @Test func columnsAreSpelledAsTheMappingDoes() throws {
    let shape = XMLShape(record: "k", namespaces: ["c": "urn:c"], columns: ["a/@b", "c:d"])
    let (names, _) = try names("<k xmlns:x='urn:c'><x:a x:b='1'/><x:d/></k>", shape)
    // In the order of the file: k, a, b, d.
    #expect(names.texts(of: [(1, false), (2, true)]) == ["a", "@b"])
    #expect(names.texts(of: [(3, false)]) == ["c:d"])
    #expect(names.texts(of: [(1, false)]) == ["c:a"])
  }

  @Test func attributesOfTheSchemaInstanceSayNothing() throws {
    let text = "<k xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:nil='1' nil='2'>"
    let (names, _) = try names(text, XMLShape(record: "k"))
    #expect(names.isIgnored(1) && !names.isIgnored(2))
  }
}
