/// What tells of two records, before any value is looked up, that a comparison can be skipped.
extension Columns {
  /// Sets the marks of a row, once its values and lists are complete.
  func mark(_ row: inout Row) {
    for comparison in Comparison.allCases where has(comparison, row) {
      row.present |= 1 << UInt16(comparison.rawValue)
    }
    for index in row.range(of: .emails) { row.emailMarks |= marks(ofEmail: lists[index]) }
    for index in row.range(of: .domains) { row.emailMarks |= marks(ofDomain: lists[index]) }
    for index in row.range(of: .phones) {
      row.phoneMarks |= phones[lists[index]].word.phoneMarks
      if !phones[lists[index]].isMobile { row.hasLine = true }
    }
  }

  /// Whether a row has something to compare; without it the level is "missing".
  private func has(_ comparison: Comparison, _ row: Row) -> Bool {
    switch comparison {
    case .given: row.given != 0 || row.mailedGiven != 0
    case .family: row.family != 0
    case .birthDate: row.birthDate != 0
    case .gender: row.gender != .unknown
    case .generation: row.generation != .unknown
    case .email: !row.range(of: .emails).isEmpty || !row.range(of: .domains).isEmpty
    case .phone: !row.range(of: .phones).isEmpty
    case .address: !row.range(of: .addresses).isEmpty
    case .organization: !row.range(of: .organizations).isEmpty
    case .customerNumber: !row.range(of: .numbers).isEmpty
    case .vatID: !row.range(of: .vatIDs).isEmpty
    case .iban: !row.range(of: .ibans).isEmpty
    case .extra1, .extra2, .extra3: !row.range(of: .extras).isEmpty
    }
  }

  /// Addresses of one person, even misspelled, begin with one letter or have one domain.
  private func marks(ofEmail id: UInt32) -> UInt64 {
    let email = emails[id]
    return 1 << UInt64(email.localWord.bytes[0] & 31) | marks(ofDomain: email.domain)
  }

  /// A provider's domain says nothing.
  private func marks(ofDomain id: UInt32) -> UInt64 {
    if emails.domainEntries[Int(id)].isShared { return 0 }
    return 1 << (32 + emails.domains.hash(of: id) & 31)
  }
}

extension Word {
  /// Numbers that are equal but for one edit or for their last digits have a beginning of seven
  /// digits in common, or an end of three.
  fileprivate var phoneMarks: UInt64 {
    guard length >= 11 else { return .max }
    var beginning: UInt64 = 0
    for index in 0..<7 { beginning = beginning << 8 | UInt64(bytes[index]) }
    var end: UInt64 = 0
    for index in length - 3..<length { end = end << 8 | UInt64(bytes[index]) }
    return 1 << (mixed(beginning) & 31) | 1 << (32 + mixed(end) & 31)
  }
}
