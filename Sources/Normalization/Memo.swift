/// Remembers what was made of a value, so that a repeated value costs one look-up.
///
/// Bounded: past its limit it is emptied and begins anew, which changes no result.
struct Memo<Key: Hashable, Value> {
  private var entries: [Key: Value] = [:]
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  mutating func value(for key: Key, _ make: (Key) -> Value) -> Value {
    if let known = entries[key] { return known }
    let value = make(key)
    if entries.count >= limit { entries.removeAll(keepingCapacity: true) }
    entries[key] = value
    return value
  }
}
