/// The blocking keys of all records: a fixed number of hashes a record, 0 for "no key".
struct KeyTable: Sendable {
  /// Where each key's places begin within a record's, in the order of `BlockingKey`.
  static let starts: [Int] = {
    var starts = [0]
    for key in BlockingKey.allCases { starts.append((starts.last ?? 0) + key.places) }
    return starts
  }()
  static let width = starts.last ?? 0

  private(set) var hashes: [UInt32]
  let count: Int

  init(count: Int) {
    self.count = count
    hashes = [UInt32](repeating: 0, count: count * Self.width)
  }

  /// A table of the records of several, one after the other.
  init(joining tables: [KeyTable]) {
    count = tables.reduce(0) { $0 + $1.count }
    hashes = []
    hashes.reserveCapacity(count * Self.width)
    for table in tables { hashes += table.hashes }
  }

  /// The places of one key.
  static func places(of key: BlockingKey) -> Range<Int> {
    starts[Int(key.rawValue)]..<starts[Int(key.rawValue) + 1]
  }

  subscript(record: Int, place: Int) -> UInt32 {
    get { hashes[record * Self.width + place] }
    set { hashes[record * Self.width + place] = newValue }
  }

  /// Adds a key to a record unless it is there or its places are full.
  mutating func add(_ hash: UInt64, as key: BlockingKey, of record: Int) {
    let value = UInt32(truncatingIfNeeded: hash >> 32) | 1
    for place in Self.places(of: key) {
      if self[record, place] == value { return }
      if self[record, place] == 0 {
        self[record, place] = value
        return
      }
    }
  }

  /// Puts another value in the place of a record's key.
  mutating func replace(_ old: UInt32, of key: BlockingKey, with new: UInt32, in record: Int) {
    for place in Self.places(of: key) where self[record, place] == old {
      self[record, place] = new
    }
  }

  /// Lends the keys that a record has before one of its keys.
  func withEarlierKeys(_ body: (inout EarlierKeys) -> Void) {
    hashes.withUnsafeBufferPointer { hashes in
      withUnsafeTemporaryAllocation(of: EarlierKeys.Entry.self, capacity: Self.width) { entries in
        var keys = EarlierKeys(hashes: hashes, entries: entries)
        body(&keys)
      }
    }
  }
}

/// The keys of one record before a certain one, and of that key the smaller values.
///
/// A pair is compared only under a key before which it shares none: so it comes out once.
struct EarlierKeys {
  struct Entry {
    var value: UInt32
    /// The places of its key.
    var start: UInt16
    var end: UInt16
  }

  fileprivate let hashes: UnsafeBufferPointer<UInt32>
  fileprivate let entries: UnsafeMutableBufferPointer<Entry>
  private var count = 0

  fileprivate init(
    hashes: UnsafeBufferPointer<UInt32>, entries: UnsafeMutableBufferPointer<Entry>
  ) {
    self.hashes = hashes
    self.entries = entries
  }

  /// Turns to a record: its keys before `key`, and its values of that key below `value`.
  mutating func load(_ record: Int, before key: BlockingKey, _ value: UInt32) {
    count = 0
    for earlier in 0...Int(key.rawValue) {
      let places = KeyTable.starts[earlier]..<KeyTable.starts[earlier + 1]
      for place in places {
        let own = hashes[record * KeyTable.width + place]
        guard own != 0, earlier < Int(key.rawValue) || own < value else { continue }
        entries[count] = Entry(
          value: own, start: UInt16(places.lowerBound), end: UInt16(places.upperBound))
        count += 1
      }
    }
  }

  /// Whether another record has one of the keys as well.
  @inline(__always)
  func areShared(by record: Int) -> Bool {
    let start = record * KeyTable.width
    for index in 0..<count {
      let entry = entries[index]
      for place in Int(entry.start)..<Int(entry.end) where hashes[start + place] == entry.value {
        return true
      }
    }
    return false
  }
}

extension BlockingKey {
  /// How many values of this key a record may have.
  var places: Int {
    switch self {
    case .vatID, .iban, .customerNumber, .birthDate: 1
    case .extra, .familyAndPostalCode, .familyAndPlace, .givenAndPostalCode, .address: 2
    case .organizationName, .fullName: 2
    case .organizationToken, .familyAtOrganization: 3
    case .email, .phone: 4
    }
  }
}
