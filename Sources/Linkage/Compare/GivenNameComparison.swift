internal import Records

enum GivenLevel: UInt8, AgreementLevel {
  case missing, equal, nickname, part, close, initial, swapped
  case mailed, mailedInitial, mailedDifferent
  case otherInitial, similar, different

  var phrase: Phrase {
    switch self {
    case .missing: Phrase(de: "Vorname fehlt", en: "given name missing")
    case .equal: Phrase(de: "Vorname gleich", en: "given name equal")
    case .nickname: Phrase(de: "Vorname als Rufname", en: "given name as nickname")
    case .part:
      Phrase(de: "ein Vorname von mehreren gleich", en: "one of several given names equal")
    case .close: Phrase(de: "Vorname fast gleich", en: "given name nearly equal")
    case .initial:
      Phrase(de: "Anfangsbuchstabe des Vornamens gleich", en: "given name's initial equal")
    case .swapped: Phrase(de: "Vor- und Nachname vertauscht", en: "given and family name swapped")
    case .mailed:
      Phrase(de: "Vorname wie in der E-Mail-Adresse", en: "given name as in the e-mail address")
    case .mailedInitial:
      Phrase(
        de: "Anfangsbuchstabe wie in der E-Mail-Adresse", en: "initial as in the e-mail address")
    case .mailedDifferent:
      Phrase(
        de: "anderer Vorname in der E-Mail-Adresse", en: "other given name in the e-mail address")
    case .otherInitial:
      Phrase(de: "anderer Anfangsbuchstabe des Vornamens", en: "given name's initial differs")
    case .similar:
      Phrase(de: "ähnlicher, aber eigener Vorname", en: "similar, but different given name")
    case .different: Phrase(de: "anderer Vorname", en: "different given name")
    }
  }
}

extension PairComparer {
  func given(_ left: Row, _ right: Row) -> Agreement {
    if left.given != 0 && right.given != 0 { return spelledGiven(left, right) }
    let leftName = left.given != 0 ? left.given : left.mailedGiven
    let rightName = right.given != 0 ? right.given : right.mailedGiven
    guard leftName != 0 && rightName != 0 else { return .missing }
    return mailedGiven(
      left.given != 0 ? left.givenParts.0 : leftName,
      right.given != 0 ? right.givenParts.0 : rightName)
  }

  private func spelledGiven(_ left: Row, _ right: Row) -> Agreement {
    if left.given == right.given {
      let level = columns.names[left.given].isInitial ? GivenLevel.initial : .equal
      guard level == .equal else { return Agreement(level) }
      return Agreement(
        level,
        log2Frequency: left.family == right.family
          ? frequencies.givenOfFamily(left.given) : frequencies.given(left.given))
    }
    if isSwapped(left, right) {
      return Agreement(GivenLevel.swapped, log2Frequency: frequencies.swapped(left, right))
    }
    let first = columns.names[left.givenParts.0]
    let other = columns.names[right.givenParts.0]
    if first.isInitial || other.isInitial { return initials(left, first, right, other) }
    if let part = sharedPart(left, right) {
      return Agreement(GivenLevel.part, log2Frequency: frequencies.given(part))
    }
    let whole = relation(left.given, right.given)
    if whole != .different { return Agreement(whole) }
    return Agreement(relation(left.givenParts.0, right.givenParts.0))
  }

  private func initials(
    _ left: Row, _ first: NameEntry, _ right: Row, _ other: NameEntry
  ) -> Agreement {
    if first.word.bytes[0] == other.word.bytes[0] {
      return first.isInitial && left.mailedGiven != 0 && other.isInitial == false
        || other.isInitial && right.mailedGiven != 0 && first.isInitial == false
        ? mailedBehindInitial(left, first, right, other) : Agreement(GivenLevel.initial)
    }
    return Agreement(GivenLevel.otherInitial)
  }

