import Formats
import Testing

@Suite struct RepairedTextTests {
  private func repaired(_ bytes: [UInt8]) -> (text: String, isRepaired: Bool) {
    bytes.withUnsafeBufferPointer { String.repairing(utf8: $0) }
  }

  @Test func goodTextStaysAsItIs() {
    for text in ["", "Anna", "Müller 😀", "a\u{0}b", "e\u{301}"] {
      let (found, isRepaired) = repaired(Array(text.utf8))
      #expect(found == text && !isRepaired)
    }
  }

  @Test func badByteIsReadAsWindows1252() {
    let (text, isRepaired) = repaired(Array("Kö".utf8) + [0xF6, 0x80] + Array("ß".utf8))
    #expect(text == "Köö€ß" && isRepaired)
  }
}
