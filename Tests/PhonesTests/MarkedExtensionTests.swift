import Testing

@testable import Phones

@Suite struct MarkedExtensionTests {
  @Test(arguments: [
    ("030 123456 DW 23", "030 123456 ", "23"), ("030 123456 Durchwahl: -23", "030 123456 ", "23"),
    ("030 123456 (DW 23)", "030 123456 (", "23"), ("030 123456 App. 4711", "030 123456 ", "4711"),
    ("01 5125 Kl.5", "01 5125 ", "5"), ("01 5125 KLAPPE 5", "01 5125 ", "5"),
    ("030 123456-Nst.23", "030 123456-", "23"), ("030 123456 Ext.: 23", "030 123456 ", "23"),
    ("030 123456DW23", "030 123456", "23"), ("123 dw 1.", "123 ", "1"),
  ])
  func markedExtension(text: String, base: String, digits: String) throws {
    let marked = try #require(MarkedExtension(text))
    #expect(marked.base == base)
    #expect(marked.digits == digits)
  }

  @Test(arguments: [
    "", "DW", "DW 23", "12 DW 23", "030 123456-23", "030 123456", "030 123456 DW",
    "Durchwahl 030 123456-23", "030 123456 x 23", "030 123456 DW 12345678", "030 123456 XDW 23",
    "030 123456 ÄDW 23", "030 123456 DW 2 3", "030 123456 DW 23 Zentrale", "030 123456 23",
  ])
  func notMarked(text: String) {
    #expect(MarkedExtension(text) == nil)
  }
}
