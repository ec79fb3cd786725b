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
  /// Denied by a record of another contact, or by one that has left its file.
  case deniedElsewhere(Objection)
  /// Granted by a record with several addresses, of which the grant names none.
  case unplaced
}

/// The statements of consent of all records of a contact.
///
/// A withdrawal works for the future and at any time (GDPR Art. 7 (3)), and the objection to
/// advertising needs no reason (Art. 21 (2), (3)): so a denial beats every grant that is not later
/// for certain. Who relies on consent must prove it (Art. 7 (1)): so a later grant counts only with
/// date and evidence. What is unknown is not consent (Art. 4 No. 11: an unambiguous indication).
struct ConsentLedger {
  private var statements: [Statement] = []
  private let objections: Objections
  /// What letters to the contact's records bear.
  private let letters: [String]

  init(_ members: [Member], objections: Objections = Objections()) {
    self.objections = objections
    letters = objections.hasLetters ? members.flatMap { letterKeys(of: $0.record) } : []
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
    let all = statements.filter { $0.consent.channel == channel }
    let about = all.filter { statement in
      statement.isAbout(address)
        || statement.consent.state == .denied && !line.isEmpty && statement.isAbout(line)
    }
    let places = channel == .post ? letters : line.isEmpty ? [address] : [address, line]
    let standing = consentStanding(
      of: about.map(\.consent), against: objections.found(channel, at: places))
    let isUnplaced = standing == .unknown && all.contains { $0.mayBeAbout(address) }
    return isUnplaced ? .unplaced : standing
  }

  /// A statement without an address is about its own record's one; nil when it is about none.
  private static func scope(of consent: Consent, in record: Record) -> Scope? {
    if consent.channel == .post { return .channel }
    if !consent.address.isEmpty {
      return .address(addressKey(consent.address, channel: consent.channel))
    }
    let isDenied = consent.state == .denied
    // A yes to calls is none to faxes.
    let values = record.values.filter { isDenied || !$0.isFax }
    var addresses: [String] = []
    for value in values {
      guard let address = addressKey(of: value, channel: consent.channel),
        !addresses.contains(address)
      else { continue }
      addresses.append(address)
    }
    if addresses.count == 1 { return .address(addresses[0]) }
    guard isDenied else { return consent.state == .granted ? .unplaced(addresses) : nil }
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
    case .unplaced: false
    }
  }

  func mayBeAbout(_ address: String) -> Bool {
    if case .unplaced(let list) = scope { return list.contains(address) }
    return false
  }
}

private enum Scope {
  case address(String)
  /// A denial that names none of the record's several addresses is about each of them.
  case addresses([String])
  /// A grant that names none of them is about none.
  case unplaced([String])
  /// A denial of a record without any address of the channel is about the whole channel.
  case channel
}

/// What statements about one address come to.
///
/// A denial beats all undated and all earlier grants; a grant later than every denial counts with
/// date and evidence; what is unknown is never a yes.
///
/// - Parameter objections: What other records have said against the address; the grant must be
///   later than these too.
func consentStanding(of statements: [Consent], against objections: [Objection] = [])
  -> ConsentStanding
{
  let grants = statements.filter { $0.state == .granted }
  let own = statements.filter { $0.state == .denied }.map { ConsentMoment($0.date) }
  let denials = own + objections.map(\.moment)
  if denials.isEmpty {
    if grants.isEmpty { return .unknown }
    return .granted(isProven: grants.contains { $0.isProven })
  }
  if isGrantedAgain(grants, after: denials) { return .grantedAgain }
  // The contact's own denials are among the objections too: they come first.
  if !own.isEmpty, !isGrantedAgain(grants, after: own) { return .denied }
  let open = objections.first { !isGrantedAgain(grants, after: [$0.moment]) } ?? objections.first
  return open.map { .deniedElsewhere($0) } ?? .denied
}

/// Whether a grant with date and evidence is later than all denials for certain.
private func isGrantedAgain(_ grants: [Consent], after denials: [ConsentMoment?]) -> Bool {
  grants.contains { grant in
    guard grant.isProven, let moment = ConsentMoment(grant.date) else { return false }
    return denials.allSatisfy { $0.map(moment.isLater(than:)) ?? false }
  }
}

extension Consent {
  /// Whether date and evidence are on file; normalizing has left out words that name none.
  fileprivate var isProven: Bool { ConsentMoment(date) != nil && !evidence.isEmpty }
}

extension FieldValue {
  fileprivate var isFax: Bool {
    if case .phone(let phone) = value { return phone.kind == .fax }
    return false
  }
}

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
