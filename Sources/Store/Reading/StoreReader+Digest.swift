internal import Records

extension StoreReader {
  /// A digest of what the store says: clusters, values with their origins, and relations, by
  /// source and key.
  ///
  /// Not of numbers, runs, events, times or lines: stores that say the same have equal digests,
  /// in whatever order they
  /// were filled.
  ///
  /// - Returns: 32 hexadecimal digits.
  package func digest() throws -> String {
    let keys = try recordHashes()
    var sum = DigestSum()
    var contacts: [ContactID: UInt64] = [:]
    try forEachContact { stored in
      let members = stored.contact.records.reduce(UInt64(1)) { $0 &+ (keys[$1] ?? 0) }
      contacts[stored.contact.id] = members
      sum.add(mixed(members, hash(of: stored.contact, keys)))
    }
    for relation in try relations() {
      let kind = hash64(of: Array(relation.kind.rawValue.utf8))
      let left = contacts[ContactID(relation.left)] ?? 0
      let right = contacts[ContactID(relation.right)] ?? 0
      // Which side stands first follows from the numbers, but for a person and an organization.
      let sides = relation.kind == .worksAt ? mixed(left, right) : left &+ right
      sum.add(mixed(kind, sides))
    }
    return sum.text
  }

  /// Values in their order; who agrees and what lost in any.
  private func hash(of contact: Contact, _ keys: [RecordID: UInt64]) -> UInt64 {
    var sum = hash64(of: Array(contact.kind.rawValue.utf8))
    for value in contact.values {
      sum = mixed(sum, hash(of: value.value))
      sum = mixed(sum, keys[value.record] ?? 0)
      sum = mixed(sum, hash64(of: Array(value.rule.rawValue.utf8)))
      sum = mixed(sum, value.agreeing.reduce(0) { $0 &+ (keys[$1] ?? 0) })
      sum = mixed(
        sum, value.lost.reduce(0) { $0 &+ mixed(keys[$1.record] ?? 0, hash(of: $1.value)) })
    }
    return sum
  }

  private func hash(of value: FieldValue) -> UInt64 {
    var json = JSONWriter(appendingTo: [])
    value.write(to: &json)
    return hash64(of: json.bytes)
  }
}

/// The sum of hashes, whatever their order: 128 bits.
private struct DigestSum {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  mutating func add(_ hash: UInt64) {
    low = low &+ hash
    high = high &+ mixed(0x6a09_e667_f3bc_c908, hash)
  }

  var text: String { padded(high) + padded(low) }

  private func padded(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
