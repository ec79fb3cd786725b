/// How frequent each value is, and which values are many people's: derived from all records once.
struct Frequencies: Sendable {
  /// No agreement is worth more than this by rarity alone.
  static let mostBits: Float = 18
  /// A word as common as this (one name in 100) says little about which firm of a group is meant.
  static let commonWordBits: Float = 6.7
  /// A word this rare (one name in 500) makes two names alike by itself.
  static let rareWordBits: Float = 9

  /// One name in 50 is swapped, in bits.
  private static let swappedShare: Float = -5.6
  /// What a word is worth that names a place: it is no news beside an equal address.
  static let placeWordBits: Float = 3
  /// Given names go with family names (of one language), so that namesakes are twice as many.
  private static let namesakeBits: Float = 1

  /// From this share on a given name is no misspelling of another.
  let commonGiven: Float
  /// The numbers of the extra columns that are compared, the most telling first.
  let comparedExtras: [UInt16]
  let givens: [Float]
  let families: [Float]
  let streets: [Float]
  let postalCodes: [Float]
  let places: [Float]
  let addresses: [Float]
  /// In bits, not shares: 10 for one name in 1,024.
  let words: [Float]
  /// Of compact names, by themselves.
  let compacts: [Float]
  let organizations: [Float]
  let extras: [Float]
  /// Whether each extra column numbers the records: hardly two have one value.
  private let numberColumns: [Bool]
  /// The place each word names; 0 for none.
  private let placesOfWords: [UInt32]
  private let sharedPhones: [Bool]
  private let sharedEmails: [Bool]
  private let functionMailboxes: [Bool]
  private let sharedDomains: [Bool]

  /// - Parameter frozen: the frequencies of the records a model was trained on; nil takes those of
  ///   the records at hand.
  init(_ columns: Columns, frozen: FrequencyTables? = nil) {
    if let frozen { self.init(columns, as: frozen) } else { self.init(counting: columns) }
  }

  private init(counting columns: Columns) {
    let records = Float(max(columns.count, 1))
    commonGiven = log2Share(UInt32(max(3, records / 5000)), of: records)
    givens = columns.names.entries.map { log2Share($0.givenCount, of: records) }
    families = columns.names.entries.map { log2Share($0.familyCount, of: records) }
    let table = columns.addresses
    let located = Float(max(table.counts.reduce(0, +), 1))
    addresses = addressShares(table.counts, of: located)
    postalCodes = table.postalCodeCounts.map { log2Share($0, of: located) }
    places = table.placeCounts.map { log2Share($0, of: located) }
    streets = streetShares(table, of: located)
    words = wordBits(columns.organizations)
    placesOfWords = placesNamed(in: columns)
    compacts = compactShares(columns.organizations)
    organizations = organizationShares(
      columns.organizations, words: limited(words, byPlace: placesOfWords), compacts: compacts)
    extras = extraShares(columns.extras)
    comparedExtras = tellingExtras(columns)
    numberColumns = numbering(columns)
    let sharing = SharedValues(columns)
    sharedPhones = sharing.phones
    sharedEmails = sharing.emails
    functionMailboxes = sharing.functionMailboxes
    sharedDomains = sharing.domains
  }

  /// Which values many share depends on the records at hand all the same: a switchboard is one
  /// as soon as it has become one.
  private init(_ columns: Columns, as frozen: FrequencyTables) {
    let hashes = ValueHashes(columns)
    func shares(_ kind: ValueKind) -> [Float] {
      frozen[kind].shares(count: hashes.count(kind)) { hashes.hash(kind, $0) }
    }
    commonGiven = frozen.commonGiven
    givens = shares(.given)
    families = shares(.family)
    streets = shares(.street)
    postalCodes = shares(.postalCode)
    places = shares(.place)
    addresses = shares(.address)
    words = shares(.organizationWord).map { -$0 }
    placesOfWords = placesNamed(in: columns)
    compacts = shares(.organization)
    organizations = organizationShares(
      columns.organizations, words: limited(words, byPlace: placesOfWords), compacts: compacts)
    (comparedExtras, extras) = frozen.extraShares(columns.extras)
    numberColumns = numbering(columns)
    let sharing = SharedValues(columns)
    sharedPhones = sharing.phones
    sharedEmails = sharing.emails
    functionMailboxes = sharing.functionMailboxes
    sharedDomains = sharing.domains
  }

