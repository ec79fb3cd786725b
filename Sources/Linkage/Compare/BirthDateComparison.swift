internal import Records

enum BirthDateLevel: UInt8, AgreementLevel {
  case missing, equal, swapped, oneOff, dayAndMonth, yearOnly, near, different

  var phrase: Phrase {
    switch self {
    case .missing: Phrase(de: "Geburtsdatum fehlt", en: "birth date missing")
    case .equal: Phrase(de: "Geburtsdatum gleich", en: "birth date equal")
    case .swapped: Phrase(de: "Tag und Monat vertauscht", en: "day and month swapped")
    case .oneOff:
      Phrase(de: "Geburtsdatum bis auf eine Angabe gleich", en: "birth date equal but for one part")
    case .dayAndMonth:
      Phrase(de: "Tag und Monat gleich, Jahr fehlt", en: "day and month equal, no year")
    case .yearOnly: Phrase(de: "Geburtsjahr gleich", en: "birth year equal")
    case .near: Phrase(de: "Geburtsdatum im selben Jahr", en: "birth dates within a year")
    case .different: Phrase(de: "anderes Geburtsdatum", en: "different birth date")
    }
  }
}

extension PairComparer {
  func birthDate(_ left: Row, _ right: Row) -> Agreement {
    guard left.birthDate != 0 && right.birthDate != 0 else { return .missing }
    return Agreement(birthDateLevel(left.birthDate, right.birthDate))
  }

  /// - Parameters: left, right: dates as `Row.birthDate` holds them, neither 0.
  func birthDateLevel(_ leftDate: UInt32, _ rightDate: UInt32) -> BirthDateLevel {
    let (left, right) = (BirthDate(number: leftDate), BirthDate(number: rightDate))
    let sameDay = left.day == right.day
    let sameMonth = left.month == right.month
    let sameYear = left.year == right.year
    if left.year == 0 || right.year == 0 {
      return sameDay && sameMonth ? .dayAndMonth : .different
    }
    if left.day == 0 || right.day == 0 { return sameYear ? .yearOnly : .different }
    if sameDay && sameMonth && sameYear { return .equal }
    if sameYear && left.day == right.month && left.month == right.day { return .swapped }
    if sameDay && sameMonth && isYearClose(left.year, right.year) { return .oneOff }
    if sameYear && (sameDay || sameMonth) { return .oneOff }
    return sameYear || areWithinYear(left, right) ? .near : .different
  }

  /// Whether less than a year lies between two full dates.
  private func areWithinYear(_ left: BirthDate, _ right: BirthDate) -> Bool {
    let (earlier, later) = left.number < right.number ? (left, right) : (right, left)
    let isBefore = (later.month, later.day) < (earlier.month, earlier.day)
    return later.year - earlier.year == 1 && isBefore
  }

  /// Whether two years are neighbors, differ in one digit or by swapped digits: 1968 and 1986.
  func isYearClose(_ left: UInt32, _ right: UInt32) -> Bool {
    if max(left, right) - min(left, right) == 1 { return true }
    var differing = 0
    var scale: UInt32 = 1
    for _ in 0..<4 {
      if left / scale % 10 != right / scale % 10 { differing += 1 }
      scale *= 10
    }
    let l = (left / 10 % 10, left % 10)
    return differing == 1 || differing == 2 && l == (right % 10, right / 10 % 10)
  }
}
