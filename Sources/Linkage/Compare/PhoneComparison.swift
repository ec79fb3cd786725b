internal import Records

enum PhoneLevel: UInt8, AgreementLevel {
  case missing, mobile, line, shared, sameLine, oneOff, different, otherMobile

  var phrase: Phrase {
    switch self {
    case .missing: Phrase(de: "Telefon fehlt", en: "phone missing")
    case .mobile: Phrase(de: "Mobilnummer gleich", en: "mobile number equal")
    case .line: Phrase(de: "Telefonnummer gleich", en: "phone number equal")
    case .shared: Phrase(de: "von vielen genutzte Nummer", en: "number used by many")
    case .sameLine:
      Phrase(de: "gleicher Anschluss, andere Durchwahl", en: "same line, other extension")
    case .oneOff: Phrase(de: "Telefonnummer fast gleich", en: "phone number nearly equal")
    case .different: Phrase(de: "andere Telefonnummer", en: "different phone number")
    case .otherMobile: Phrase(de: "andere Mobilnummer", en: "different mobile number")
    }
  }
}

extension PairComparer {
  func phone(_ left: Row, _ right: Row) -> Agreement {
    if left.phoneMarks & right.phoneMarks == 0, left.phoneMarks != 0, right.phoneMarks != 0,
      columns.phones.areKindsClear
    {
      return Agreement(left.hasLine || right.hasLine ? PhoneLevel.different : .otherMobile)
    }
    var best = UInt8.max
    for l in left.range(of: .phones) {
      for r in right.range(of: .phones) {
        best = min(best, phoneLevel(columns.lists[l], columns.lists[r]).rawValue)
      }
    }
    return best == .max ? .missing : Agreement(level: best)
  }

  private func phoneLevel(_ left: UInt32, _ right: UInt32) -> PhoneLevel {
    let a = columns.phones[left]
    if left == right {
      if frequencies.isSharedPhone(left) { return .shared }
      return a.isMobile ? .mobile : .line
    }
    let b = columns.phones[right]
    guard a.isMobile == b.isMobile else { return .different }
    if !a.isMobile && isSameLine(a.word, b.word) { return .sameLine }
    if a.word.edits(to: b.word, most: 1) != nil { return .oneOff }
    return a.isMobile ? .otherMobile : .different
  }

  /// Whether two numbers differ only in their last two or three digits, as extensions do.
  private func isSameLine(_ left: Word, _ right: Word) -> Bool {
    let shorter = min(left.length, right.length)
    var common = 0
    while common < shorter && left.bytes[common] == right.bytes[common] { common += 1 }
    let longestRest = max(left.length, right.length) - common
    return common >= 8 && longestRest <= 3 && common * 4 >= 3 * shorter
  }
}
