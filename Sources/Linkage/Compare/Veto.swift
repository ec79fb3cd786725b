internal import Records

/// Why two records can't be one contact, whatever their weights say.
enum Veto: Sendable {
  case givenNames, generations, vatIDs

  var phrase: Phrase {
    switch self {
    case .givenNames: Phrase(de: "verschiedene Vornamen", en: "different given names")
    case .generations: Phrase(de: "senior und junior", en: "senior and junior")
    case .vatIDs: Phrase(de: "verschiedene USt-IdNr.", en: "different VAT ids")
    }
  }
}

extension PairComparer {
  /// A pair this sure stands against different given names.
  static let beyondVeto: Float = 5

  /// A reason to keep two records apart; nil when there is none, or when their score outweighs it.
  ///
  /// - Parameter bits: the pair's score. A given name may be wrong; a VAT id with right check
  ///   digits hardly ever is.
  func veto(_ left: Row, _ right: Row, bits: Float) -> Veto? {
    if left.kind == .organization {
      return identifier(.vatIDs, left, right).level == IdentifierLevel.different.rawValue
        ? .vatIDs : nil
    }
    guard bits < Self.beyondVeto else { return nil }
    if sameOrNot(left.generation.rawValue, right.generation.rawValue).level
      == SameOrNotLevel.different.rawValue
    {
      return .generations
    }
    switch GivenLevel(rawValue: given(left, right).level) {
    case .different, .similar, .otherInitial:
      return isSurelyOnePerson(left, right) ? nil : .givenNames
    default: return nil
    }
  }

  /// What two records say of being one contact beside their score.
  func verdict(_ left: Row, _ right: Row, bits: Float) -> Verdict {
    if veto(left, right, bits: bits) != nil { return .conflicts }
    let isKnown =
      left.kind == .organization
      ? !left.range(of: .vatIDs).isEmpty && !right.range(of: .vatIDs).isEmpty
      : left.given != 0 && right.given != 0
    return isKnown ? .agrees : .open
  }

  /// Whether birth date and mailbox or mobile agree, so that a given name may be wrong.
  private func isSurelyOnePerson(_ left: Row, _ right: Row) -> Bool {
    guard birthDate(left, right).level == BirthDateLevel.equal.rawValue else { return false }
    return email(left, right).level == EmailLevel.equal.rawValue
      || phone(left, right).level == PhoneLevel.mobile.rawValue
  }
}
