internal import Records
internal import Store

/// The names of extra columns, each with the record where it is met first.
struct ExtraNames: Hashable, Codable, Sendable {
  /// Where a name is met: the record, then the value's position in it.
  private struct Place: Hashable, Codable, Comparable {
    var record: RecordID
    var position: Int

    static func < (one: Self, other: Self) -> Bool {
      (one.record, one.position) < (other.record, other.position)
    }
  }
  private var places: [String: [String: Place]] = [:]

  /// By source, in the order met.
  var bySource: [String: [String]] {
    places.mapValues { names in names.sorted { $0.value < $1.value }.map(\.key) }
  }

  mutating func add(_ record: Record) {
    for (position, value) in record.values.enumerated() where value.attribute == .extra {
      add(value.name, of: record.source, at: Place(record: record.id, position: position))
    }
  }

  mutating func add(_ other: ExtraNames) {
    for (source, names) in other.places {
      for (name, place) in names { add(name, of: source, at: place) }
    }
  }

  private mutating func add(_ name: String, of source: String, at place: Place) {
    if let known = places[source]?[name], known <= place { return }
    places[source, default: [:]][name] = place
  }

  /// Takes in that some records are gone, and that others have come.
  ///
  /// A name of which the first record is gone is looked for in those behind it.
  ///
  /// - Parameter search: calls its second argument with the store's records from a number on, until
  ///   that gives false.
  mutating func follow(
    lost: Set<RecordID>, new: ExtraNames,
    search: (RecordID, (StoredRecord) throws -> Bool) throws -> Void
  ) throws {
    var missing: [String: [String]] = [:]
    var first: RecordID?
    for (source, names) in places {
      for (name, place) in names where lost.contains(place.record) {
        places[source]?[name] = nil
        missing[source, default: []].append(name)
        first = min(first ?? place.record, place.record)
      }
    }
    add(new)
    if let first {
      try search(first) { stored in
        guard let names = missing[stored.source] else { return !missing.isEmpty }
        add(try stored.record())
        let rest = names.filter { name in
          places[stored.source]?[name].map { $0.record > stored.id } ?? true
        }
        missing[stored.source] = rest.isEmpty ? nil : rest
        return !missing.isEmpty
      }
    }
    places = places.filter { !$0.value.isEmpty }
  }
}
