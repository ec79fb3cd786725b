/// A 64-bit hash of bytes that is the same on every machine and in every run.
///
/// Eight bytes are mixed at a time, by xor, multiplication and shift (after D. Lemire and the
/// finalizer of MurmurHash3 by A. Appleby, public domain). It tells rows apart; it keeps no
/// secrets.
struct ContentHash {
  private(set) var state: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The hash of what was combined.
  var value: UInt64 {
    var bits = state
    bits ^= bits >> 33
    bits &*= 0xFF51_AFD7_ED55_8CCD
    bits ^= bits >> 33
    bits &*= 0xC4CE_B9FE_1A85_EC53
    return bits ^ bits >> 33
  }

  mutating func combine(_ word: UInt64) {
    state = (state ^ word) &* 0x9E37_79B9_7F4A_7C15
    state ^= state >> 29
  }

  /// Combines a text with its length, so that "ab" and "c" are not "a" and "bc".
  mutating func combine(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      let raw = UnsafeRawBufferPointer(bytes)
      combine(UInt64(raw.count))
      var index = 0
      while index + 8 <= raw.count {
        combine(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
        index += 8
      }
      var rest: UInt64 = 0
      while index < raw.count {
        rest = rest << 8 | UInt64(raw[index])
        index += 1
      }
      combine(rest)
    }
  }
}

/// A hash in 16 digits, as source keys are written.
func hexadecimal(_ hash: UInt64) -> String {
  String(unsafeUninitializedCapacity: 16) { buffer in
    for place in 0..<16 {
      let digit = UInt8(truncatingIfNeeded: hash >> UInt64(60 - 4 * place)) & 0x0F
      buffer[place] = digit < 10 ? 0x30 + digit : 0x61 + digit - 10
    }
    return 16
  }
}
