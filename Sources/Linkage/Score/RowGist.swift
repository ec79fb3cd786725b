/// What a glance at two rows needs, side by side in two cache lines: enough to see of most pairs
/// that they are no contact, before any value is looked up.
struct RowGist: Sendable {
  var emailMarks: UInt64 = 0
  var phoneMarks: UInt64 = 0
  /// The whole given name; 0 for none.
  var given: UInt32 = 0
  /// The given name's first part, else the name read from an e-mail address, and its letters.
  var name: UInt32 = 0
  var nameBag: UInt32 = 0
  var family: UInt32 = 0
  var familyBag: UInt32 = 0
  var birthDate: UInt32 = 0
  // Of the only address.
  var street: UInt32 = 0
  var streetBag: UInt32 = 0
  var house: UInt32 = 0
  var place: UInt32 = 0
  var placeBag: UInt32 = 0
  var postalCode: UInt32 = 0
  // Of the only e-mail address; a domain that many share is 0.
  var local: UInt32 = 0
  var localBag: UInt32 = 0
  var domain: UInt32 = 0
  // Of the only organization.
  var compact: UInt32 = 0
  var wordStart: UInt32 = 0
  /// The only customer number, the only VAT id.
  var number: UInt32 = 0
  var vatID: UInt32 = 0
  /// The first seven digits of the only phone number.
  var phoneHead: UInt32 = 0
  // What agrees is at most this rare, in 1/512 bits.
  var givenShare: Int16 = 0
  var familyShare: Int16 = 0
  var addressShare: Int16 = 0
  var cornerShare: Int16 = 0
  var placeShare: Int16 = 0
  var organizationShare: Int16 = 0
  var present: UInt16 = 0
  var flags = Flags()
  var nickname: UInt16 = 0
  /// The last three digits of the only phone number.
  var phoneTail: UInt16 = 0
  /// A hash of the family name's sound; 0 for none.
  var sound: UInt16 = 0
  /// The postal code's first two characters.
  var codeHead: UInt16 = 0
  var nameLength: UInt8 = 0
  var nameInitial: UInt8 = 0
  var familyLength: UInt8 = 0
  var streetLength: UInt8 = 0
  var placeLength: UInt8 = 0
  var localInitial: UInt8 = 0
  var wordCount: UInt8 = 0
  /// The kind, gender and generation: two bits each.
  var sorts: UInt8 = 0

  struct Flags: OptionSet {
    let rawValue: UInt16
    static let emails = Flags(rawValue: 1)
    static let line = Flags(rawValue: 1 << 1)
    /// The name is a single letter.
    static let initial = Flags(rawValue: 1 << 2)
    static let mailedName = Flags(rawValue: 1 << 3)
    /// A double name or a birth name.
    static let familyNames = Flags(rawValue: 1 << 4)
    static let oneAddress = Flags(rawValue: 1 << 5)
    static let oneEmail = Flags(rawValue: 1 << 6)
    static let oneOrganization = Flags(rawValue: 1 << 7)
    /// Its organization's name has initials, or may be another's.
    static let initials = Flags(rawValue: 1 << 8)
    static let oneNumber = Flags(rawValue: 1 << 9)
    static let oneVATID = Flags(rawValue: 1 << 10)
    /// One number, whose beginning of five and end of three share no digit; one of seven.
    static let onePhone = Flags(rawValue: 1 << 11)
    static let longPhone = Flags(rawValue: 1 << 13)
    /// Several given names.
    static let givenNames = Flags(rawValue: 1 << 12)
  }

  var kind: UInt8 { sorts & 3 }
  var gender: UInt8 { sorts >> 2 & 3 }
  var generation: UInt8 { sorts >> 4 }
}

