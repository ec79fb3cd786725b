import Testing

@testable import Review

@Suite struct PageRequestTests {
  @Test func fieldsAreDecoded() {
    let fields = decodedFields(Array("a=1&b=x+y%20z&c&d=%C3%BC&e=%zz%4&=f&a=2".utf8))
    #expect(fields.map(\.name) == ["a", "b", "c", "d", "e", "", "a"])
    #expect(fields.map(\.value) == ["1", "x y z", "", "ü", "%zz%4", "f", "2"])
    #expect(decodedFields(Array("".utf8)).isEmpty)
    #expect(
      decodedFields(Array(repeating: Array("a=1&".utf8), count: 900).joined().map { $0 }).count
        == 500)
  }

  @Test func whatIsEncodedIsDecodedAlike() {
    let text = "ä +&=/\"<>%\n"
    #expect(decodedFields(Array("x=\(encoded(text))".utf8)).first?.value == text)
  }

  @Test func linesHoldNoControlsAndEnd() {
    var request = PageRequest(path: "/a//b")
    request.form = ["x": ["old", "  new\u{0}\nline"]]
    #expect(request.parts == ["a", "b"])
    #expect(request.field("x").hasSuffix("line") && request.field("y") == "")
    #expect(request.line("x") == "newline")
    #expect(request.line("x", limit: 4) == "ne")
  }
}
