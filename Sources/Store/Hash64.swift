/// A 64-bit hash of bytes, the same on every machine and in every run.
///
/// Tells changed content from unchanged; no protection against intent. Eight bytes a step.
///
/// - Source: the multiply-and-fold step of wyhash (public domain, Wang Yi).
func hash64(of bytes: [UInt8], from start: Int = 0, count: Int? = nil) -> UInt64 {
  let length = count ?? bytes.count - start
  return bytes.withUnsafeBytes { buffer in
    hash64(of: UnsafeRawBufferPointer(rebasing: buffer[start..<start + length]))
  }
}

private func hash64(of bytes: UnsafeRawBufferPointer) -> UInt64 {
  var state: UInt64 = 0xa076_1d64_78bd_642f ^ UInt64(bytes.count)
  var offset = 0
  while offset + 8 <= bytes.count {
    let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    state = folded(state ^ word, 0xe703_7ed1_a0b4_28db)
    offset += 8
  }
  var tail: UInt64 = 0
  for byte in bytes[offset...] { tail = tail << 8 | UInt64(byte) }
  return folded(state ^ tail, 0x8ebc_6af0_9c88_c6e3)
}

/// One hash made of two, in order.
func mixed(_ sum: UInt64, _ next: UInt64) -> UInt64 {
  folded(sum ^ 0x5899_65cc_7537_4cc3, next ^ 0xe703_7ed1_a0b4_28db)
}

private func folded(_ left: UInt64, _ right: UInt64) -> UInt64 {
  let product = left.multipliedFullWidth(by: right)
  return product.high ^ product.low
}
