/// What is compared of an organization's name.
struct OrganizationEntry: Sendable {
  /// All words without spaces: equal for "IT Haus" and "IT-Haus" and "ITHaus".
  var compact: UInt32
  /// Where its words begin in `OrganizationTable.words`, and how many there are.
  var start: UInt32
  var wordCount: UInt8
  /// The number of its canonical legal form; 0 for none.
  var legalForm: UInt16
  /// Whether its form is a firm's partnership: "GmbH & Co. KG".
  var isPartnershipOfFirm = false
  /// The initials of its words in one number, at most 8; 0 for fewer than 3.
  var initials: UInt64
  var count: UInt32 = 0
}

/// One distinct word of organization names.
struct OrganizationWord: Sendable {
  var word: Word
  /// Whether it says which firm of a group is meant: "holding".
  var isGroupPart = false
  /// The number of distinct organization names that hold it.
  var nameCount: UInt32 = 0
}

/// The distinct organization names and their words.
struct OrganizationTable: Sendable {
  private(set) var names = InternTable()
  private(set) var entries = [
    OrganizationEntry(compact: 0, start: 0, wordCount: 0, legalForm: 0, initials: 0)
  ]
  private(set) var compacts = InternTable()
  /// How often each compact name occurs in records.
  private(set) var compactCounts: [UInt32] = [0]
  private(set) var wordStrings = InternTable()
  private(set) var wordEntries = [OrganizationWord(word: .empty)]
  /// The words of all names, one name after the other.
  private(set) var words: [UInt32] = []
  private var legalForms = InternTable()
  /// Bytes of the name that is being added.
  private var key: [UInt8] = []

  static let mostWords = 8

  /// The number of a name, from its folded core and its legal form.
  mutating func intern(core: [UInt8], legalForm: String) -> UInt32 {
    fold(legalForm, into: &key)
    let form = legalForms.intern(key)
    key.removeAll(keepingCapacity: true)
    key += core
    key.append(0)
    key.append(UInt8(truncatingIfNeeded: form))
    let id = names.intern(key)
    if Int(id) == entries.count {
      add(core: core, legalForm: UInt16(truncatingIfNeeded: form))
      entries[Int(id)].isPartnershipOfFirm = OrganizationWords.isPartnershipOfFirm(legalForm)
    }
    entries[Int(id)].count += 1
    compactCounts[Int(entries[Int(id)].compact)] += 1
    return id
  }

  private mutating func add(core: [UInt8], legalForm: UInt16) {
    let start = UInt32(words.count)
    var initials: UInt64 = 0
    key.removeAll(keepingCapacity: true)
    forEachWord(of: core) { part in
      if OrganizationWords.isConnector(part) { return }
      let spelled = OrganizationWords.canonical(part)
      key.append(contentsOf: spelled)
      initials = initials << 8 | UInt64(part.first ?? 0)
      guard words.count - Int(start) < Self.mostWords else { return }
      append(spelled, from: start)
    }
    let wordCount = words.count - Int(start)
    let compactID = compacts.intern(key)
    if Int(compactID) == compactCounts.count { compactCounts.append(0) }
    entries.append(
      OrganizationEntry(
        compact: compactID, start: start, wordCount: UInt8(wordCount), legalForm: legalForm,
        initials: wordCount < 3 ? 0 : initials))
  }

  private mutating func append(_ spelled: ArraySlice<UInt8>, from start: UInt32) {
    let id = wordStrings.intern(spelled)
    if Int(id) == wordEntries.count {
      wordEntries.append(
        OrganizationWord(word: Word(spelled), isGroupPart: OrganizationWords.isGroupPart(spelled)))
    }
    if !words[Int(start)...].contains(id) { wordEntries[Int(id)].nameCount += 1 }
    words.append(id)
  }

  /// Adds the names of another table; the number here of each number there.
  mutating func add(_ other: OrganizationTable) -> [UInt32] {
    let forms = legalForms.intern(all: other.legalForms)
    var numbers = [UInt32](repeating: 0, count: other.entries.count)
    for number in other.entries.indices.dropFirst() {
      let entry = other.entries[number]
      let form = forms[Int(entry.legalForm)]
      var key = Array(other.names.value(of: UInt32(number)))
      key[key.count - 1] = UInt8(truncatingIfNeeded: form)
      let id = names.intern(key)
      if Int(id) == entries.count {
        add(entry, of: other, legalForm: UInt16(truncatingIfNeeded: form))
      }
      numbers[number] = id
      entries[Int(id)].count += entry.count
      compactCounts[Int(entries[Int(id)].compact)] += entry.count
    }
    return numbers
  }

  /// Adds a name that only the other table has had so far.
  private mutating func add(
    _ entry: OrganizationEntry, of other: OrganizationTable, legalForm: UInt16
  ) {
    let start = UInt32(words.count)
    for word in other.words(of: entry) {
      let id = wordStrings.intern(other.wordStrings.value(of: word))
      if Int(id) == wordEntries.count {
        let known = other.wordEntries[Int(word)]
        wordEntries.append(OrganizationWord(word: known.word, isGroupPart: known.isGroupPart))
      }
      if !words[Int(start)...].contains(id) { wordEntries[Int(id)].nameCount += 1 }
      words.append(id)
    }
    let compact = compacts.intern(other.compacts.value(of: entry.compact))
    if Int(compact) == compactCounts.count { compactCounts.append(0) }
    entries.append(
      OrganizationEntry(
        compact: compact, start: start, wordCount: entry.wordCount, legalForm: legalForm,
        isPartnershipOfFirm: entry.isPartnershipOfFirm, initials: entry.initials))
  }

  mutating func carry(_ archive: inout LinkArchive) throws {
    try names.carry(&archive)
    try archive.carry(&entries)
    try compacts.carry(&archive)
    try archive.carry(&compactCounts)
    try wordStrings.carry(&archive)
    try archive.carry(&wordEntries)
    try archive.carry(&words)
    try legalForms.carry(&archive)
  }

  subscript(id: UInt32) -> OrganizationEntry { entries[Int(id)] }

  /// The words of a name.
  func words(of entry: OrganizationEntry) -> ArraySlice<UInt32> {
    words[Int(entry.start)..<Int(entry.start) + Int(entry.wordCount)]
  }
}

/// Calls `body` with each word of a folded value.
func forEachWord(of value: [UInt8], _ body: (ArraySlice<UInt8>) -> Void) {
  var start = 0
  for index in value.indices where value[index] == UInt8(ascii: " ") {
    if start < index { body(value[start..<index]) }
    start = index + 1
  }
  if start < value.count { body(value[start...]) }
}
