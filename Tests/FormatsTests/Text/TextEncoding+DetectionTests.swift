import Testing

@testable import Formats

@Suite struct TextEncodingDetectionTests {
  private func detected(_ bytes: [UInt8], isWhole: Bool = true) -> TextEncoding {
    .detected(in: bytes, isWhole: isWhole)
  }

  @Test func byteOrderMarkDecides() {
    #expect(detected([0xEF, 0xBB, 0xBF, 0xE4]) == .utf8)
    #expect(detected([0xFF, 0xFE, 0x41, 0]) == .utf16LittleEndian)
    #expect(detected([0xFE, 0xFF, 0, 0x41]) == .utf16BigEndian)
  }

  @Test func utf16WithoutMarkIsToldByItsZeros() {
    let units = Array("Müller;Köln".utf16)
    #expect(detected(units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) == .utf16LittleEndian)
    #expect(detected(units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }) == .utf16BigEndian)
  }

  @Test func asciiAndEmptyAreUTF8() {
    #expect(detected([]) == .utf8)
    #expect(detected(Array("Name;Ort".utf8)) == .utf8)
    #expect(detected(Array("a\0b;c".utf8)) == .utf8)
  }

  @Test func germanSingleBytesAreWindowsOrISO() {
    let umlauts: [UInt8] = [0x4D, 0xFC, 0x6C, 0x6C, 0x65, 0x72]
    #expect(detected(umlauts) == .iso8859_1)
    #expect(detected(umlauts, isWhole: false) == .windows1252)
    #expect(detected(umlauts + [0x80]) == .windows1252)
  }

  @Test func oneBadByteLeavesUTF8() {
    #expect(detected(Array("Müller, Größe".utf8) + [0xFC, 0x41]) == .utf8)
  }

  @Test func sequenceCutAtTheEndOfASampleIsNoFault() {
    #expect(detected([0x41, 0xC3], isWhole: false) == .utf8)
    #expect(detected([0x41, 0xE2, 0x82], isWhole: false) == .utf8)
    #expect(detected([0x41, 0xF0, 0x9F, 0x98], isWhole: false) == .utf8)
    #expect(detected([0x41, 0xC3], isWhole: true) == .iso8859_1)
  }

  @Test func overlongFormsAndSurrogatesAreFaults() {
    #expect(detected([0xC0, 0xAF]) != .utf8)
    #expect(detected([0xED, 0xA0, 0x80]) != .utf8)
    #expect(detected([0xF4, 0x90, 0x80, 0x80]) != .utf8)
  }

  private func bytes(_ text: String, _ encoding: TextEncoding) throws -> [UInt8] {
    let table = try #require(encoding.upperHalf)
    return try text.unicodeScalars.map { scalar in
      if scalar.value < 0x80 { return UInt8(scalar.value) }
      let place = try #require(table.firstIndex(of: UInt16(scalar.value)))
      return UInt8(place + 0x80)
    }
  }

  private static let german = [
    "Name;Ort\nMüller;Köln\n", "Größe;Straße\n", "Jäger;Überlingen\nÖllinger;Ärztehaus\n",
    "GRÖSSE;MÜLLER\n", "Weiß;Gießen\nMayr;Linz\n",
  ]

  @Test(arguments: german, [TextEncoding.cp850, .macRoman])
  func germanWordsTellTheEncoding(text: String, encoding: TextEncoding) throws {
    #expect(try detected(bytes(text, encoding)) == encoding)
  }

  @Test(arguments: german)
  func germanWordsInLatin1StayLatin1(text: String) throws {
    #expect(try detected(bytes(text, .windows1252)) == .iso8859_1)
    #expect(try detected(bytes(text + "5 €", .windows1252)) == .windows1252)
  }

  /// Names of other languages alone don't make a file another encoding.
  @Test(arguments: [
    "Novák;Praha\n", "Miloš;Dušan\n", "Muñoz;Málaga\n", "François;Orléans\n", "Sørensen;Århus\n",
    "Žižka;Tomáš\n", "„Haus“ – 5 €\n", "D’Angelo;Nuño\n", "§ 5 Abs. 2\n", "Müller & Söhne®\n",
  ])
  func otherWordsInWindows1252StayThere(text: String) throws {
    let found = try detected(bytes(text, .windows1252), isWhole: false)
    #expect(found == .windows1252)
  }

  @Test func polishWordsAreWindows1250() throws {
    let text = "Wałęsa;Kraków\nŁukasz;Wrocław\nBłaszczykowski;Łódź\n"
    #expect(try detected(bytes(text, .windows1250)) == .windows1250)
  }

  @Test func theEuroOfLatin9IsSeen() throws {
    #expect(try detected(bytes("Müller;5 €\n", .iso8859_15)) == .iso8859_15)
  }

  @Test(arguments: TextEncoding.allCases)
  func everyByteOfATableComesBack(encoding: TextEncoding) {
    guard let table = encoding.upperHalf else { return }
    #expect(table.count == 128)
    #expect(Set(table).count == 128)
  }
}