extension RowGist {
  init(_ row: Row, _ comparer: PairComparer) {
    emailMarks = row.emailMarks
    phoneMarks = row.phoneMarks
    present = row.present & comparer.frequencies.comparedPresence
    birthDate = row.birthDate
    sorts = row.kind.rawValue | row.gender.rawValue << 2 | row.generation.rawValue << 4
    setNames(row, comparer)
    setAddress(row, comparer)
    setPhone(row, comparer)
    setEmail(row, comparer)
    setOrganization(row, comparer)
    let lists = comparer.columns.lists
    let (numbers, vatIDs) = (row.range(of: .numbers), row.range(of: .vatIDs))
    if numbers.count == 1 {
      number = lists[numbers.lowerBound]
      flags.insert(.oneNumber)
    }
    if vatIDs.count == 1 {
      vatID = lists[vatIDs.lowerBound]
      flags.insert(.oneVATID)
    }
  }

  private mutating func setNames(_ row: Row, _ comparer: PairComparer) {
    given = row.given
    name = row.given != 0 ? row.givenParts.0 : row.mailedGiven
    if row.given != 0, row.givenParts.1 != 0 { flags.insert(.givenNames) }
    let entry = comparer.columns.names[name]
    nameBag = entry.word.bag
    nameLength = UInt8(entry.word.length)
    nameInitial = entry.word.bytes[0]
    nickname = entry.nicknameGroup
    givenShare = units(comparer.frequencies.given(row.given != 0 ? row.given : name))
    if entry.isInitial { flags.insert(.initial) }
    if row.mailedGiven != 0 { flags.insert(.mailedName) }
    family = row.family
    let familyEntry = comparer.columns.names[row.family]
    familyBag = familyEntry.word.bag
    familyLength = UInt8(familyEntry.word.length)
    sound = familyEntry.code == 0 ? 0 : UInt16(truncatingIfNeeded: mixed(familyEntry.code)) | 1
    familyShare = units(comparer.frequencies.family(row.family))
    if row.familyParts.0 | row.familyParts.1 | row.birthName != 0 { flags.insert(.familyNames) }
  }

  private mutating func setAddress(_ row: Row, _ comparer: PairComparer) {
    let range = row.range(of: .addresses)
    guard range.count == 1 else { return }
    flags.insert(.oneAddress)
    let columns = comparer.columns
    let id = columns.lists[range.lowerBound]
    let entry = columns.addresses[id]
    (street, house, place, postalCode) = (entry.street, entry.house, entry.place, entry.postalCode)
    let streetWord = columns.addresses.streets[street].word
    let placeWord = columns.addresses.places[place].word
    (streetBag, streetLength) = (streetWord.bag, UInt8(streetWord.length))
    (placeBag, placeLength) = (placeWord.bag, UInt8(placeWord.length))
    let code = columns.addresses.postalCodeWords[Int(postalCode)].bytes
    codeHead = UInt16(code[0]) << 8 | UInt16(code[1])
    let frequencies = comparer.frequencies
    let rarestPlace = min(frequencies.postalCodes[Int(postalCode)], frequencies.places[Int(place)])
    addressShare = units(frequencies.address(id, id))
    placeShare = units(rarestPlace)
    cornerShare = units(frequencies.street(street) + rarestPlace)
  }

  private mutating func setPhone(_ row: Row, _ comparer: PairComparer) {
    let (phones, lists) = (comparer.columns.phones, comparer.columns.lists)
    let range = row.range(of: .phones)
    // A number may have become a mobile's since the row was made.
    if range.contains(where: { !phones[lists[$0]].isMobile }) { flags.insert(.line) }
    guard range.count == 1 else { return }
    let word = phones[lists[range.lowerBound]].word
    // Numbers that are equal but for one edit or for their last digits have a beginning of seven
    // digits in common (of five, where they are short) or an end of three.
    guard (9...15).contains(word.length) else { return }
    flags.insert(.onePhone)
    if word.length >= 11 { flags.insert(.longPhone) }
    func number(_ places: Range<Int>) -> UInt32 {
      places.reduce(0) { $0 * 10 + UInt32(word.bytes[$1] & 15) }
    }
    phoneHead = number(0..<7)
    phoneTail = UInt16(number(word.length - 3..<word.length))
  }

