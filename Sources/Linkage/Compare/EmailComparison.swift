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
    var named = UInt8.max
    for l in mine {
      for r in others {
        let origin = (
          mailOrigin(left, at: l - mine.lowerBound), mailOrigin(right, at: r - others.lowerBound)
        )
        let (level, followsFromNames) = emailLevel(columns.lists[l], columns.lists[r], origin)
        if followsFromNames {
          named = min(named, level.rawValue)
        } else {
          best = min(best, level.rawValue)
        }
      }
    }
    if best > EmailLevel.sameDomain.rawValue, sharesDomain(left, right) {
      best = EmailLevel.sameDomain.rawValue
    }
    if named != .max, best > EmailLevel.sameDomain.rawValue {
      return Agreement(level: named, log2Frequency: Self.namedMailShare)
    }
    return best == .max ? .missing : Agreement(level: best)
  }

  /// How often namesakes at different providers have their name before the "@", as log2: one time in
  /// 64, about as often as one person does.
  private static let namedMailShare: Float = -namedMailBits
  static let namedMailBits: Float = 6

  /// Where the part of an address before the "@" comes from.
  private enum MailOrigin { case names, unnamed, own }

  private func mailOrigin(_ row: Row, at place: Int) -> MailOrigin {
    if row.namedMails & 1 << UInt16(place) != 0 { return .names }
    return row.family == 0 ? .unnamed : .own
  }

  /// - Returns: the level, and whether the addresses say no more than the names, which are compared
  ///   anyway.
  private func emailLevel(
    _ left: UInt32, _ right: UInt32, _ origin: (MailOrigin, MailOrigin)
  ) -> (level: EmailLevel, followsFromNames: Bool) {
    let a = columns.emails[left]
    if left == right {
      guard frequencies.isSharedEmail(left) else { return (.equal, false) }
      // info@ of a domain that many use tells nothing.
      let isProvider = columns.emails.domainEntries[Int(a.domain)].isShared
      return (isProvider || !frequencies.isSharedDomain(a.domain) ? .shared : .different, false)
    }
    let b = columns.emails[right]
    let isOwnDomain = a.domain == b.domain && !frequencies.isSharedDomain(a.domain)
    if !frequencies.isFunctionMailbox(left) && !frequencies.isFunctionMailbox(right) {
      let isByName = origin.0 != .own && origin.1 != .own && origin != (.unnamed, .unnamed)
      if a.local == b.local && a.localWord.length >= 5 {
        guard isDomainTypo(a.domain, b.domain) else { return (.sameLocalPart, isByName) }
        // Two spellings at one provider are two mailboxes.
        let isTaken = a.domain == b.domain && !isOwnDomain
        return (.close, isByName && (isTaken || !isTellingTypo(a.domain, b.domain)))
      }
      if isMisspelled(a, b) { return (.close, origin == (.names, .names)) }
    }
    return (isOwnDomain ? .sameDomain : .different, false)
  }

  /// Whether both parts are equal but for one edit, or two in a long address.
  private func isMisspelled(_ a: EmailEntry, _ b: EmailEntry) -> Bool {
    let shorter = min(a.localWord.length, b.localWord.length)
    // Another first letter is another person's initial, not a slip.
    guard shorter >= 6, a.localWord.bytes[0] == b.localWord.bytes[0],
      let edits = a.localWord.edits(to: b.localWord, most: shorter >= 10 ? 2 : 1),
      areEndsClose(columns.emails.locals, a.local, b.local, most: 2)
    else { return false }
    guard !differInDigitsAlone(a.local, b.local) else { return false }
    if a.domain == b.domain { return true }
    return edits <= 1 && isDomainTypo(a.domain, b.domain)
  }

  /// A number before the "@" is there because the name alone was taken: by another person.
  private func differInDigitsAlone(_ left: UInt32, _ right: UInt32) -> Bool {
    func letters(_ local: UInt32) -> [UInt8] {
      columns.emails.locals.value(of: local).filter { $0 >= UInt8(ascii: "a") }
    }
    return letters(left) == letters(right)
  }

  private func isDomainTypo(_ left: UInt32, _ right: UInt32) -> Bool {
    let a = columns.emails.domainEntries[Int(left)].word
    let b = columns.emails.domainEntries[Int(right)].word
    return a.edits(to: b, most: 1) != nil
  }

  /// Whether nearly equal domains are one by a slip, and not two firms': "ibm.example" and
  /// "ibs.example", "kranz1.example" and "kranz2.example".
  private func isTellingTypo(_ left: UInt32, _ right: UInt32) -> Bool {
    func letters(_ id: UInt32) -> [UInt8] {
      columns.emails.domains.value(of: id).prefix { $0 != UInt8(ascii: ".") }
        .filter { $0 >= UInt8(ascii: "a") }
    }
    let isProvider = (
      columns.emails.domainEntries[Int(left)].isShared,
      columns.emails.domainEntries[Int(right)].isShared
    )
    let (mine, other) = (letters(left), letters(right))
    return left == right || isProvider.0 != isProvider.1
      || min(mine.count, other.count) >= 6 && mine != other
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
