/// What is compared of an address.
struct AddressEntry: Hashable, Sendable {
  /// The number of the street's name (or of "Postfach"); 0 for none.
  var street: UInt32
  /// The leading number of the house number; 0 for none.
  var house: UInt32
  /// A letter or range after it, hashed; 0 for none.
  var houseRest: UInt32
  /// The number of the postal code; 0 for none.
  var postalCode: UInt32
  /// The number of the place's first telling word; 0 for none.
  var place: UInt32
}

/// The distinct addresses, streets, postal codes and places.
struct AddressTable: Sendable {
  private(set) var entries = [
    AddressEntry(street: 0, house: 0, houseRest: 0, postalCode: 0, place: 0)
  ]
  private(set) var counts: [UInt32] = [0]
  private(set) var streets = NameTable()
  private(set) var places = NameTable()
  private(set) var postalCodes = InternTable()
  private(set) var postalCodeWords: [Word] = [.empty]
  private(set) var postalCodeCounts: [UInt32] = [0]
  private(set) var placeCounts: [UInt32] = [0]
  private var keys = InternTable()

  /// The number of an address; 0 when it holds nothing that is compared.
  mutating func intern(_ entry: AddressEntry) -> UInt32 {
    guard entry.street | entry.postalCode | entry.place != 0 else { return 0 }
    postalCodeCounts[Int(entry.postalCode)] += 1
    placeCounts[Int(entry.place)] += 1
    return add(entry, count: 1)
  }

  private mutating func add(_ entry: AddressEntry, count: UInt32) -> UInt32 {
    let id = withUnsafeBytes(of: entry) { keys.intern($0.assumingMemoryBound(to: UInt8.self)) }
    if Int(id) == entries.count {
      entries.append(entry)
      counts.append(0)
    }
    counts[Int(id)] += count
    return id
  }

  /// Adds the addresses of another table; the number here of each number there.
  mutating func add(_ other: AddressTable) -> [UInt32] {
    let streets = streets.add(other.streets)
    let places = places.add(other.places)
    let codes = postalCodes.intern(all: other.postalCodes)
    for (id, word) in zip(codes, other.postalCodeWords) where Int(id) == postalCodeWords.count {
      postalCodeWords.append(word)
      postalCodeCounts.append(0)
    }
    for (id, count) in zip(codes, other.postalCodeCounts) { postalCodeCounts[Int(id)] += count }
    for (id, count) in zip(places, other.placeCounts) {
      if Int(id) == placeCounts.count { placeCounts.append(0) }
      placeCounts[Int(id)] += count
    }
    var numbers = [UInt32](repeating: 0, count: other.entries.count)
    for number in other.entries.indices.dropFirst() {
      var entry = other.entries[number]
      entry.street = streets[Int(entry.street)]
      entry.place = places[Int(entry.place)]
      entry.postalCode = codes[Int(entry.postalCode)]
      numbers[number] = add(entry, count: other.counts[number])
    }
    return numbers
  }

  /// - Parameter value: folded; it is shortened in place.
  mutating func street(_ value: inout [UInt8]) -> UInt32 {
    compactStreet(&value)
    return streets.intern(value[...])
  }

  /// - Parameter value: folded; its spaces are taken out.
  mutating func postalCode(_ value: inout [UInt8]) -> UInt32 {
    removeSpaces(from: &value)
    let id = postalCodes.intern(value)
    if Int(id) == postalCodeCounts.count {
      postalCodeCounts.append(0)
      postalCodeWords.append(Word(value[...]))
    }
    return id
  }

  mutating func place(_ value: [UInt8]) -> UInt32 {
    let id = places.intern(PlaceNames.core(of: value))
    if Int(id) == placeCounts.count { placeCounts.append(0) }
    return id
  }

  mutating func carry(_ archive: inout LinkArchive) throws {
    try archive.carry(&entries)
    try archive.carry(&counts)
    try streets.carry(&archive)
    try places.carry(&archive)
    try postalCodes.carry(&archive)
    try archive.carry(&postalCodeWords)
    try archive.carry(&postalCodeCounts)
    try archive.carry(&placeCounts)
    try keys.carry(&archive)
  }

  subscript(id: UInt32) -> AddressEntry { entries[Int(id)] }
}

/// A folded street without spaces, "strasse" and "platz" shortened: "hauptstr".
func compactStreet(_ street: inout [UInt8]) {
  removeSpaces(from: &street)
  if street.hasSuffix("strasse") {
    street.removeLast(4)
  } else if street.hasSuffix("platz") {
    street.removeLast(3)
  }
}

/// Takes the spaces out of folded bytes.
func removeSpaces(from value: inout [UInt8]) {
  guard value.contains(UInt8(ascii: " ")) else { return }
  value.removeAll { $0 == UInt8(ascii: " ") }
}

extension [UInt8] {
  func hasSuffix(_ suffix: StaticString) -> Bool {
    suffix.withUTF8Buffer { suffix in
      count >= suffix.count && self[(count - suffix.count)...].elementsEqual(suffix)
    }
  }

  func hasPrefix(_ prefix: StaticString) -> Bool {
    prefix.withUTF8Buffer { prefix in
      count >= prefix.count && self[..<prefix.count].elementsEqual(prefix)
    }
  }
}

/// Names of places, reduced to what all their spellings share.
enum PlaceNames {
  /// The first telling word: "frankfurt" of "Frankfurt am Main", "badsoden" of "Bad Soden-Salmünster".
  static func core(of value: [UInt8]) -> ArraySlice<UInt8> {
    guard value.contains(UInt8(ascii: " ")) else { return value[...] }
    let words = value.split(separator: UInt8(ascii: " "))
    guard let first = words.first else { return [] }
    guard words.count > 1, first.count < 4 || openings.contains(first) else { return first }
    return (words[0] + words[1])[...]
  }

  /// First words that begin many names; from general knowledge of German, Austrian and Swiss places.
  private static let openings = WordSet(
    [
      "sankt", "markt", "klein", "gross", "groß", "ober", "unter", "neu", "alt", "nieder", "hohen",
      "burg", "schloss", "kreis", "stadt", "gemeinde", "port", "fort", "mount", "lake", "saint",
      "north", "south", "east", "west", "great", "little", "santa",
    ])
}
