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

  /// Adds a key to a record, behind those it has, unless it is there or its places are full.
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
  private mutating func replace(
    _ old: UInt32, of key: BlockingKey, with new: UInt32, in record: Int
  ) {
    for place in Self.places(of: key) where self[record, place] == old {
      self[record, place] = new
    }
  }

  /// Replaces what the limits have replaced.
  mutating func apply(_ columns: [KeyColumn]) {
    for column in columns {
      for change in column.changes {
        replace(change.old, of: column.key, with: change.new, in: Int(change.record))
      }
    }
  }

  /// The values of each key with their records, value << 32 | record, in the order of the records.
  ///
  /// - Parameter first: what the first record is numbered.
  func entries(from first: Int) -> [[UInt64]] {
    var entries = [[UInt64]](repeating: [], count: BlockingKey.allCases.count)
    for key in BlockingKey.allCases {
      let places = Self.places(of: key)
      for record in 0..<count {
        for place in places {
          let value = self[record, place]
          guard value != 0 else { break }
          entries[Int(key.rawValue)].append(UInt64(value) << 32 | UInt64(first + record))
        }
      }
    }
    return entries
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