  func given(_ id: UInt32) -> Float { givens[Int(id)] }
  /// The share of records with a given name among those of one family name.
  func givenOfFamily(_ id: UInt32) -> Float { min(0, givens[Int(id)] + Self.namesakeBits) }
  func isCommonGiven(_ id: UInt32) -> Bool { givens[Int(id)] >= commonGiven }
  func family(_ id: UInt32) -> Float { families[Int(id)] }
  /// The share of records that bear both names of a row, in each other's place.
  func swapped(_ left: Row, _ right: Row) -> Float {
    let mine = share(given: left.givenParts.0, family: left.family)
    let others = share(given: right.givenParts.0, family: right.family)
    return max(max(mine, others) + Self.swappedShare, -2 * Self.mostBits)
  }

  /// A name that stands alone is as rare as it is in either field.
  private func share(given: UInt32, family: UInt32) -> Float {
    if family == 0 { return max(givens[Int(given)], families[Int(given)]) }
    return givens[Int(given)] + families[Int(family)]
  }

  func street(_ id: UInt32) -> Float { streets[Int(id)] }
  func extra(_ id: UInt32) -> Float { extras[Int(id)] }
  func isNumberColumn(_ column: UInt16) -> Bool { numberColumns[Int(column)] }
  /// How many bits a word is worth that two organizations' names share; places are no news.
  func word(_ id: UInt32) -> Float {
    placesOfWords[Int(id)] == 0 ? words[Int(id)] : min(words[Int(id)], Self.placeWordBits)
  }
  /// How many bits a word is worth that one name has and the other lacks.
  func missingWord(_ id: UInt32) -> Float { words[Int(id)] }
  /// The place that a word names; 0 for none.
  func placeNamed(by word: UInt32) -> UInt32 { placesOfWords[Int(word)] }
  func organization(_ left: UInt32, _ right: UInt32) -> Float {
    max(organizations[Int(left)], organizations[Int(right)])
  }
  func address(_ left: UInt32, _ right: UInt32) -> Float {
    max(addresses[Int(left)], addresses[Int(right)])
  }
  func isSharedPhone(_ id: UInt32) -> Bool { sharedPhones[Int(id)] }
  func isSharedDomain(_ id: UInt32) -> Bool { sharedDomains[Int(id)] }
  /// Whether an address is a function's or a firm's, not a person's.
  func isFunctionMailbox(_ id: UInt32) -> Bool { functionMailboxes[Int(id)] }
  func isSharedEmail(_ id: UInt32) -> Bool { sharedEmails[Int(id)] }

  /// The share of what two addresses have in common of postal code and place.
  func place(_ a: AddressEntry, _ b: AddressEntry) -> Float {
    if a.postalCode == b.postalCode && a.postalCode != 0 { return postalCodes[Int(a.postalCode)] }
    return max(places[Int(a.place)], places[Int(b.place)])
  }
}

/// The logarithm of a value's share among others, the pair at hand itself not counted.
func log2Share(_ count: UInt32, of all: Float) -> Float {
  let others = max(Float(count) - 1, 1)
  return max(-Frequencies.mostBits, Float(log2(Double(min(1, others / all)))))
}

/// How often strangers have each address: where but two records are, they are rather one contact's
/// or a household's, which is a sort of pairs of its own.
private func addressShares(_ counts: [UInt32], of all: Float) -> [Float] {
  counts.map { count in
    let strangers = max(Float(count) - 2, fewestStrangers)
    return max(-Frequencies.mostBits, Float(log2(Double(min(1, strangers / all)))))
  }
}

/// What stands for no stranger.
private let fewestStrangers: Float = 0.1

private func streetShares(_ table: AddressTable, of all: Float) -> [Float] {
  var counts = [UInt32](repeating: 0, count: table.streets.entries.count)
  for (index, entry) in table.entries.enumerated() {
    counts[Int(entry.street)] += table.counts[index]
  }
  return counts.map { log2Share($0, of: all) }
}

/// The rarity of each word, in bits, among the distinct names.
private func wordBits(_ table: OrganizationTable) -> [Float] {
  let names = Double(max(table.entries.count, 2))
  return table.wordEntries.map { Float(log2(names / Double(max($0.nameCount, 1)))) }
}

