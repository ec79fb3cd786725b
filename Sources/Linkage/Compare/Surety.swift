internal import Records

/// Why two records are surely one contact, whatever else is missing.
enum Surety: Sendable {
  case person, registeredFirm, organization

  var phrase: Phrase {
    switch self {
    case .person:
      Phrase(
        de: "Name, Ort und eigene E-Mail-Adresse oder Mobilnummer gleich",
        en: "name, place and own mailbox or mobile number equal")
    case .registeredFirm:
      Phrase(
        de: "Firma, Rechtsform und Anschrift gleich",
        en: "organization name, legal form and address equal")
    case .organization:
      Phrase(
        de: "Firma, Anschrift und Telefonnummer gleich",
        en: "organization name, address and phone number equal")
    }
  }
}

extension PairComparer {
  /// The reason that no father and son, no namesake and no neighbor leaves; nil when there is none.
  ///
  /// Asked only where nothing rules the pair out.
  func surety(_ left: Row, _ right: Row) -> Surety? {
    guard left.kind == right.kind else { return nil }
    switch left.kind {
    case .person: return isSurelyThePerson(left, right) ? .person : nil
    case .organization: return organizationSurety(left, right)
    case .household: return nil
    }
  }

  /// Equal names, an own mailbox or mobile and one place, and nothing that tells father from son.
  private func isSurelyThePerson(_ left: Row, _ right: Row) -> Bool {
    guard left.generation == right.generation, left.family != 0, left.family == right.family,
      left.given == right.given, given(left, right).level == GivenLevel.equal.rawValue,
      email(left, right).level == EmailLevel.equal.rawValue
        || phone(left, right).level == PhoneLevel.mobile.rawValue
    else { return false }
    switch AddressLevel(rawValue: address(left, right).level) {
    case .equal, .nearlyEqual, .street, .samePlaceNoStreet: break
    default: return false
    }
    let birthDates = BirthDateLevel(rawValue: birthDate(left, right).level)
    return birthDates != .different && birthDates != .oneOff && birthDates != .near
      && sameOrNot(left.gender.rawValue, right.gender.rawValue).level
        != SameOrNotLevel.different.rawValue
  }

  /// One name in one house: with one legal form, for no two registered firms of a town may bear one
  /// name (§ 30 HGB), or with one phone number.
  private func organizationSurety(_ left: Row, _ right: Row) -> Surety? {
    guard organization(left, right).level == OrganizationLevel.equal.rawValue,
      address(left, right).level == AddressLevel.equal.rawValue
    else { return nil }
    if form(of: left) != 0, form(of: left) == form(of: right) { return .registeredFirm }
    switch PhoneLevel(rawValue: phone(left, right).level) {
    case .line, .mobile: return .organization
    default: return nil
    }
  }

  private func form(of row: Row) -> UInt16 {
    row.range(of: .organizations).first.map {
      columns.organizations[columns.lists[$0]].legalForm
    } ?? 0
  }
}
