internal import Records

enum EmailLevel: UInt8, AgreementLevel {
  case missing, equal, shared, close, sameLocalPart, sameDomain, different

  var phrase: Phrase {
    switch self {
    case .missing: Phrase(de: "E-Mail fehlt", en: "e-mail missing")
    case .equal: Phrase(de: "E-Mail gleich", en: "e-mail equal")
    case .shared: Phrase(de: "gemeinsames Postfach", en: "shared mailbox")
    case .close: Phrase(de: "E-Mail fast gleich", en: "e-mail nearly equal")
    case .sameLocalPart: Phrase(de: "E-Mail vor dem @ gleich", en: "e-mail equal before the @")
    case .sameDomain: Phrase(de: "eigene Mail-Domain gleich", en: "own mail domain equal")
    case .different: Phrase(de: "andere E-Mail", en: "different e-mail")
    }
  }
}

extension PairComparer {
  func email(_ left: Row, _ right: Row) -> Agreement {
    let mine = left.range(of: .emails)
    let others = right.range(of: .emails)
    if left.emailMarks & right.emailMarks == 0 {
      return mine.isEmpty || others.isEmpty ? .missing : Agreement(EmailLevel.different)
    }
    var best = UInt8.max
    for l in mine {
      for r in others {
        best = min(best, emailLevel(columns.lists[l], columns.lists[r]).rawValue)
      }
    }
    if best > EmailLevel.sameDomain.rawValue, sharesDomain(left, right) {
      best = EmailLevel.sameDomain.rawValue
    }
    return best == .max ? .missing : Agreement(level: best)
  }

  private func emailLevel(_ left: UInt32, _ right: UInt32) -> EmailLevel {
    let a = columns.emails[left]
    if left == right {
      guard frequencies.isSharedEmail(left) else { return .equal }
      // info@ of a domain that many use tells nothing.
      let isProvider = columns.emails.domainEntries[Int(a.domain)].isShared
      return isProvider || !frequencies.isSharedDomain(a.domain) ? .shared : .different
    }
    let b = columns.emails[right]
    let sameDomain = a.domain == b.domain
    if !a.isFunction && !b.isFunction {
      if a.local == b.local && a.localWord.length >= 5 {
        return isDomainTypo(a.domain, b.domain) ? .close : .sameLocalPart
      }
      if isMisspelled(a, b) { return .close }
    }
    return sameDomain && !frequencies.isSharedDomain(a.domain)
      ? .sameDomain : .different
  }

  /// Whether both parts are equal but for one edit, or two in a long address.
  private func isMisspelled(_ a: EmailEntry, _ b: EmailEntry) -> Bool {
    let shorter = min(a.localWord.length, b.localWord.length)
    // Another first letter is another person's initial, not a slip.
    guard shorter >= 6, a.localWord.bytes[0] == b.localWord.bytes[0],
      let edits = a.localWord.edits(to: b.localWord, most: shorter >= 10 ? 2 : 1)
    else { return false }
    if a.domain == b.domain { return true }
    return edits <= 1 && isDomainTypo(a.domain, b.domain)
  }

  private func isDomainTypo(_ left: UInt32, _ right: UInt32) -> Bool {
    let a = columns.emails.domainEntries[Int(left)].word
    let b = columns.emails.domainEntries[Int(right)].word
    return a.edits(to: b, most: 1) != nil
  }

  /// Whether an e-mail's or a web site's own domain is one of the other's.
  private func sharesDomain(_ left: Row, _ right: Row) -> Bool {
    let l = left.range(of: .domains)
    let r = right.range(of: .domains)
    if l.isEmpty && r.isEmpty { return false }
    for index in l {
      if hasDomain(columns.lists[index], right) { return true }
    }
    for index in r where hasDomain(columns.lists[index], left) { return true }
    return false
  }

  private func hasDomain(_ domain: UInt32, _ row: Row) -> Bool {
    guard !frequencies.isSharedDomain(domain) else { return false }
    return row.range(of: .domains).contains { columns.lists[$0] == domain }
      || row.range(of: .emails).contains { columns.emails[columns.lists[$0]].domain == domain }
  }
}
