import Testing

@testable import Formats

@Suite struct VCardPropertyTests {
  private func property(_ line: String) -> VCardProperty? {
    var properties = VCardProperties()
    let first = properties.property(of: Array(line.utf8))
    // The second time comes from memory.
    let second = properties.property(of: Array(line.utf8))
    #expect(first?.name == second?.name && first?.types == second?.types)
    return second
  }

  @Test func partsOfALine() throws {
    let found = try #require(property("Item1.adr;TYPE=work,HOME;CHARSET=utf-8:;;a:b"))
    #expect(found.group == "item1" && found.name == "ADR")
    #expect(found.types == [.work, .home])
    #expect(found.charset == .utf8 && !found.hasUnknownCharset)
    #expect(Array(found.value) == Array(";;a:b".utf8))
  }

  @Test func quotedParametersMayHoldColons() {
    #expect(property("X;A=\"b:c;d\";TYPE=home:e")?.value.count == 1)
    #expect(property("X;A=\"b:c")?.value.count == 1)
  }

  @Test func lineWithoutColonIsNone() { #expect(property("FN;Muster") == nil) }

  @Test(
    arguments: [
      ("_$!<Home>!$_", VCardProperty.Types.home), ("_$!<WorkFAX>!$_", [.work, .fax]),
      ("Mobil", .cell), ("Büro", .work), ("Oma", []),
    ] as [(String, VCardProperty.Types)])
  func labelsOfApple(label: String, types: VCardProperty.Types) throws {
    var found = try #require(property("TEL:1"))
    found.add(label: label)
    #expect(found.types == types)
  }
}
