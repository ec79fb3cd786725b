import Testing

@testable import Formats

@Suite struct VCardLinesTests {
  /// The property lines of a text and where they begin.
  private func lines(_ text: String, chunk: Int = 1000) -> [String] {
    var splitter = VCardLineSplitter()
    var unfolder = VCardUnfolder()
    var found: [String] = []
    let add: (VCardUnfolder.Line) -> Void = { line in
      found.append("\(line.number) " + String(decoding: line.bytes, as: UTF8.self))
    }
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: chunk) {
      bytes[start..<min(start + chunk, bytes.count)].withUnsafeBufferPointer { piece in
        splitter.split(piece) { unfolder.take($0, $1, isTooLong: $2, add) }
      }
    }
    splitter.finish { unfolder.take($0, $1, isTooLong: $2, add) }
    unfolder.finish(add)
    return found
  }

  @Test(arguments: [1, 2, 3, 1000])
  func lineEndsOfAllKinds(chunk: Int) {
    #expect(
      lines("a\nb\r\nc\rd\r\r\ne\n\nf", chunk: chunk) == ["1 a", "2 b", "3 c", "4 d", "5 e", "7 f"])
  }

  @Test func indentedLinesContinue() {
    #expect(lines("A:b\n c\n\td\nE:f") == ["1 A:bcd", "4 E:f"])
  }

  @Test func softBreaksContinueOnlyInQuotedPrintable() {
    #expect(
      lines("A;QUOTED-PRINTABLE:b=\nC:d=\n e\nF:g") == ["1 A;QUOTED-PRINTABLE:bC:d e", "4 F:g"])
    #expect(lines("A:b=\nC:d") == ["1 A:b=", "2 C:d"])
    #expect(
      lines("A;ENCODING=quoted-printable:b=\nEND:VCARD") == [
        "1 A;ENCODING=quoted-printable:b=", "2 END:VCARD",
      ])
  }

  @Test func base64IsDroppedUpToTheNextProperty() {
    #expect(lines("PHOTO;BASE64:AA\nBB==\n CC\n\nDD\nE:f") == ["1 PHOTO;BASE64:", "5 DD", "6 E:f"])
  }

  @Test(arguments: ["BEGIN:VCARD", "begin:vcard  ", "Begin:VCard\t"])
  func marker(line: String) {
    #expect(isMarker("begin:vcard", Array(line.utf8)))
    #expect(!isMarker("begin:vcard", Array((line + "x").utf8)))
    #expect(!isMarker("begin:vcard", Array("BEGIN".utf8)))
  }
}
