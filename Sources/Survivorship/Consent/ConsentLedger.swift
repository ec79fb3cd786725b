internal import Records

/// What all statements about one channel and address come to.
enum ConsentStanding: Hashable {
  /// Nothing is known, or only that nothing is known.
  case unknown
  /// Granted and never denied; whether date and evidence are on file.
  case granted(isProven: Bool)
  /// Granted again after a denial, with date and evidence.
  case grantedAgain
  case denied
}

/// The statements of consent of all records of a contact.
///
/// A withdrawal works for the future and at any time (GDPR Art. 7 (3)), and the objection to
/// advertising needs no reason (Art. 21 (2), (3)): so a denial beats every grant that is not later
/// for certain. Who relies on consent must prove it (Art. 7 (1)): so a later grant counts only with
/// date and evidence. What is unknown is not consent (Art. 4 No. 11: an unambiguous indication).
struct ConsentLedger {
  private var statements: [Statement] = []

  init(_ members: [Member]) {
    for member in members {
      let values = member.record.values
      for index in values.indices where values[index].attribute == .consent {
        guard case .consent(let consent) = values[index].value else { continue }
        if let scope = Self.scope(of: consent, in: member.record) {
          statements.append(Statement(consent: consent, scope: scope))
        }
      }
    }
  }

  /// The standing of a channel at an address.
  ///
  /// - Parameters:
  ///   - address: As `addressKey` gives it; empty for post.
  ///   - line: The number without its extension: who denies calls to a line denies them at each of
  ///     its extensions.
  func standing(_ channel: Consent.Channel, at address: String, line: String = "")
    -> ConsentStanding
  {
    let about = statements.filter {
      $0.consent.channel == channel
        && ($0.isAbout(address) || $0.consent.state == .denied && !line.isEmpty && $0.isAbout(line))
    }
    return consentStanding(of: about.map(\.consent))
  }

  /// A statement without an address is about its own record's one; nil when it is about none.
  private static func scope(of consent: Consent, in record: Record) -> Scope? {
    if consent.channel == .post { return .channel }
    if !consent.address.isEmpty {
      return .address(addressKey(consent.address, channel: consent.channel))
    }
    let addresses = record.values.compactMap { addressKey(of: $0, channel: consent.channel) }
    if addresses.count == 1 { return .address(addresses[0]) }
    guard consent.state == .denied else { return nil }
    return addresses.isEmpty ? .channel : .addresses(addresses)
  }
}

/// A statement, and the addresses it is about.
private struct Statement {
  let consent: Consent
  let scope: Scope

  func isAbout(_ address: String) -> Bool {
    switch scope {
    case .address(let own): own == address
    case .addresses(let list): list.contains(address)
    case .channel: true
    }
  }
}

private enum Scope {
  case address(String)
  /// A denial that names none of the record's several addresses is about each of them.
  case addresses([String])
  /// A denial of a record without any address of the channel is about the whole channel.
  case channel
}

/// What statements about one address come to.
///
/// A denial beats all undated and all earlier grants; a grant later than every denial counts with
/// date and evidence; what is unknown is never a yes.
func consentStanding(of statements: [Consent]) -> ConsentStanding {
  let grants = statements.filter { $0.state == .granted }
  let denials = statements.filter { $0.state == .denied }
  if denials.isEmpty {
    if grants.isEmpty { return .unknown }
    return .granted(isProven: grants.contains { $0.isProven })
  }
  let denialMoments = denials.map { ConsentMoment($0.date) }
  let isGrantedAgain = grants.contains { grant in
    guard grant.isProven, let moment = ConsentMoment(grant.date) else { return false }
    return denialMoments.allSatisfy { $0.map(moment.isLater(than:)) ?? false }
  }
  return isGrantedAgain ? .grantedAgain : .denied
}

extension Consent {
  /// Whether date and evidence are on file; a word that says nothing is no evidence.
  fileprivate var isProven: Bool {
    ConsentMoment(date) != nil && !emptyWords.contains(folded(evidence))
  }
}

/// Words that stand in evidence columns where there is none, folded.
private let emptyWords: Set<String> = [
  "", "unbekannt", "unknown", "keine", "keiner", "kein", "none", "n a", "na", "k a", "nein", "no",
  "null", "0",
]

/// The form in which addresses of a channel are equal.
func addressKey(_ address: String, channel: Consent.Channel) -> String {
  lowercasedASCII(address)
}

/// The address a value gives to a channel; nil when it gives none.
func addressKey(of field: FieldValue, channel: Consent.Channel) -> String? {
  switch (channel, field.attribute) {
  case (.email, .email), (.phone, .phone): addressKey(field.value.text, channel: channel)
  default: nil
  }
}
