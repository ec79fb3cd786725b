/// The UTF-8 of each byte of a single-byte encoding.
struct SingleByteTable: Sendable {
  static let windows1252 = SingleByteTable(upperHalf: windows1252UpperHalf)

  /// Of the bytes from 0x80 on: up to three bytes, the first one lowest, and their number on top.
  private let sequences: [UInt32]

  /// - Parameter upperHalf: The scalars of the bytes from 0x80 to 0xFF.
  init(upperHalf: [UInt16]) {
    sequences = upperHalf.map { scalar in
      var bytes: [UInt8] = []
      appendUTF8(UInt32(scalar), to: &bytes)
      var packed = UInt32(bytes.count) << 24
      for (index, byte) in bytes.enumerated() { packed |= UInt32(byte) << (8 * UInt32(index)) }
      return packed
    }
  }

  func append(_ byte: UInt8, to output: inout [UInt8]) {
    guard byte >= 0x80 else {
      output.append(byte)
      return
    }
    let packed = sequences[Int(byte) - 0x80]
    output.append(UInt8(truncatingIfNeeded: packed))
    if packed >> 24 > 1 { output.append(UInt8(truncatingIfNeeded: packed >> 8)) }
    if packed >> 24 > 2 { output.append(UInt8(truncatingIfNeeded: packed >> 16)) }
  }

  func decode(_ bytes: [UInt8], into output: inout [UInt8]) {
    output.reserveCapacity(output.count + bytes.count)
    var index = 0
    while index < bytes.count {
      // Most text is ASCII: it is appended run by run.
      var end = index
      while end < bytes.count && bytes[end] < 0x80 { end += 1 }
      output += bytes[index..<end]
      if end < bytes.count { append(bytes[end], to: &output) }
      index = end + 1
    }
  }
}
