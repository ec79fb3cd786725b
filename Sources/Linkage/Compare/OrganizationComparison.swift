internal import Records

enum OrganizationLevel: UInt8, AgreementLevel {
  case missing, equal, sameWords, otherForm, shortened, extended, overlap, rareWord, initials,
    different

  var phrase: Phrase {
    switch self {
    case .missing: Phrase(de: "Firmenname fehlt", en: "organization name missing")
    case .equal: Phrase(de: "Firmenname gleich", en: "organization name equal")
    case .sameWords:
      Phrase(
        de: "Firmenname gleich bis auf die Schreibung",
        en: "organization name equal but for spelling")
    case .otherForm:
      Phrase(
        de: "Firmenname gleich, andere Rechtsform", en: "organization name equal, other legal form")
    case .shortened:
      Phrase(
        de: "Firmenname ohne allgemeines Wort gleich",
        en: "organization name equal but for a common word")
    case .extended:
      Phrase(de: "Firmenname mit eigenem Zusatz", en: "organization name with a telling addition")
    case .overlap:
      Phrase(de: "Firmenname zum großen Teil gleich", en: "organization name mostly equal")
    case .rareWord:
      Phrase(de: "seltenes Wort im Firmennamen gleich", en: "rare word of the name equal")
    case .initials:
      Phrase(de: "Anfangsbuchstaben der Firma gleich", en: "organization's initials equal")
    case .different: Phrase(de: "anderer Firmenname", en: "different organization name")
    }
  }
}

extension PairComparer {
  func organization(_ left: Row, _ right: Row) -> Agreement {
    var best = Agreement(level: .max)
    for l in left.range(of: .organizations) {
      for r in right.range(of: .organizations) {
        let found = organizationAgreement(columns.lists[l], columns.lists[r], of: (left, right))
        if found.level < best.level { best = found }
      }
    }
    return best.level == .max ? .missing : best
  }

  private func organizationAgreement(
    _ left: UInt32, _ right: UInt32, of rows: (Row, Row)
  ) -> Agreement {
    let a = columns.organizations[left]
    let b = columns.organizations[right]
    let isOtherForm = a.legalForm != b.legalForm && a.legalForm != 0 && b.legalForm != 0
    if a.compact == b.compact {
      return Agreement(
        isOtherForm ? OrganizationLevel.otherForm : .equal,
        log2Frequency: frequencies.organization(left, right))
    }
    let overlap = wordOverlap(a, b, of: rows)
    if overlap.sharedBits > 0 { return agreement(of: overlap, isOtherForm: isOtherForm) }
    if a.initials != 0 && a.initials == compactLetters(b)
      || b.initials != 0 && b.initials == compactLetters(a)
    {
      return Agreement(OrganizationLevel.initials)
    }
    return Agreement(OrganizationLevel.different)
  }

  private func agreement(of overlap: WordOverlap, isOtherForm: Bool) -> Agreement {
    let shared = -min(overlap.sharedBits, Frequencies.mostBits)
    let mostMissing = max(overlap.leftBits, overlap.rightBits)
    let leastMissing = min(overlap.leftBits, overlap.rightBits)
    if mostMissing == 0 {
      return Agreement(
        isOtherForm ? OrganizationLevel.otherForm : .sameWords, log2Frequency: shared)
    }
    if leastMissing == 0 {
      let isCommon = mostMissing <= Frequencies.commonWordBits
      return Agreement(
        isCommon ? OrganizationLevel.shortened : .extended, log2Frequency: shared)
    }
    let all = overlap.sharedBits + overlap.leftBits + overlap.rightBits
    if overlap.sharedBits > 0.55 * all {
      return Agreement(OrganizationLevel.overlap, log2Frequency: shared)
    }
    if overlap.rarestBits >= Frequencies.rareWordBits {
      return Agreement(OrganizationLevel.rareWord, log2Frequency: -overlap.rarestBits)
    }
    return Agreement(OrganizationLevel.different)
  }

  /// The letters of a one-word name, packed like initials.
  private func compactLetters(_ entry: OrganizationEntry) -> UInt64 {
    guard entry.wordCount == 1 else { return 1 }
    let word = columns.organizations.wordEntries[Int(columns.organizations.words[Int(entry.start)])]
      .word
    guard word.length <= 8 else { return 1 }
    var packed: UInt64 = 0
    for index in 0..<word.length { packed = packed << 8 | UInt64(word.bytes[index]) }
    return packed
  }
}
