internal import Records

/// Why two records can't be one contact, whatever their weights say.
enum Veto: Sendable {
  case givenNames, generations, vatIDs, organizationNames

  var phrase: Phrase {
    switch self {
    case .givenNames: Phrase(de: "verschiedene Vornamen", en: "different given names")
    case .generations: Phrase(de: "senior und junior", en: "senior and junior")
    case .organizationNames:
      Phrase(de: "verschiedene Firmennamen", en: "different organization names")
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
    if left.kind == .organization { return organizationVeto(left, right) }
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
    if let veto = veto(left, right, bits: bits) {
      return veto == .vatIDs ? .conflictsHard : .conflicts
    }
    let isKnown =
      left.kind == .organization
      ? (1...3).contains(organization(left, right).level) : left.given != 0 && right.given != 0
    return isKnown ? .agrees : .open
  }

  /// Organizations are kept apart by their VAT ids, else by names that have nothing in common, or
  /// by a telling addition together with another legal form, as firms of one group bear it.
  private func organizationVeto(_ left: Row, _ right: Row) -> Veto? {
    switch IdentifierLevel(rawValue: identifier(.vatIDs, left, right).level) {
    case .different: return .vatIDs
    case .equal: return nil
    default: break
    }
    switch OrganizationLevel(rawValue: organization(left, right).level) {
    case .different: return .organizationNames
    case .extended, .overlap, .rareWord:
      return haveOtherForms(left, right) ? .organizationNames : nil
    default: return nil
    }
  }

  private func haveOtherForms(_ left: Row, _ right: Row) -> Bool {
    func form(_ row: Row) -> UInt16 {
      row.range(of: .organizations).first.map {
        columns.organizations[columns.lists[$0]].legalForm
      } ?? 0
    }
    return form(left) != 0 && form(right) != 0 && form(left) != form(right)
  }

  /// Whether birth date and mailbox or mobile agree, so that a given name may be wrong.
  private func isSurelyOnePerson(_ left: Row, _ right: Row) -> Bool {
    guard birthDate(left, right).level == BirthDateLevel.equal.rawValue else { return false }
    return email(left, right).level == EmailLevel.equal.rawValue
      || phone(left, right).level == PhoneLevel.mobile.rawValue
  }
}
