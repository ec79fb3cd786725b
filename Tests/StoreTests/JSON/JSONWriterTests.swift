import Testing

@testable import Store

@Suite("JSONWriter")
struct JSONWriterTests {
  @Test(arguments: hostileStrings)
  func stringsRoundTrip(text: String) throws {
    var bytes: [UInt8] = []
    appendQuoted(text, to: &bytes)
    #expect(!bytes.contains { $0 < 0x20 })
    var reader = JSONReader(bytes)
    #expect(Array(try reader.string().utf8) == Array(text.utf8))
    #expect(reader.isAtEnd)
  }

  @Test func everyByteAtEveryPlaceOfAWordIsEscapedOrKept() throws {
    for byte in UInt8(0)...0x7F {
      for place in 0..<17 {
        var utf8 = Array("ääaaaaaaaaaaaaöö".utf8)
        utf8.insert(byte, at: 4 + place % 12)
        let text = String(decoding: utf8, as: UTF8.self)
        var bytes: [UInt8] = []
        appendQuoted(text, to: &bytes)
        var reader = JSONReader(bytes)
        #expect(Array(try reader.string().utf8) == utf8)
      }
    }
  }

  @Test func commasStandBetweenAndNowhereElse() {
    var json = JSONWriter(appendingTo: [])
    json.beginObject()
    json.key("a")
    json.beginArray()
    json.endArray()
    json.member("b", "")
    json.member("c", "x")
    json.key("d")
    json.integers([1, 2])
    json.key("e")
    json.boolean(false)
    json.endObject()
    #expect(String(decoding: json.bytes, as: UTF8.self) == #"{"a":[],"c":"x","d":[1,2],"e":false}"#)
  }
}
