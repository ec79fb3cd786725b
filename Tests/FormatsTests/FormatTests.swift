import Formats
import Testing

@Suite struct FormatTests {
  @Test(arguments: [
    ("Name;Ort\nA;B\n", Format.csv), ("", .csv), ("<?xml version=\"1.0\"?><a/>", .xml),
    ("\u{FEFF}\n <Kunden>", .xml), ("BEGIN:VCARD\r\nVERSION:3.0", .vcard),
    ("\r\n\r\nbegin:vcard \nn:x", .vcard), ("VERSION:2.1\nBEGIN:VCARD", .vcard),
    ("notes;BEGIN:VCARD", .csv), ("BEGIN:VCALENDAR\nVERSION:1.0", .icalendar),
    ("# Adressbuch\nversion: 1\n\ndn: cn=Ida\n", .ldif), ("dn:: Y249SWRh\n", .ldif),
    ("# nur;eine\nTabelle;1\n", .csv), ("dnr;name\n1;Ohm\n", .csv),
    ("<vcards xmlns=\"urn:ietf:params:xml:ns:vcard-4.0\"/>", .xcard),
    ("<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>", .excelXML),
    ("<a:document xmlns:a=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\"/>", .fods),
    ("Received: by x\n\tfor y\nFrom: a@b.example\n\nText", .mail),
    ("From ida@ohm.example Thu Jan  2 15:04:05 2020\nFrom: a@b.example\nTo: c@d.example\n", .mail),
    ("From: Kiel\nBonn;Ulm\n", .csv), ("To;From;Date\n1;2;3\n", .csv),
  ])
  func formatOfStart(text: String, format: Format) {
    #expect(Format.sniffed(Array(text.utf8)) == format)
    let wide = ("\u{FEFF}" + text).utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(Format.sniffed(wide) == format)
  }
}
