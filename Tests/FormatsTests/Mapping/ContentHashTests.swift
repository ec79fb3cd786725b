@testable import Formats
import Testing

@Suite struct ContentHashTests {
  private func hash(_ texts: [String]) -> UInt64 {
    var hash = ContentHash()
    for text in texts { hash.combine(text) }
    return hash.value
  }

  /// Keys in stores rest on it: a change here makes every record without a key a new one.
  @Test func hashNeverChanges() {
    #expect(hexadecimal(hash(["Name", "Müller & Söhne", ""])) == "75925c7f5a17e321")
  }

  @Test func boundariesCount() {
    #expect(hash(["ab", "c"]) != hash(["a", "bc"]))
    #expect(hash([""]) != hash([]))
    #expect(hash(["12345678", ""]) != hash(["", "12345678"]))
    #expect(hash(["a\u{0}"]) != hash(["a"]))
  }

  @Test func digitsAreSixteen() {
    #expect(hexadecimal(0) == "0000000000000000")
    #expect(hexadecimal(.max) == "ffffffffffffffff")
    #expect(hexadecimal(0xAB) == "00000000000000ab")
  }
}
