internal import Records

enum FamilyLevel: UInt8, AgreementLevel {
  case missing, equal, part, close, phonetic, birthName, similar, different

  var phrase: Phrase {
    switch self {
    case .missing: Phrase(de: "Nachname fehlt", en: "surname missing")
    case .equal: Phrase(de: "Nachname gleich", en: "surname equal")
    case .part: Phrase(de: "Teil des Doppelnamens gleich", en: "part of the double name equal")
    case .close: Phrase(de: "Nachname fast gleich", en: "surname nearly equal")
    case .phonetic: Phrase(de: "Nachname klingt gleich", en: "surname sounds alike")
    case .birthName: Phrase(de: "Geburtsname gleich", en: "birth name equal")
    case .similar: Phrase(de: "Nachname ähnlich", en: "surname similar")
    case .different: Phrase(de: "anderer Nachname", en: "different surname")
    }
  }
}

extension PairComparer {
  func family(_ left: Row, _ right: Row) -> Agreement {
    guard left.family != 0 && right.family != 0 else { return .missing }
    if left.family == right.family {
      return Agreement(FamilyLevel.equal, log2Frequency: frequencies.family(left.family))
    }
    if let part = sharedFamilyPart(left, right) {
      return Agreement(FamilyLevel.part, log2Frequency: frequencies.family(part))
    }
    // The given names' comparison counts both.
    if isSwapped(left, right) { return .missing }
    if left.birthName != 0 && (left.birthName == right.family || left.birthName == right.birthName)
      || right.birthName != 0 && right.birthName == left.family
    {
      return Agreement(FamilyLevel.birthName)
    }
    return Agreement(relation(columns.names[left.family], columns.names[right.family]))
  }

  /// A name that one bears alone or in a double name, and the other in a double name.
  private func sharedFamilyPart(_ left: Row, _ right: Row) -> UInt32? {
    let l = left.familyParts
    let r = right.familyParts
    if l.0 == 0 && r.0 == 0 { return nil }
    if l.0 != 0 && (l.0 == right.family || l.0 == r.0 || l.0 == r.1) { return l.0 }
    if l.1 != 0 && (l.1 == right.family || l.1 == r.0 || l.1 == r.1) { return l.1 }
    if r.0 != 0 && r.0 == left.family { return r.0 }
    if r.1 != 0 && r.1 == left.family { return r.1 }
    return nil
  }

  private func relation(_ left: NameEntry, _ right: NameEntry) -> FamilyLevel {
    let soundsAlike = left.code == right.code && left.code != 0
    let apart = left.word.lettersApart(from: right.word)
    guard soundsAlike || apart <= 5 else { return .different }
    let longer = max(left.word.length, right.word.length)
    guard abs(left.word.length - right.word.length) <= 4 else { return .different }
    let edits = editDistance(left.word, right.word)
    if edits == 1 && longer >= 4 || edits == 2 && longer >= 8 { return .close }
    if soundsAlike && edits <= 3 && left.code > 0x1F { return .phonetic }
    guard edits <= 4 else { return .different }
    return jaroWinkler(left.word, right.word) >= 0.86 ? .similar : .different
  }
}
