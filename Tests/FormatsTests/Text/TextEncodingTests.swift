import Formats
import Testing

@Suite struct TextEncodingTests {
  @Test(arguments: [
    ("UTF-8", TextEncoding.utf8), ("utf8", .utf8), ("US-ASCII", .utf8),
    ("UTF-16", .utf16LittleEndian),
    ("utf-16be", .utf16BigEndian), ("Windows-1252", .windows1252), ("CP1252", .windows1252),
    ("ISO-8859-1", .iso8859_1), ("latin1", .iso8859_1), ("iso_8859-1", .iso8859_1),
    ("ISO-8859-15", .iso8859_15), ("Latin-9", .iso8859_15), ("CP850", .cp850), ("IBM850", .cp850),
    ("macintosh", .macRoman), ("windows-1250", .windows1250),
  ])
  func encodingOfName(name: String, encoding: TextEncoding) {
    #expect(TextEncoding(name: name) == encoding)
  }

  @Test func rawValueIsAName() {
    for encoding in TextEncoding.allCases {
      #expect(TextEncoding(name: encoding.rawValue) == encoding)
    }
  }

  @Test func unknownNameIsNone() {
    #expect(TextEncoding(name: "utf-7") == nil)
    #expect(TextEncoding(name: "") == nil)
  }
}
