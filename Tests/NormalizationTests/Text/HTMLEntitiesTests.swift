internal import Testing

@testable import Normalization

@Suite struct HTMLEntitiesTests {
  @Test(arguments: [
    ("M&uuml;ller", "Müller"), ("M&#252;ller", "Müller"), ("M&#xFC;ller", "Müller"),
    ("A &amp; B", "A & B"),
    ("&szlig;&Auml;", "ßÄ"),
  ])
  func decodedText(text: String, right: String) { #expect(HTMLEntities.decoded(text) == right) }

  @Test(arguments: ["Müller & Co; KG", "&;", "&#xD800;", "&#0;", "&unbekannt;", "a&b", ""])
  func otherTextStays(text: String) { #expect(HTMLEntities.decoded(text) == nil) }
}
