import Testing

@testable import Linkage

@Suite struct FoldTableTests {
  @Test func everyFoldedByteIsALetterADigitOrASpace() {
    for scalar: UInt32 in 0x80..<0x2100 {
      var letters = FoldTable.letters(of: scalar)
      while letters != 0 {
        let byte = UInt8(truncatingIfNeeded: letters)
        #expect((97...122).contains(byte) || byte == 32)
        letters >>= 8
      }
    }
  }
}
