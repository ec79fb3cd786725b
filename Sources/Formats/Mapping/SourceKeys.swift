internal import Records

/// Gives records their source keys, each of them once.
///
/// A nested record's key is the key of the record around it, "-", and its own or its number there;
/// that of the second kind of nested records has its kind's number before it, "100-2/1".
struct SourceKeys {
  struct Key {
    var text: String
    var parent: String?
    /// Whether the mapped key occurred before, and so got a number.
    var isRepeated: Bool
  }

  /// The records around the next one, from outside in.
  private var around: [(ordinal: Int, key: String, childCount: Int)] = []
  /// How often a key or a row without one has occurred, by hash: a million of them fit.
  private var keyCounts: [UInt64: UInt32] = [:]
  private var rowCounts: [UInt64: UInt32] = [:]
  /// What the last key was counted under.
  private var last: (hash: UInt64, isMapped: Bool)?

  mutating func key(of raw: RawRecord, mapped: String?, hash: UInt64) -> Key {
    while let last = around.last, last.ordinal != raw.parent { around.removeLast() }
    let key = around.isEmpty ? outerKey(mapped, hash) : nestedKey(mapped, raw.nesting)
    around.append((raw.location.ordinal, key.text, 0))
    return key
  }

  /// Whether a key was made of a row's content, as no column is mapped to it.
  static func isGiven(_ key: String) -> Bool {
    let bytes = Array(key.utf8)
    let isHex = bytes.prefix(16).allSatisfy {
      (0x30...0x39).contains($0) || (0x61...0x66).contains($0)
    }
    return bytes.count > 17 && isHex && bytes[16] == UInt8(ascii: "-")
      && bytes[17...].allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Makes the last key as if it had not occurred.
  mutating func takeBack() {
    guard let last else { return }
    if last.isMapped { keyCounts[last.hash]? -= 1 } else { rowCounts[last.hash]? -= 1 }
    self.last = nil
  }

  private mutating func outerKey(_ mapped: String?, _ hash: UInt64) -> Key {
    if let mapped { return unique(mapped, parent: nil) }
    last = (hash, false)
    let number = count(hash, in: &rowCounts)
    return Key(
      text: hexadecimal(hash) + "-" + String(number), parent: nil, isRepeated: false)
  }

  private mutating func nestedKey(_ mapped: String?, _ nesting: Int) -> Key {
    let last = around.count - 1
    around[last].childCount += 1
    let number = mapped ?? String(around[last].childCount)
    let own = nesting > 1 ? "\(nesting)/\(number)" : number
    return unique(around[last].key + "-" + own, parent: around[last].key)
  }

  private mutating func unique(_ text: String, parent: String?) -> Key {
    var hash = ContentHash()
    hash.combine(text)
    last = (hash.value, true)
    let number = count(hash.value, in: &keyCounts)
    return Key(
      text: number == 1 ? text : "\(text)#\(number)", parent: parent, isRepeated: number > 1)
  }
}

/// How often a hash has occurred, this time included.
private func count(_ hash: UInt64, in counts: inout [UInt64: UInt32]) -> UInt32 {
  func increment(_ count: inout UInt32) -> UInt32 {
    count += 1
    return count
  }
  return increment(&counts[hash, default: 0])
}
