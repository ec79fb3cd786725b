internal import Foundation

/// The index of a byte from `start` on, as fast as the C library finds it.
func firstIndex(
  of byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0
) -> Int? {
  guard let base = bytes.baseAddress, start < bytes.count,
    let found = memchr(base + start, Int32(byte), bytes.count - start)
  else { return nil }
  return UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
}
