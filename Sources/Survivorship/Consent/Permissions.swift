internal import Records

/// May each e-mail address, each number and the postal address be used for advertising?
///
/// A channel without any address is answered once, with no.
///
/// - E-mail: only with a standing consent, of businesses too (UWG § 7 (2) No. 2; the exception for
///   one's own customers in (3) is not used, as no source shows its four conditions).
/// - Phone: a consumer's consent (UWG § 7 (2) No. 1); a business's presumed interest, unless it is
///   denied, or insolvency or inactivity speaks against it. A fax number needs consent (No. 2).
/// - Post: no opt-in (GDPR Art. 6 (1) (f), recital 47), but an objection forbids it (Art. 21 (3)).
/// - Deceased or blocked: nothing. The law says less of the dead than decency does (GDPR recital
///   27); a block may be a restriction of processing (Art. 18), and in doubt the stricter reading
///   holds.
func permissions(
  of contact: Contact, members: [Member], objections: Objections = Objections()
) -> [Permission] {
  let judge = PermissionJudge(contact: contact, members: members, objections: objections)
  var permissions: [Permission] = []
  for index in contact.values.indices {
    switch contact.values[index].value.attribute {
    case .email: permissions.append(judge.email(contact.values[index]))
    case .phone: if let phone = judge.phone(contact.values[index]) { permissions.append(phone) }
    default: break
    }
  }
  if !permissions.contains(where: { $0.channel == .phone }) {
    permissions.append(judge.missing(.phone, .noPhone))
  }
  if !permissions.contains(where: { $0.channel == .email }) {
    permissions.append(judge.missing(.email, .noEmail))
  }
  permissions.append(judge.post())
  return permissions
}

private struct PermissionJudge {
  let kind: Record.Kind
  let hasPostalAddress: Bool
  let statuses: Set<ContactStatus>
  let ledger: ConsentLedger
  let members: [Member]

  init(contact: Contact, members: [Member], objections: Objections) {
    kind = contact.kind
    hasPostalAddress = contact.postalAddress != nil
    statuses = contact.statuses
    ledger = ConsentLedger(members, objections: objections)
    self.members = members
  }

  func email(_ value: ContactValue) -> Permission {
    let address = value.value.value.text
    let standing = ledger.standing(.email, at: addressKey(address, channel: .email))
    if let forbidden = forbidden(value) { return permission(.email, address, false, forbidden) }
    return switch standing {
    case .granted(true): permission(.email, address, true, .emailGranted)
    case .granted(false): permission(.email, address, true, .emailGrantedUnproven)
    case .grantedAgain: permission(.email, address, true, .emailGrantedAgain)
    case .denied: permission(.email, address, false, .emailDenied)
    case .deniedElsewhere(let origin): permission(.email, address, denied: origin)
    case .unplaced: permission(.email, address, false, .grantUnplaced)
    case .unknown: permission(.email, address, false, .emailUnknown)
    }
  }

  func phone(_ value: ContactValue) -> Permission? {
    guard case .phone(let phone) = value.value.value else { return nil }
    if let forbidden = forbidden(value) { return permission(.phone, phone.text, false, forbidden) }
    let line = phone.extension.isEmpty ? "" : phone.number
    let standing = ledger.standing(
      .phone, at: addressKey(phone.text, channel: .phone),
      line: addressKey(line, channel: .phone))
    return switch standing {
    case .granted(true): permission(.phone, phone.text, true, .phoneGranted)
    case .granted(false): permission(.phone, phone.text, true, .phoneGrantedUnproven)
    case .grantedAgain: permission(.phone, phone.text, true, .phoneGrantedAgain)
    case .denied: permission(.phone, phone.text, false, .phoneDenied)
    case .deniedElsewhere(let origin): permission(.phone, phone.text, denied: origin)
    case .unplaced: unasked(phone, value, .grantUnplaced)
    case .unknown: unasked(phone, value)
    }
  }

  func post() -> Permission {
    if let barred { return permission(.post, "", false, barred) }
    let standing = ledger.standing(.post, at: "")
    if standing != .denied, !hasPostalAddress { return missing(.post, .noPostalAddress) }
    return switch standing {
    case .denied: permission(.post, "", false, .postDenied)
    case .deniedElsewhere(let origin): permission(.post, "", denied: origin)
    case .granted, .grantedAgain: permission(.post, "", true, .postGranted)
    case .unknown, .unplaced:
      permission(.post, "", true, statuses.isEmpty ? .postAllowed : .postWithStatus)
    }
  }

  /// What a contact without any address of a channel is told.
  func missing(_ channel: Consent.Channel, _ reason: PermissionReason) -> Permission {
    permission(channel, "", false, barred ?? reason)
  }

  /// A number nobody has said anything about.
  private func unasked(
    _ phone: PhoneNumber, _ value: ContactValue,
    _ consumer: PermissionReason = .phoneConsumerUnknown
  ) -> Permission {
    if phone.kind == .fax { return permission(.phone, phone.text, false, .faxUnknown) }
    guard isBusiness(value) else { return permission(.phone, phone.text, false, consumer) }
    return statuses.isEmpty
      ? permission(.phone, phone.text, true, .phonePresumed)
      : permission(.phone, phone.text, false, .phoneNotPresumed)
  }

  /// Whether the number is one of a business: every record that has it is an organization's or a
  /// contact person's, and none calls it private.
  private func isBusiness(_ value: ContactValue) -> Bool {
    if kind == .organization { return true }
    if value.value.label == .home { return false }
    let holders = [value.record] + value.agreeing
    return members.allSatisfy { member in
      let kind = member.record.kind
      return kind == .organization || kind == .contactPerson || !holders.contains(member.record.id)
    }
  }

  /// What forbids every channel.
  private var barred: PermissionReason? {
    if statuses.contains(.deceased) { return .deceased }
    return statuses.contains(.blocked) ? .blocked : nil
  }

  private func forbidden(_ value: ContactValue) -> PermissionReason? {
    if let barred { return barred }
    if value.value.mark == .invalid { return .invalidAddress }
    if case .phone(let phone) = value.value.value, !phone.isValid { return .invalidAddress }
    return nil
  }

  private func permission(
    _ channel: Consent.Channel, _ address: String, _ isAllowed: Bool, _ reason: PermissionReason
  ) -> Permission {
    Permission(channel: channel, address: address, isAllowed: isAllowed, reason: reason.phrase)
  }

  private func permission(
    _ channel: Consent.Channel, _ address: String, denied origin: Objection
  ) -> Permission {
    Permission(channel: channel, address: address, isAllowed: false, reason: origin.phrase)
  }
}
