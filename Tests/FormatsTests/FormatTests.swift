import Formats
import Testing

@Suite struct FormatTests {
  @Test(arguments: [
    ("Name;Ort\nA;B\n", Format.csv), ("", .csv), ("<?xml version=\"1.0\"?><a/>", .xml),
    ("\u{FEFF}\n <Kunden>", .xml), ("BEGIN:VCARD\r\nVERSION:3.0", .vcard),
    ("\r\n\r\nbegin:vcard \nn:x", .vcard), ("VERSION:2.1\nBEGIN:VCARD", .vcard),
    ("notes;BEGIN:VCARD", .csv),
  ])
  func formatOfStart(text: String, format: Format) {
    #expect(Format.sniffed(Array(text.utf8)) == format)
    let wide = ("\u{FEFF}" + text).utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(Format.sniffed(wide) == format)
  }
}