  /// An initial is as good as the name in the e-mail address, where that begins with it.
  private func mailedBehindInitial(
    _ left: Row, _ first: NameEntry, _ right: Row, _ other: NameEntry
  ) -> Agreement {
    let mailed = first.isInitial ? left.mailedGiven : right.mailedGiven
    let spelled = first.isInitial ? right.givenParts.0 : left.givenParts.0
    let entry = columns.names[mailed]
    guard !entry.isInitial, entry.word.bytes[0] == first.word.bytes[0] else {
      return Agreement(GivenLevel.initial)
    }
    let found = mailedGiven(mailed, spelled)
    return found.level == GivenLevel.mailed.rawValue ? found : Agreement(GivenLevel.initial)
  }

  private func mailedGiven(_ left: UInt32, _ right: UInt32) -> Agreement {
    if left == right && !columns.names[left].isInitial {
      return Agreement(GivenLevel.mailed, log2Frequency: frequencies.given(left))
    }
    let first = columns.names[left]
    let other = columns.names[right]
    if first.isInitial || other.isInitial {
      let isEqual = first.word.bytes[0] == other.word.bytes[0]
      return Agreement(isEqual ? GivenLevel.mailedInitial : .mailedDifferent)
    }
    switch relation(left, right) {
    case .nickname, .close: return Agreement(GivenLevel.mailedInitial)
    default: return Agreement(GivenLevel.mailedDifferent)
    }
  }

  /// Whether both bear the same names, but in the other's fields.
  func isSwapped(_ left: Row, _ right: Row) -> Bool {
    if left.family == 0 || right.family == 0 {
      // A family name alone, in the given name's field.
      return left.given == right.family || right.given == left.family
    }
    return isSpelling(left.given, right.family) && isSpelling(right.given, left.family)
  }

  /// Whether two names are equal but for a slip or two.
  private func isSpelling(_ left: UInt32, _ right: UInt32) -> Bool {
    if left == right { return !columns.names[left].isInitial }
    let a = columns.names[left].word
    let b = columns.names[right].word
    let shorter = min(a.length, b.length)
    return shorter >= 5 && a.edits(to: b, most: shorter >= 8 ? 2 : 1) != nil
  }

  /// A given name that both have, beside others.
  private func sharedPart(_ left: Row, _ right: Row) -> UInt32? {
    func isShared(_ part: UInt32) -> Bool {
      part != 0 && (part == right.givenParts.0 || part == right.givenParts.1)
        && !columns.names[part].isInitial
    }
    if isShared(left.givenParts.0) { return left.givenParts.0 }
    return isShared(left.givenParts.1) ? left.givenParts.1 : nil
  }

  /// How two different given names, both spelled out, relate.
  private func relation(_ leftName: UInt32, _ rightName: UInt32) -> GivenLevel {
    let left = columns.names[leftName]
    let right = columns.names[rightName]
    if left.nicknameGroup != 0 && left.nicknameGroup == right.nicknameGroup { return .nickname }
    let apart = left.word.lettersApart(from: right.word)
    guard apart <= 4, abs(left.word.length - right.word.length) <= 2 else { return .different }
    let edits = editDistance(left.word, right.word)
    let longer = max(left.word.length, right.word.length)
    guard edits == 1 && longer >= 4 || edits == 2 && longer >= 7 else {
      return left.code == right.code && edits <= 3 ? .close : .different
    }
    if isGendered(left.word, right.word) { return .similar }
    if left.code == right.code { return .close }
    // Names that many bear are no misspellings of each other: "Andrea" and "Andreas".
    let areBothCommon = frequencies.isCommonGiven(leftName) && frequencies.isCommonGiven(rightName)
    return areBothCommon ? .similar : .close
  }

  /// Whether one name is the other's female form: "Martin" and "Martina", "Mario" and "Maria".
  private func isGendered(_ left: Word, _ right: Word) -> Bool {
    let (shorter, longer) = left.length <= right.length ? (left, right) : (right, left)
    let last = longer.bytes[longer.length - 1]
    let isFemaleEnding = last == UInt8(ascii: "a") || last == UInt8(ascii: "e")
    if shorter.length == longer.length {
      let other = shorter.bytes[shorter.length - 1]
      return (last == UInt8(ascii: "a") && other == UInt8(ascii: "o"))
        || (other == UInt8(ascii: "a") && last == UInt8(ascii: "o"))
    }
    return isFemaleEnding && shorter.isPrefix(of: longer)
  }
}
