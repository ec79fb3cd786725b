import Testing

@testable import Store

@Suite("Hash64")
struct Hash64Tests {
  @Test func staysWhatItIs() {
    // Stored hashes are compared over years: these values must never change.
    #expect(hash64(of: []) == 16_325_314_592_318_339_460)
    #expect(hash64(of: Array("Kontor".utf8)) == 16_876_234_473_984_895_498)
  }

  @Test func partsEqualTheirCopies() {
    let bytes = Array("0123456789abcdefghijklmnopqrstuvwxyz".utf8)
    for start in 0..<10 {
      for count in 0..<20 {
        #expect(
          hash64(of: bytes, from: start, count: count)
            == hash64(of: Array(bytes[start..<start + count])))
      }
    }
  }

  @Test func everyBitOfTheInputCounts() {
    for length in 1...33 {
      let bytes = (0..<length).map { UInt8($0) }
      let hash = hash64(of: bytes)
      for index in bytes.indices {
        for bit in 0..<8 {
          var changed = bytes
          changed[index] ^= 1 << bit
          #expect(hash64(of: changed) != hash)
        }
      }
      #expect(hash64(of: bytes + [0]) != hash)
    }
  }

  @Test func orderOfWhatIsMixedCounts() {
    #expect(mixed(1, 2) != mixed(2, 1))
    #expect(mixed(0, 0) != mixed(0, 1))
  }
}
