import Testing

@testable import Formats

@Suite struct VCardTextTests {
  @Test(
    arguments: [
      ("=41=c3=A4", [0x41, 0xC3, 0xA4]), ("a=", [0x61]), ("=4", [0x3D, 0x34]),
      ("=ZZ", [0x3D, 0x5A, 0x5A]),
      ("", []),
    ] as [(String, [UInt8])])
  func quotedPrintable(text: String, bytes: [UInt8]) {
    #expect(VCardText.quotedPrintable(Array(text.utf8)[...]) == bytes)
  }

  @Test(arguments: [
    ("a\\nb\\Nc", "a\nb\nc"), ("\\,\\;\\:\\\\", ",;:\\"), ("a\\xb", "a\\xb"), ("  a \r\n", "a"),
    ("a\\", "a\\"),
    ("a\r\nb", "a\nb"),
  ])
  func unescaped(text: String, expected: String) {
    #expect(VCardText.unescaped(text[...]) == expected)
  }

  @Test func componentsHeedEscapes() {
    #expect(VCardText.components(of: "a\\;b;c;;\\\\;d") == ["a\\;b", "c", "", "\\\\", "d"])
    #expect(VCardText.components(of: "") == [""])
  }

  @Test func onlyBrokenBytesAreReadAsWindows1252() {
    let bytes: [UInt8] = [0xC3, 0xA4, 0xE4]
    #expect(VCardText.text(of: bytes[...], charset: nil) == "ää")
    #expect(VCardText.text(of: bytes[...], charset: .iso8859_1) == "Ã¤ä")
  }

  @Test func schemeOfAnyCase() {
    #expect(VCardText.withoutScheme("tel:", "TEL:1") == "1")
    #expect(VCardText.withoutScheme("tel:", "te") == nil)
  }
}
