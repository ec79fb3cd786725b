import Testing

@testable import Formats

@Suite struct VCardLineWriterTests {
  private func written(_ text: String) -> String {
    var lines = VCardLineWriter()
    lines.append("NOTE", text: text)
    return String(decoding: lines.bytes, as: UTF8.self)
  }

  @Test func specialCharactersAreEscaped() {
    #expect(written("a,b;c\\d\ne\r\u{1}") == "NOTE:a\\,b\\;c\\\\d\\ne\r\n")
    #expect(written("").isEmpty)
  }

  @Test(arguments: 60...160)
  func foldedLinesAreShortWholeAndJoinAgain(length: Int) {
    for letter in ["x", "ß", "€", "😀"] {
      let text = String(repeating: letter, count: length)
      let lines = written(text).split(separator: "\r\n")
      #expect(lines.allSatisfy { $0.utf8.count <= 75 })
      let joined = lines.enumerated().map { $0.offset == 0 ? $0.element : $0.element.dropFirst() }
      #expect(joined.joined() == "NOTE:" + text)
    }
  }
}
