/// Gives each distinct sequence of bytes a number, from 1; 0 stands for "no value".
struct InternTable: Sendable {
  private var bytes: [UInt8] = []
  /// Where each value begins; one more entry than values.
  private var starts: [UInt32] = [0, 0]
  private var hashes: [UInt64] = [0]
  /// Open addressing: the upper half of a value's hash, then its number; 0 for a free place. Its
  /// count is a power of two.
  private var places = [UInt64](repeating: 0, count: 64)

  /// The number of distinct values, "no value" included.
  var count: Int { hashes.count }

  /// The number of a value; 0 for no bytes.
  mutating func intern(_ value: UnsafeBufferPointer<UInt8>) -> UInt32 {
    value.isEmpty ? 0 : intern(value, hash: hashOf(value))
  }

  /// The number of a value of which the hash is known.
  private mutating func intern(_ value: UnsafeBufferPointer<UInt8>, hash: UInt64) -> UInt32 {
    let place = place(of: value, hash: hash)
    let id = UInt32(truncatingIfNeeded: places[place])
    return id != 0 ? id : insert(value, hash: hash, at: place)
  }

  /// The number of a value that was interned; 0 when it was not.
  func find(_ value: ArraySlice<UInt8>) -> UInt32 {
    value.withUnsafeBufferPointer { value in
      guard !value.isEmpty else { return 0 }
      return UInt32(truncatingIfNeeded: places[place(of: value, hash: hashOf(value))])
    }
  }

  /// Where a value stands in `places`, or would stand.
  private func place(of value: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int {
    var place = Int(truncatingIfNeeded: hash) & (places.count - 1)
    while places[place] != 0 {
      let known = places[place]
      if known >> 32 == hash >> 32, isEqual(UInt32(truncatingIfNeeded: known), value) {
        return place
      }
      place = (place + 1) & (places.count - 1)
    }
    return place
  }

  mutating func intern(_ value: [UInt8]) -> UInt32 {
    value.withUnsafeBufferPointer { intern($0) }
  }

  mutating func intern(_ value: ArraySlice<UInt8>) -> UInt32 {
    value.withUnsafeBufferPointer { intern($0) }
  }

  mutating func intern(_ text: String) -> UInt32 {
    var text = text
    return text.withUTF8 { intern($0) }
  }

  /// Interns all values of another table; the number here of each number there.
  mutating func intern(all other: InternTable) -> [UInt32] {
    var numbers = [UInt32](repeating: 0, count: other.count)
    other.bytes.withUnsafeBufferPointer { bytes in
      for id in 1..<max(1, other.count) {
        let range = Int(other.starts[id])..<Int(other.starts[id + 1])
        numbers[id] = intern(UnsafeBufferPointer(rebasing: bytes[range]), hash: other.hashes[id])
      }
    }
    return numbers
  }

  mutating func carry(_ archive: inout LinkArchive) throws {
    try archive.carry(&bytes)
    try archive.carry(&starts)
    try archive.carry(&hashes)
    try archive.carry(&places)
  }

  /// The hash of a value's bytes: the same in every run and whatever the order of interning.
  func hash(of id: UInt32) -> UInt64 { hashes[Int(id)] }

  /// The bytes of a value.
  func value(of id: UInt32) -> ArraySlice<UInt8> {
    bytes[Int(starts[Int(id)])..<Int(starts[Int(id) + 1])]
  }

  private func isEqual(_ id: UInt32, _ value: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(starts[Int(id)])
    guard Int(starts[Int(id) + 1]) - start == value.count else { return false }
    let other = UnsafeRawBufferPointer(value)
    return bytes.withUnsafeBytes { bytes in
      var index = 0
      while index + 8 <= other.count {
        let mine = bytes.loadUnaligned(fromByteOffset: start + index, as: UInt64.self)
        if mine != other.loadUnaligned(fromByteOffset: index, as: UInt64.self) { return false }
        index += 8
      }
      while index < other.count {
        if bytes[start + index] != other[index] { return false }
        index += 1
      }
      return true
    }
  }

  private mutating func insert(
    _ value: UnsafeBufferPointer<UInt8>, hash: UInt64, at place: Int
  ) -> UInt32 {
    let id = UInt32(hashes.count)
    bytes.append(contentsOf: value)
    starts.append(UInt32(bytes.count))
    hashes.append(hash)
    places[place] = (hash & ~0xFFFF_FFFF) | UInt64(id)
    if hashes.count * 2 > places.count { grow() }
    return id
  }

  private mutating func grow() {
    var larger = [UInt64](repeating: 0, count: places.count * 2)
    for id in 1..<hashes.count {
      let hash = hashes[id]
      var place = Int(truncatingIfNeeded: hash) & (larger.count - 1)
      while larger[place] != 0 { place = (place + 1) & (larger.count - 1) }
      larger[place] = (hash & ~0xFFFF_FFFF) | UInt64(id)
    }
    places = larger
  }
}

/// A 64-bit hash of bytes: eight at a time, each mixed in.
func hashOf(_ value: UnsafeBufferPointer<UInt8>) -> UInt64 {
  let raw = UnsafeRawBufferPointer(value)
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ UInt64(raw.count)
  var index = 0
  while index + 8 <= raw.count {
    let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
    hash = mixed(hash ^ word)
    index += 8
  }
  var tail: UInt64 = 0
  while index < raw.count {
    tail = tail << 8 | UInt64(raw[index])
    index += 1
  }
  return mixed(hash ^ tail)
}

/// Spreads the bits of a number (the finisher of SplitMix64).
func mixed(_ value: UInt64) -> UInt64 {
  var z = value &+ 0x9e37_79b9_7f4a_7c15
  z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
  z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
  return z ^ (z >> 31)
}

/// One hash of two, in this order.
func combined(_ first: UInt64, _ second: UInt64) -> UInt64 {
  mixed(first &* 0x9e37_79b9_7f4a_7c15 ^ second)
}
