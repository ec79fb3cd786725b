import Formats
import Testing

@Suite struct TextDecoderTests {
  /// All chunk sizes give the same; so does `decode` of the whole.
  private func decoded(_ bytes: [UInt8], _ encoding: TextEncoding, chunkSize: Int) -> String {
    var decoder = TextDecoder(encoding)
    var output: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let end = min(index + chunkSize, bytes.count)
      decoder.decode(Array(bytes[index..<end]), into: &output)
      index = end
    }
    decoder.finish(into: &output)
    return String(decoding: output, as: UTF8.self)
  }

  private let text = "Größe: 5 €, Łódź 😀 Straße"

  @Test(arguments: 1...7)
  func utf8IsWholeWhateverTheChunks(chunkSize: Int) {
    #expect(decoded(Array(text.utf8), .utf8, chunkSize: chunkSize) == text)
    #expect(decoded([0xEF, 0xBB, 0xBF] + Array(text.utf8), .utf8, chunkSize: chunkSize) == text)
  }

  @Test(arguments: 1...7)
  func utf16IsWholeWhateverTheChunks(chunkSize: Int) {
    let little = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    #expect(decoded(little, .utf16LittleEndian, chunkSize: chunkSize) == text)
    #expect(decoded(big, .utf16BigEndian, chunkSize: chunkSize) == text)
    #expect(decoded([0xFF, 0xFE] + little, .utf16LittleEndian, chunkSize: chunkSize) == text)
    #expect(decoded([0xFE, 0xFF] + big, .utf16BigEndian, chunkSize: chunkSize) == text)
  }

  @Test func windows1252HasEuroQuotesAndC1() {
    let bytes: [UInt8] = [0x80, 0x84, 0x93, 0xE4, 0xDF, 0x81, 0x9D]
    #expect(decoded(bytes, .windows1252, chunkSize: 2) == "€„“äß\u{81}\u{9D}")
    #expect(decoded([0x80, 0xE4], .iso8859_1, chunkSize: 1) == "\u{80}ä")
  }

  @Test(arguments: 1...5)
  func byteThatBreaksUTF8IsReadAsWindows1252(chunkSize: Int) {
    let bytes = Array("Mü".utf8) + [0xFC] + Array("ller".utf8) + [0xC3]
    #expect(decoded(bytes, .utf8, chunkSize: chunkSize) == "MüüllerÃ")
  }

  @Test func halfSurrogatesAreReplacedAndCounted() {
    var decoder = TextDecoder(.utf16LittleEndian)
    var output: [UInt8] = []
    decoder.decode([0x41, 0, 0x3D, 0xD8, 0x42, 0, 0x00, 0xDC, 0x43], into: &output)
    decoder.finish(into: &output)
    #expect(String(decoding: output, as: UTF8.self) == "A\u{FFFD}B\u{FFFD}\u{FFFD}")
    #expect(decoder.faults == 3)
  }

  @Test func onlyAMarkIsEmpty() {
    #expect(decoded([0xEF, 0xBB, 0xBF], .utf8, chunkSize: 1) == "")
    #expect(decoded([0xFF, 0xFE], .utf16LittleEndian, chunkSize: 1) == "")
    #expect(decoded([], .utf16LittleEndian, chunkSize: 1) == "")
  }
}
