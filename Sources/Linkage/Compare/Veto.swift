internal import Records

/// Why two records can't be one contact, whatever their weights say.
enum Veto: Sendable {
  case givenNames, genders, twins, generations, birthDates
  case vatIDs, organizationNames, sisterFirms

  var phrase: Phrase {
    switch self {
    case .givenNames: Phrase(de: "verschiedene Vornamen", en: "different given names")
    case .genders:
      Phrase(
        de: "Frau und Mann mit verschiedenen Vornamen",
        en: "a woman and a man of different given names")
    case .twins:
      Phrase(
        de: "zwei Vornamen an einem Geburtstag in einem Haushalt: vielleicht Zwillinge",
        en: "two given names with one birthday in one household: maybe twins")
    case .generations: Phrase(de: "senior und junior", en: "senior and junior")
    case .birthDates:
      Phrase(
        de: "Geburtsdaten eine Generation auseinander", en: "birth dates a generation apart")
    case .organizationNames:
      Phrase(de: "verschiedene Firmennamen", en: "different organization names")
    case .sisterFirms:
      Phrase(de: "Schwesterfirmen einer Gruppe", en: "sister firms of one group")
    case .vatIDs: Phrase(de: "verschiedene USt-IdNr.", en: "different VAT ids")
    }
  }

  /// What it says of two clusters.
  var verdict: Verdict {
    switch self {
    case .givenNames, .organizationNames: .conflicts
    case .genders, .twins, .vatIDs, .sisterFirms: .conflictsHard
    case .birthDates: .generationApart
    case .generations: .excludes
    }
  }

  /// Whether a person could still find that they are one contact.
  var isQuestion: Bool {
    switch self {
    case .givenNames, .organizationNames, .sisterFirms, .twins, .birthDates: true
    case .genders, .generations, .vatIDs: false
    }
  }
}

extension PairComparer {
  /// A pair this sure stands against different given names; where there are no households, any
  /// that is rather one person than two.
  private var beyondVeto: Float { knowsHouseholds ? 5 : 0 }
  /// A pair this sure stands against birth dates a generation apart: more than father and son share.
  private var beyondBirthDates: Float { knowsHouseholds ? 7 : 0 }
  /// The years between the births of parents and children.
  static let generation: ClosedRange<UInt32> = 15...60

  /// A reason to keep two records apart; nil when there is none, or when their score outweighs it.
  ///
  /// - Parameter bits: the pair's score. A given name or a date may be wrong; a VAT id with right
  ///   check digits hardly ever is.
  func veto(_ left: Row, _ right: Row, bits: Float) -> Veto? {
    left.kind == .organization
      ? organizationVeto(left, right) : personVeto(left, right, bits: bits)
  }

  /// The most that two organizations can score whose names differ in a telling word: parishes of one
  /// office and firms of one group share all else, so that these are questions, never sure.
  static let mostOfOtherNames: Float = 6

  /// The highest score that two records can have.
  func mostBits(_ left: Row, _ right: Row) -> Float {
    guard left.kind == .organization,
      organization(left, right).level >= OrganizationLevel.extended.rawValue,
      identifier(.vatIDs, left, right).level != IdentifierLevel.equal.rawValue
    else { return .infinity }
    return Self.mostOfOtherNames
  }

  /// What two records say of being one contact beside their score.
  func verdict(_ left: Row, _ right: Row, bits: Float) -> Verdict {
    if let veto = veto(left, right, bits: bits) { return veto.verdict }
    if surety(left, right) != nil { return .sure }
    let isKnown =
      left.kind == .organization
      ? (1...3).contains(organization(left, right).level) : left.given != 0 && right.given != 0
    return isKnown ? .agrees : .open
  }

  private func personVeto(_ left: Row, _ right: Row, bits: Float) -> Veto? {
    if left.generation != right.generation, left.generation != .unknown,
      right.generation != .unknown
    {
      return .generations
    }
    let level = GivenLevel(rawValue: given(left, right).level) ?? .missing
    if areOtherGenders(left, right, level, bits: bits) { return .genders }
    if bits < beyondBirthDates, areOtherBirthDates(left, right), !haveOwnNumber(left, right) {
      return .birthDates
    }
    if knowsHouseholds, areTwins(left, right, level) { return .twins }
    guard bits < beyondVeto else { return nil }
    switch level {
    case .different, .similar, .otherInitial:
      return isSurelyOnePerson(left, right) ? nil : .givenNames
    default: return nil
    }
  }

