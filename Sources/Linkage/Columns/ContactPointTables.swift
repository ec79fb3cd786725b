/// What is compared of a phone number.
struct PhoneEntry: Sendable {
  /// The digits with country code, without "+".
  var word: Word
  var isMobile: Bool
  /// Whether it is a mobile's in one record and not in another.
  var isDisputed = false
  var count: UInt32 = 0
}

/// The distinct phone numbers.
struct PhoneTable: Sendable {
  private(set) var strings = InternTable()
  private(set) var entries = [PhoneEntry(word: .empty, isMobile: false)]
  /// Whether no number ever was a mobile's in one record and not in another.
  private(set) var areKindsClear = true
  mutating func intern(_ digits: [UInt8], isMobile: Bool) -> UInt32 {
    let id = strings.intern(digits)
    if Int(id) == entries.count {
      entries.append(PhoneEntry(word: Word(digits[...]), isMobile: isMobile))
    }
    if id != 0 {
      note(isMobile, of: id)
      entries[Int(id)].count += 1
    }
    return id
  }

  /// A number that one record calls a mobile's is one in all, whichever comes first.
  private mutating func note(_ isMobile: Bool, of id: UInt32) {
    guard entries[Int(id)].isMobile != isMobile else { return }
    entries[Int(id)].isMobile = true
    entries[Int(id)].isDisputed = true
    areKindsClear = false
  }

  /// Has the records of a number say anew whether it is a mobile's.
  mutating func forgetKind(of id: UInt32) {
    entries[Int(id)].isMobile = false
    entries[Int(id)].isDisputed = false
  }

  /// Adds the numbers of another table; the number here of each number there.
  mutating func add(_ other: PhoneTable) -> [UInt32] {
    let numbers = strings.intern(all: other.strings)
    for (id, entry) in zip(numbers, other.entries).dropFirst() {
      if Int(id) == entries.count {
        entries.append(entry)
      } else {
        note(entry.isMobile, of: id)
        entries[Int(id)].isDisputed = entries[Int(id)].isDisputed || entry.isDisputed
        entries[Int(id)].count += entry.count
      }
    }
    areKindsClear = areKindsClear && other.areKindsClear
    return numbers
  }

  mutating func carry(_ archive: inout LinkArchive) throws {
    try strings.carry(&archive)
    try archive.carry(&entries)
    try archive.carry(&areKindsClear)
  }

  subscript(id: UInt32) -> PhoneEntry { entries[Int(id)] }
}

/// What is compared of an e-mail address.
struct EmailEntry: Sendable {
  /// The number of the part before "@", folded.
  var local: UInt32
  var localWord: Word
  var domain: UInt32
  /// Whether the local part is a function's, a family's or a firm's, not a person's: "info".
  var isFunction: Bool
  var count: UInt32 = 0
}

/// The distinct e-mail addresses and domains.
struct EmailTable: Sendable {
  private(set) var strings = InternTable()
  private(set) var locals = InternTable()
  /// Bytes of the local part that is being folded.
  private var scratch: [UInt8] = []
  private(set) var domains = InternTable()
  private(set) var domainEntries = [DomainEntry(word: .empty, isShared: false)]
  private(set) var entries = [
    EmailEntry(local: 0, localWord: .empty, domain: 0, isFunction: false)
  ]

  struct DomainEntry: Sendable {
    var word: Word
    /// Whether it belongs to a mail provider and not to one organization.
    var isShared: Bool
    var count: UInt32 = 0
  }

  /// The number of an address; 0 when it has no "@".
  mutating func intern(_ address: [UInt8]) -> UInt32 {
    guard let at = address.lastIndex(of: UInt8(ascii: "@")), at > 0 else { return 0 }
    let id = strings.intern(address)
    if Int(id) == entries.count {
      address[..<at].withUnsafeBufferPointer { fold($0, into: &scratch) }
      removeSpaces(from: &scratch)
      entries.append(
        EmailEntry(
          local: locals.intern(scratch), localWord: Word(scratch[...]),
          domain: domain(address[(at + 1)...]),
          isFunction: Mailboxes.isFunction(scratch[...]) || Mailboxes.isFamily(scratch)))
    }
    entries[Int(id)].count += 1
    domainEntries[Int(entries[Int(id)].domain)].count += 1
    return id
  }

  /// The number of a domain, without "www.".
  mutating func domain(_ value: ArraySlice<UInt8>) -> UInt32 {
    let id = domains.intern(value)
    if Int(id) == domainEntries.count {
      domainEntries.append(
        DomainEntry(word: Word(value), isShared: Mailboxes.isProvider(value)))
    }
    return id
  }

  /// Whether an address is a firm's, because the part before the "@" is the firm's name.
  func isMailbox(_ id: UInt32, of name: ArraySlice<UInt8>) -> Bool {
    let local = locals.value(of: entries[Int(id)].local)
    guard min(local.count, name.count) >= 5 else { return false }
    let letters = local.filter { $0 >= UInt8(ascii: "a") }
    return letters.count >= 5 && (letters.starts(with: name) || name.starts(with: letters))
  }

  /// Adds the addresses and domains of another table; the numbers here of each number there.
  mutating func add(_ other: EmailTable) -> (addresses: [UInt32], domains: [UInt32]) {
    let locals = locals.intern(all: other.locals)
    let domains = domains.intern(all: other.domains)
    for (id, entry) in zip(domains, other.domainEntries).dropFirst() {
      if Int(id) == domainEntries.count {
        domainEntries.append(entry)
      } else {
        domainEntries[Int(id)].count += entry.count
      }
    }
    domainEntries[0].count += other.domainEntries[0].count
    let numbers = strings.intern(all: other.strings)
    for (id, entry) in zip(numbers, other.entries).dropFirst() {
      if Int(id) == entries.count {
        entries.append(entry)
        entries[Int(id)].local = locals[Int(entry.local)]
        entries[Int(id)].domain = domains[Int(entry.domain)]
      } else {
        entries[Int(id)].count += entry.count
      }
    }
    return (numbers, domains)
  }

  mutating func carry(_ archive: inout LinkArchive) throws {
    try strings.carry(&archive)
    try locals.carry(&archive)
    try domains.carry(&archive)
    try archive.carry(&domainEntries)
    try archive.carry(&entries)
  }

  subscript(id: UInt32) -> EmailEntry { entries[Int(id)] }
}
