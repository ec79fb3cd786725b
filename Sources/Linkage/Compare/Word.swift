/// The first 16 bytes of a folded value in one register, with what prunes comparing it.
struct Word: Hashable, Sendable {
  /// Padded with zeros.
  var bytes: SIMD16<UInt8>
  /// The number of bytes kept, at most 16.
  var length: Int
  /// A bit for each letter that occurs; digits share the bits above the letters.
  var bag: UInt32

  /// How many bytes are kept.
  static let capacity = 16

  static let empty = Word(ArraySlice<UInt8>())

  init(_ value: ArraySlice<UInt8>) {
    var bytes = SIMD16<UInt8>()
    var bag: UInt32 = 0
    for (index, byte) in value.prefix(Self.capacity).enumerated() {
      bytes[index] = byte
      bag |= bagBit(of: byte)
    }
    self.bytes = bytes
    self.length = min(value.count, Self.capacity)
    self.bag = bag
  }

  /// The number of different letters that only one of both has: each edit explains at most two.
  func lettersApart(from other: Word) -> Int {
    (bag ^ other.bag).nonzeroBitCount
  }

  /// Whether this is the beginning of the other, and shorter.
  func isPrefix(of other: Word) -> Bool {
    guard length < other.length else { return false }
    for index in 0..<length where bytes[index] != other.bytes[index] { return false }
    return true
  }
}

private func bagBit(of byte: UInt8) -> UInt32 {
  if byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") {
    return 1 << UInt32(byte - UInt8(ascii: "a"))
  }
  return 1 << (26 + UInt32(byte) % 6)
}
