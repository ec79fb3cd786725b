internal import Records
internal import Testing

@testable import Normalization

@Suite struct PhoneSplitterTests {
  @Test(arguments: [
    ("030 1234567 / 0171 4567890", ["030 1234567", "0171 4567890"]),
    ("030/1234567", ["030/1234567"]),
    ("02741 / 393695", ["02741 / 393695"]),
    ("+49 30 1234567; +49 171 4567890", ["+49 30 1234567", "+49 171 4567890"]),
    ("030 1234567 oder 0171 4567890", ["030 1234567", "0171 4567890"]),
    ("06131 736957 / 58", ["06131 736957 / 58"]),
    ("0301234567/01714567890", ["0301234567", "01714567890"]),
    ("030 1234567\n0171 4567890", ["030 1234567", "0171 4567890"]),
    ("(030) 123456-13", ["(030) 123456-13"]), ("+49 (0)8271 29 20-50", ["+49 (0)8271 29 20-50"]),
    ("0711 / 123 45 67, 0711 / 123 45 68", ["0711 / 123 45 67", "0711 / 123 45 68"]), ("", [""]),
  ])
  func partsOfCell(text: String, parts: [String]) {
    #expect(PhoneSplitter.parts(of: text).map(\.text) == parts)
  }

  @Test func wordsSayTheKind() {
    let parts = PhoneSplitter.parts(of: "Tel.: 0711 123456, Fax: 0711 123457; Mobil 0171 2345678")
    #expect(parts.map(\.text) == ["0711 123456", "0711 123457", "0171 2345678"])
    #expect(parts.map(\.kind) == [nil, .fax, .mobile])
  }

  @Test func excelDamage() {
    for text in ["4,91712E+11", "4.91712E+11", "4,9E11"] {
      #expect(PhoneSplitter.isExcelDamaged(text))
    }
    for text in ["0711 123", "E+11", "4,9", "", "4,9Ex"] {
      #expect(!PhoneSplitter.isExcelDamaged(text))
    }
  }
}
