/// Remembers what was made of a text, so that a repeated text costs one look-up.
///
/// Texts are the same when their bytes are. Bounded: past its limit it is emptied and begins anew,
/// which changes no result.
struct Memo<Value> {
  /// The texts, one after the other, and where each ends.
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var hashes: [UInt64] = []
  private var values: [Value] = []
  /// Open addressing: the upper half of a text's hash, then its number and 1; 0 for a free place.
  private var places = [UInt64](repeating: 0, count: 64)
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  /// What was made of a text, or is made of it now.
  ///
  /// - Complexity: O(n) over the text's bytes, besides `make`.
  mutating func value(for text: String, _ make: (String) -> Value) -> Value {
    values[number(of: text, make)]
  }

  /// The number of what was made of a text, until the next call: it need not be copied.
  mutating func number(of text: String, _ make: (String) -> Value) -> Int {
    var text = text
    let (hash, known) = text.withUTF8 { utf8 in
      let hash = hashOf(utf8)
      return (hash, find(utf8, hash))
    }
    if let known { return known }
    let value = make(text)
    if values.count >= limit { removeAll() }
    if values.count * 2 >= places.count { grow() }
    text.withUTF8 { bytes.append(contentsOf: $0) }
    ends.append(bytes.count)
    hashes.append(hash)
    values.append(value)
    setPlace(of: values.count - 1)
    return values.count - 1
  }

  subscript(number: Int) -> Value { _read { yield values[number] } }

  private func find(_ text: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int? {
    var place = Int(truncatingIfNeeded: hash) & (places.count - 1)
    while places[place] != 0 {
      let number = Int(truncatingIfNeeded: places[place] & 0xFFFF_FFFF) - 1
      if places[place] >> 32 == hash >> 32, isText(text, number) { return number }
      place = (place + 1) & (places.count - 1)
    }
    return nil
  }

  private func isText(_ text: UnsafeBufferPointer<UInt8>, _ number: Int) -> Bool {
    let start = number == 0 ? 0 : ends[number - 1]
    guard ends[number] - start == text.count else { return false }
    for index in text.indices where bytes[start + index] != text[index] { return false }
    return true
  }

  private mutating func setPlace(of number: Int) {
    let hash = hashes[number]
    var place = Int(truncatingIfNeeded: hash) & (places.count - 1)
    while places[place] != 0 { place = (place + 1) & (places.count - 1) }
    places[place] = hash & ~0xFFFF_FFFF | UInt64(number + 1)
  }

  private mutating func grow() {
    places = [UInt64](repeating: 0, count: places.count * 2)
    for number in values.indices { setPlace(of: number) }
  }

  private mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    hashes.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
    places = [UInt64](repeating: 0, count: places.count)
  }
}

/// A hash of a text's bytes, eight at a time, each mixed in (the finisher of SplitMix64).
private func hashOf(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
  let raw = UnsafeRawBufferPointer(bytes)
  var hash = UInt64(raw.count) ^ 0xCBF2_9CE4_8422_2325
  var index = 0
  while index + 8 <= raw.count {
    hash = mixed(hash ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
    index += 8
  }
  var rest: UInt64 = 0
  while index < raw.count {
    rest = rest << 8 | UInt64(raw[index])
    index += 1
  }
  return mixed(hash ^ rest)
}

private func mixed(_ value: UInt64) -> UInt64 {
  var bits = value &+ 0x9E37_79B9_7F4A_7C15
  bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
  bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
  return bits ^ bits >> 31
}