/// The place that each word names, when two records or more lie there; 0 for none.
private func placesNamed(in columns: Columns) -> [UInt32] {
  let words = columns.organizations
  if words.wordEntries.count < 2 { return [0] }
  var records = [UInt32](repeating: 0, count: columns.addresses.places.entries.count)
  for row in columns.rows {
    for index in row.range(of: .addresses) {
      records[Int(columns.addresses[columns.lists[index]].place)] += 1
    }
  }
  return words.wordEntries.indices.map { id in
    let place = columns.addresses.places.strings.find(words.wordStrings.value(of: UInt32(id)))
    return place != 0 && records[Int(place)] >= 2 ? place : 0
  }
}

private func limited(_ words: [Float], byPlace places: [UInt32]) -> [Float] {
  zip(words, places).map { $1 == 0 ? $0 : min($0, Frequencies.placeWordBits) }
}

/// How often each compact name was seen.
private func compactShares(_ table: OrganizationTable) -> [Float] {
  let all = Float(max(table.compactCounts.reduce(0, +), 1))
  return table.compactCounts.map { count in
    // What a contact's own duplicates add says nothing of strangers.
    let strangers = max(Float(count) - ownRecords, fewestStrangers)
    return max(-Frequencies.mostBits, Float(log2(Double(min(1, strangers / all)))))
  }
}

/// About how many records a contact has that has any duplicates.
private let ownRecords: Float = 2.5

/// A name is as rare as its words together, but no rarer than it was seen to be.
private func organizationShares(
  _ table: OrganizationTable, words: [Float], compacts: [Float]
) -> [Float] {
  table.entries.map { entry in
    let bits = table.words(of: entry).reduce(Float(0)) { $0 + words[Int($1)] }
    return max(compacts[Int(entry.compact)], -bits)
  }
}

private func extraShares(_ table: ExtraTable) -> [Float] {
  var distinct = [Int](repeating: 0, count: table.filled.count)
  for entry in table.entries { distinct[Int(entry.column)] += 1 }
  return table.entries.map { entry in
    let column = Int(entry.column)
    return extraShare(entry.count, filled: table.filled[column], distinct: distinct[column])
  }
}

/// The share of a value that occurs so often in a column.
///
/// In a column whose values are nearly all different, strangers hardly ever share one.
func extraShare(_ count: UInt32, filled: UInt32, distinct: Int) -> Float {
  let filled = Float(max(filled, 1))
  let isNumberLike = Float(distinct) > 0.4 * filled && count <= 8
  return log2Share(count, of: isNumberLike ? filled * 16 * Float(count) : filled)
}

/// Up to three extra columns that tell records apart: many different values, on many records.
private func tellingExtras(_ columns: Columns) -> [UInt16] {
  var squares = [Double](repeating: 0, count: columns.extras.filled.count)
  for entry in columns.extras.entries.dropFirst() {
    squares[Int(entry.column)] += Double(entry.count) * Double(entry.count)
  }
  let telling = columns.extras.filled.indices.dropFirst().compactMap {
    column -> (UInt16, Double)? in
    let filled = Double(columns.extras.filled[column])
    guard filled >= 0.2 * Double(columns.count), squares[column] > 0 else { return nil }
    let bits = log2(filled * filled / squares[column])
    return bits >= 3.5 ? (UInt16(column), bits * filled) : nil
  }
  return telling.sorted { ($0.1, $1.0) > ($1.1, $0.0) }.prefix(3).map(\.0)
}

/// Whether the values of each column are numbers that hardly two records share.
private func numbering(_ columns: Columns) -> [Bool] {
  let table = columns.extras
  var filled = [Int](repeating: 0, count: table.filled.count)
  var distinct = filled
  var numbers = filled
  var isMet = [Bool](repeating: false, count: table.entries.count)
  for row in columns.rows {
    for index in row.range(of: .extras) {
      let id = Int(columns.lists[index])
      let column = Int(table.entries[id].column)
      filled[column] += 1
      if isMet[id] { continue }
      isMet[id] = true
      distinct[column] += 1
      if table.entries[id].isNumber { numbers[column] += 1 }
    }
  }
  return table.filled.indices.map { column in
    let filled = Double(filled[column])
    return Double(distinct[column]) > 0.4 * filled
      && Double(numbers[column]) > 0.9 * Double(distinct[column])
  }
}
