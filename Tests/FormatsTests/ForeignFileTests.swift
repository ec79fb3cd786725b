import Records
import Support
import Testing

@testable import Formats

@Suite struct ForeignFileTests {
  @Test(arguments: [
    ("%PDF-1.7\n", ForeignFile.pdf), ("GIF89a", .picture), ("{\\rtf1\\ansi", .richText),
    ("SQLite format 3\u{0}", .database), ("<html><body><table>", .html),
    ("\u{FEFF}\r\n <!DOCTYPE HTML>", .html), ("<TABLE border=1>", .html),
  ])
  func firstBytesTell(text: String, kind: ForeignFile) {
    #expect(ForeignFile(Array(text.utf8)) == kind)
  }

  @Test(arguments: [
    "Name;Ort\n", "<?xml version=\"1.0\"?><table/>", "BEGIN:VCARD", "", "GIF;Ort\n", "<kunden>",
  ])
  func whatAReaderIsForIsNotForeign(text: String) {
    #expect(ForeignFile(Array(text.utf8)) == nil)
  }

  /// Archives that are workbooks are ours.
  @Test func workbooksAreNotForeign() {
    #expect(ForeignFile([0x50, 0x4B, 3, 4, 20, 0]) == nil)
    #expect(ForeignFile([0xD0, 0xCF, 0x11, 0xE0]) == nil)
    #expect(ForeignFile([0x1F, 0x8B, 8]) == .compressed)
  }

  @Test func eachHasAdviceInBothLanguages() {
    for kind in ForeignFile.allCases {
      #expect(!kind.advice.german.isEmpty)
      #expect(kind.advice.german != kind.advice.english)
    }
  }
}
