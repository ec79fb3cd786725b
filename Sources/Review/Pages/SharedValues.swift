internal import Records
internal import Reports

/// What records have in common that ties people together: numbers, addresses, names of firms.
struct SharedValues {
  struct Link {
    var attribute: Attribute
    var text: String
    /// Places of the records, ascending; two or more.
    var records: [Int]
  }
  struct Pair: Hashable {
    var left: Int
    var right: Int
  }

  /// In the attributes' order.
  private(set) var links: [Link] = []

  private static let tying: [Attribute] = [
    .phone, .email, .address, .website, .organization, .customerNumber, .vatID, .iban, .birthDate,
  ]

  init(_ records: [Record], language: Language) {
    for attribute in Self.tying {
      var holders: [String: [Int]] = [:]
      var order: [(key: String, text: String)] = []
      for (place, record) in records.enumerated() {
        var own = Set<String>()
        for value in record.values(of: attribute) {
          let text = value.text(in: language)
          let key = text.lowercased()
          guard !key.isEmpty, own.insert(key).inserted else { continue }
          if holders[key] == nil { order.append((key, text)) }
          holders[key, default: []].append(place)
        }
      }
      links += order.compactMap { entry in
        guard let places = holders[entry.key], places.count > 1 else { return nil }
        return Link(attribute: attribute, text: entry.text, records: places)
      }
    }
  }

  /// How many values each two records share, in their order.
  var byPair: [(pair: Pair, count: Int)] {
    var counts: [Pair: Int] = [:]
    for link in links {
      for (place, left) in link.records.enumerated() {
        for right in link.records[(place + 1)...] {
          counts[Pair(left: left, right: right), default: 0] += 1
        }
      }
    }
    return counts.sorted { ($0.key.left, $0.key.right) < ($1.key.left, $1.key.right) }
      .map { ($0.key, $0.value) }
  }
}
