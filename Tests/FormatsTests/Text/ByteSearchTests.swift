@testable import Formats
import Testing

@Suite struct ByteSearchTests {
  @Test func firstByteFromAStartIsFound() {
    let bytes: [UInt8] = [1, 2, 3, 2]
    bytes.withUnsafeBufferPointer { buffer in
      #expect(firstIndex(of: 2, in: buffer) == 1)
      #expect(firstIndex(of: 2, in: buffer, from: 2) == 3)
      #expect(firstIndex(of: 2, in: buffer, from: 4) == nil)
      #expect(firstIndex(of: 9, in: buffer) == nil)
    }
    #expect(firstIndex(of: 0, in: UnsafeBufferPointer(start: nil, count: 0)) == nil)
  }
}