  /// Whether two are a woman and a man: by their salutations and by their given names too, for a
  /// salutation alone is often wrong.
  private func areOtherGenders(
    _ left: Row, _ right: Row, _ level: GivenLevel, bits: Float
  ) -> Bool {
    guard left.gender != right.gender, left.gender != .unknown, right.gender != .unknown else {
      return false
    }
    guard knowsHouseholds || bits < beyondVeto else { return false }
    switch level {
    case .similar, .different: return true
    case .nickname, .close:
      let names = (columns.names[left.givenParts.0], columns.names[right.givenParts.0])
      return names.0.ownGender != names.1.ownGender && names.0.ownGender != .unknown
        && names.1.ownGender != .unknown
    case .equal, .part, .swapped, .mailed: return false
    default: return bits < beyondVeto
    }
  }

  /// Whether two full dates lie a generation apart, and nothing of their own says that it is a slip.
  ///
  /// Slips of a few years are common in birth dates; they cost weight, and that is enough. New Year's
  /// Day is where the day is not known.
  private func areOtherBirthDates(_ left: Row, _ right: Row) -> Bool {
    func isFull(_ row: Row) -> Bool {
      row.year != 0 && row.day != 0 && !(row.day == 1 && row.month == 1)
    }
    guard isFull(left), isFull(right),
      Self.generation.contains(max(left.year, right.year) - min(left.year, right.year))
    else { return false }
    // Two births hardly have one day; what one digit of the year and one other part tell apart is
    // rather one date, written wrongly.
    let isOneDay =
      (left.day, left.month) == (right.day, right.month)
      || (left.day, left.month) == (right.month, right.day)
    let areSlips =
      isYearClose(left.year, right.year) && (left.day == right.day || left.month == right.month)
    return !isOneDay && !areSlips
      && birthDate(left, right).level == BirthDateLevel.different.rawValue
      && !haveOwnValueInCommon(left, right)
  }

  /// Whether two of one household have their own names and one birthday, and nothing of their own
  /// says that they are one.
  private func areTwins(_ left: Row, _ right: Row, _ level: GivenLevel) -> Bool {
    guard level == .nickname || level == .close || level == .similar,
      birthDate(left, right).level == BirthDateLevel.equal.rawValue,
      columns.names[left.givenParts.0].ownGender != .unknown,
      columns.names[right.givenParts.0].ownGender != .unknown
    else { return false }
    return isOneHome(left, right) && !haveOwnValueInCommon(left, right)
  }

  private func isOneHome(_ left: Row, _ right: Row) -> Bool {
    let address = AddressLevel(rawValue: address(left, right).level)
    return address == .equal || address == .nearlyEqual
      || phone(left, right).level == PhoneLevel.line.rawValue
  }

  /// Whether a mailbox, a mobile or a number that is one person's is both's.
  private func haveOwnValueInCommon(_ left: Row, _ right: Row) -> Bool {
    email(left, right).level == EmailLevel.equal.rawValue
      || phone(left, right).level == PhoneLevel.mobile.rawValue
      || identifier(.numbers, left, right).level == IdentifierLevel.equal.rawValue
      || identifier(.ibans, left, right).level == IdentifierLevel.equal.rawValue
  }

  /// Whether a column that numbers people (a member's number) has one value for both.
  private func haveOwnNumber(_ left: Row, _ right: Row) -> Bool {
    (0..<frequencies.comparedExtras.count).contains {
      extra($0, left, right).level == ExtraLevel.number.rawValue
    }
  }

  /// Whether birth date and mailbox or mobile agree, or a number of their own (a member's), so that
  /// a given name may be wrong.
  private func isSurelyOnePerson(_ left: Row, _ right: Row) -> Bool {
    if haveOwnNumber(left, right) { return true }
    guard birthDate(left, right).level == BirthDateLevel.equal.rawValue else { return false }
    return email(left, right).level == EmailLevel.equal.rawValue
      || phone(left, right).level == PhoneLevel.mobile.rawValue
  }
}
