internal import Records

/// Gives records their source keys, each of them once.
///
/// A nested record's key is the key of the record around it, "-", and its own or its number there.
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

  mutating func key(of raw: RawRecord, mapped: String?, hash: UInt64) -> Key {
    while let last = around.last, last.ordinal != raw.parent { around.removeLast() }
    let key = around.isEmpty ? outerKey(mapped, hash) : nestedKey(mapped)
    around.append((raw.location.ordinal, key.text, 0))
    return key
  }

  private mutating func outerKey(_ mapped: String?, _ hash: UInt64) -> Key {
    if let mapped { return unique(mapped, parent: nil) }
    let number = rowCounts[hash, default: 0] + 1
    rowCounts[hash] = number
    return Key(text: "\(hexadecimal(hash))-\(number)", parent: nil, isRepeated: false)
  }

  private mutating func nestedKey(_ mapped: String?) -> Key {
    let last = around.count - 1
    around[last].childCount += 1
    let own = mapped ?? String(around[last].childCount)
    return unique(around[last].key + "-" + own, parent: around[last].key)
  }

  private mutating func unique(_ text: String, parent: String?) -> Key {
    var hash = ContentHash()
    hash.combine(text)
    let number = keyCounts[hash.value, default: 0] + 1
    keyCounts[hash.value] = number
    return Key(
      text: number == 1 ? text : "\(text)#\(number)", parent: parent, isRepeated: number > 1)
  }
}