  private mutating func setEmail(_ row: Row, _ comparer: PairComparer) {
    let range = row.range(of: .emails)
    guard !range.isEmpty else { return }
    flags.insert(.emails)
    guard range.count == 1, row.range(of: .domains).isEmpty else { return }
    flags.insert(.oneEmail)
    let entry = comparer.columns.emails[comparer.columns.lists[range.lowerBound]]
    local = entry.local
    localBag = entry.localWord.bag
    localInitial = entry.localWord.bytes[0]
    domain = comparer.frequencies.isSharedDomain(entry.domain) ? 0 : entry.domain
  }

  private mutating func setOrganization(_ row: Row, _ comparer: PairComparer) {
    let range = row.range(of: .organizations)
    guard range.count == 1 else { return }
    flags.insert(.oneOrganization)
    let id = comparer.columns.lists[range.lowerBound]
    let entry = comparer.columns.organizations[id]
    (compact, wordStart, wordCount) = (entry.compact, entry.start, entry.wordCount)
    organizationShare = units(comparer.frequencies.organization(id, id))
    if entry.initials != 0 { flags.insert(.initials) }
  }
}

/// A share in 1/512 bits, no higher than it is.
private func units(_ share: Float) -> Int16 {
  Int16(max(-32_000, min(0, share * 512)).rounded(.down))
}

extension Frequencies {
  /// The bits of `Row.present` without those of extra columns that aren't compared.
  fileprivate var comparedPresence: UInt16 {
    let extras = [Comparison.extra1, .extra2, .extra3].dropFirst(comparedExtras.count)
    return extras.reduce(.max) { $0 & ~(1 << UInt16($1.rawValue)) }
  }
}

/// What a glance at a word of an organization's name needs.
struct WordGist: Sendable {
  var id: UInt32
  var bag: UInt32
  /// The first four letters.
  var head: UInt32
  var length: UInt32
  /// What the word is worth where both names have it, and where one lacks it.
  var bits: Float
  var missingBits: Float
  /// Whether it names a place: then an address may tell that it is worth less.
  var isPlace: Bool

  init(_ id: UInt32, _ comparer: PairComparer) {
    self.id = id
    let word = comparer.columns.organizations.wordEntries[Int(id)].word
    bag = word.bag
    length = UInt32(word.length)
    head = (0..<4).reduce(0) { $0 << 8 | UInt32(word.bytes[$1]) }
    bits = comparer.frequencies.word(id)
    missingBits = comparer.frequencies.missingWord(id)
    isPlace = comparer.frequencies.placeNamed(by: id) != 0
  }

  /// Whether one may be the other's beginning, or equal but for a slip.
  @inline(__always)
  func mayBeSpelling(of other: WordGist) -> Bool {
    let (shorter, longer) = length < other.length ? (length, other.length) : (other.length, length)
    if shorter >= 4 && longer - shorter >= 2 && head == other.head { return true }
    let most: UInt32 = shorter >= 9 ? 2 : 1
    return shorter >= 5 && longer - shorter <= most
      && (bag ^ other.bag).nonzeroBitCount <= 2 * Int(most)
  }
}

/// The gists of all rows, and of the words of all organizations' names.
final class RowGists: Sendable {
  let rows: FilledPlaces<RowGist>
  /// In the order of `OrganizationTable.words`.
  let words: FilledPlaces<WordGist>

  init(_ comparer: PairComparer, on executor: any Executor) {
    let columns = comparer.columns
    rows = FilledPlaces(count: columns.count, on: executor) { RowGist(columns.rows[$0], comparer) }
    let ids = columns.organizations.words
    words = FilledPlaces(count: ids.count, on: executor) { WordGist(ids[$0], comparer) }
  }
}

/// Values that are made on all cores, each in its place.
///
/// Unchecked: each part writes to its own places alone, and all is written when `init` returns.
final class FilledPlaces<Value: BitwiseCopyable & Sendable>: @unchecked Sendable {
  let base: UnsafeMutablePointer<Value>

  init(count: Int, on executor: any Executor, _ value: @Sendable (Int) -> Value) {
    base = .allocate(capacity: max(1, count))
    let size = 20_000
    executor.concurrently((count + size - 1) / size) { part in
      for place in part * size..<min(count, (part + 1) * size) {
        (base + place).initialize(to: value(place))
      }
    }
  }

  deinit { base.deallocate() }
}
