/// What is compared of a name's word.
struct NameEntry: Sendable {
  var word: Word
  /// Packed Cologne phonetics; 0 for none.
  var code: UInt64
  /// The group of given names that call one person; 0 for none.
  var nicknameGroup: UInt16
  /// Whose own given name it is; unknown for nicknames, misspellings and rare names.
  var ownGender: Gender = .unknown
  /// The number of records with this given name, with this family name.
  var givenCount: UInt32 = 0
  var familyCount: UInt32 = 0

  /// Whether it is a single letter.
  var isInitial: Bool { word.length == 1 }
}

/// The distinct words of person names.
struct NameTable: Sendable {
  private(set) var strings = InternTable()
  private(set) var entries = [NameEntry(word: .empty, code: 0, nicknameGroup: 0)]

  mutating func intern(_ value: ArraySlice<UInt8>) -> UInt32 {
    let id = strings.intern(value)
    if Int(id) == entries.count {
      entries.append(
        NameEntry(
          word: Word(value), code: packedColognePhonetics(of: value),
          nicknameGroup: Nicknames.group(of: value), ownGender: OwnGivenNames.gender(of: value)))
    }
    return id
  }

  /// Adds the words of another table with their counts; the number here of each number there.
  mutating func add(_ other: NameTable) -> [UInt32] {
    let numbers = strings.intern(all: other.strings)
    for (id, entry) in zip(numbers, other.entries).dropFirst() {
      if Int(id) == entries.count {
        entries.append(entry)
      } else {
        entries[Int(id)].givenCount += entry.givenCount
        entries[Int(id)].familyCount += entry.familyCount
      }
    }
    return numbers
  }

  mutating func carry(_ archive: inout LinkArchive) throws {
    try strings.carry(&archive)
    try archive.carry(&entries)
  }

  mutating func countGiven(_ id: UInt32) { if id != 0 { entries[Int(id)].givenCount += 1 } }
  mutating func countFamily(_ id: UInt32) { if id != 0 { entries[Int(id)].familyCount += 1 } }

  subscript(id: UInt32) -> NameEntry { entries[Int(id)] }
}
