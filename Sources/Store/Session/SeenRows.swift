internal import Records

/// Which rows of a table a run has met, and which source keys it has met more than once.
struct SeenRows {
  private var words: [UInt64] = []
  /// The last occurrence number given to a key that a source uses again.
  private var occurrences: [SourceKey: Int] = [:]

  struct SourceKey: Hashable {
    var source: SourceID
    var key: String
  }

  func contains(_ id: Int64) -> Bool {
    let word = Int(id >> 6)
    return word < words.count && words[word] >> UInt64(id & 63) & 1 == 1
  }

  mutating func insert(_ id: Int64) {
    let word = Int(id >> 6)
    while words.count <= word {
      words.append(contentsOf: repeatElement(0, count: words.count + 64))
    }
    words[word] |= 1 << UInt64(id & 63)
  }

  /// The next key to try for a key that is taken: "K#2", "K#3", …
  mutating func nextKey(after key: String, in source: SourceID) -> String {
    let number = occurrences[SourceKey(source: source, key: key), default: 1] + 1
    occurrences[SourceKey(source: source, key: key)] = number
    return "\(key)#\(number)"
  }

  /// The key that stands for the last record put with this key.
  func currentKey(for key: String, in source: SourceID) -> String {
    guard !occurrences.isEmpty,
      let number = occurrences[SourceKey(source: source, key: key)]
    else { return key }
    return "\(key)#\(number)"
  }
}
