/// What a record is matched as.
enum RowKind: UInt8, Sendable { case person, organization, household }

/// One record's match features: numbers of interned values, 0 for "no value".
struct Row: Sendable {
  /// A hash of source and key: the same whatever the order of the records.
  var identity: UInt64 = 0
  var kind = RowKind.person
  var gender = Gender.unknown
  var generation = Generation.unknown
  /// The number of the source.
  var source: UInt16 = 0

  // Names: numbers in `names`.
  /// The whole given name without spaces: "hanspeter".
  var given: UInt32 = 0
  /// Its first and second part; the second is 0 when there is none.
  var givenParts: (UInt32, UInt32) = (0, 0)
  /// A given name or initial read from an e-mail address: "uwe" in uwe.mudauer@….
  var mailedGiven: UInt32 = 0
  /// The whole family name without spaces.
  var family: UInt32 = 0
  /// The parts of a double name; both 0 when it has one part.
  var familyParts: (UInt32, UInt32) = (0, 0)
  var birthName: UInt32 = 0
  /// A bit for each e-mail address whose part before the "@" is made of the names above.
  var namedMails: UInt16 = 0

  /// Year << 9 | month << 5 | day; 0 for none.
  var birthDate: UInt32 = 0
  /// A bit for each comparison, by its number, for which the record has something.
  var present: UInt16 = 0
  /// What rules out that two records' e-mail addresses or phones are alike, when no bit is common.
  var emailMarks: UInt64 = 0
  var phoneMarks: UInt64 = 0
  /// Whether one of the phones is no mobile.
  var hasLine = false
  /// Where the record's lists begin in `Columns.lists`, one after the other in the order of `ListKind`.
  var listStart: UInt32 = 0
  /// Where each list ends, counted from `listStart`.
  var listEnds = SIMD16<UInt8>()
}

/// The features of which a record may have several.
enum ListKind: Int, CaseIterable, Sendable {
  case organizations, addresses, phones, emails, domains, numbers, vatIDs, ibans, extras
}

/// Whether a record is of a woman or a man, as far as it says so.
enum Gender: UInt8, Sendable { case unknown, female, male }

/// Whether a name's suffix tells father from son.
enum Generation: UInt8, Sendable { case unknown, senior, junior }

/// A date in one number; a part that is not known is 0.
struct BirthDate {
  /// Year << 9 | month << 5 | day.
  let number: UInt32

  var year: UInt32 { number >> 9 }
  var month: UInt32 { number >> 5 & 15 }
  var day: UInt32 { number & 31 }
}

extension Row {
  var year: UInt32 { BirthDate(number: birthDate).year }
  var month: UInt32 { BirthDate(number: birthDate).month }
  var day: UInt32 { BirthDate(number: birthDate).day }
}

extension Row {
  /// Where one of the lists stands in `Columns.lists`.
  @inline(__always)
  func range(of kind: ListKind) -> Range<Int> {
    let start = Int(listStart)
    let lower = kind.rawValue == 0 ? 0 : Int(listEnds[kind.rawValue - 1])
    return start + lower..<start + Int(listEnds[kind.rawValue])
  }
}
