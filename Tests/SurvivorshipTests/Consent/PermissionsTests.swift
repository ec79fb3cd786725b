import Records
import Testing

@testable import Survivorship

@Suite struct PermissionsTests {
  private let merger = Merger(rules: SurvivorshipRules(), priorities: [:])

  private func contact(kind: Record.Kind = .person, _ values: FieldValue...) -> Contact {
    merger.contact(id: 1, from: [record(1, kind: kind, values: values)])
  }

  private func reason(_ contact: Contact, _ channel: Consent.Channel) -> Phrase? {
    contact.permissions.first { $0.channel == channel }?.reason
  }

  private func isAllowed(_ contact: Contact, _ channel: Consent.Channel) -> Bool? {
    contact.permissions.first { $0.channel == channel }?.isAllowed
  }

  private let mail = email("hans@meyer.example")
  private let number = phone("+4935112345")
  private let home = address("Am Hang", "3", "01067", "Dresden")

  @Test func eachAddressAndNumberHasOneAndPostToo() {
    let contact = contact(
      mail, email("hm@work.example"), number, phone("+491711234567", kind: .mobile))
    #expect(contact.permissions.map(\.channel) == [.phone, .phone, .email, .email, .post])
    for permission in contact.permissions where permission.channel != .post {
      #expect(contact.values.contains { $0.value.value.text == permission.address })
    }
  }

  // MARK: E-mail

  @Test(arguments: Record.Kind.allCases)
  func emailNeedsConsentOfBusinessesToo(kind: Record.Kind) {
    #expect(isAllowed(contact(kind: kind, mail), .email) == false)
    let granted = contact(kind: kind, mail, consent(.email, .granted, "hans@meyer.example"))
    #expect(isAllowed(granted, .email) == true)
    #expect(reason(granted, .email) == PermissionReason.emailGrantedUnproven.phrase)
  }

  @Test func consentStaysWithItsAddressThroughTheMerge() {
    let contact = merger.contact(
      id: 1,
      from: [
        record(1, email("old@meyer.example"), consent(.email, .granted, "old@meyer.example")),
        record(
          2, source: "shop", email("new@meyer.example"),
          consent(.email, .unknown, "new@meyer.example")),
        record(
          3, source: "shop", email("gone@meyer.example"),
          consent(.email, .denied, "gone@meyer.example")),
      ])
    let allowed = contact.permissions.filter(\.isAllowed).filter { $0.channel == .email }
    #expect(allowed.map(\.address) == ["old@meyer.example"])
    #expect(contact.mayEmail.address == "old@meyer.example")
    #expect(contact.values(of: .consent).count == 3)
  }

  @Test func aWithdrawalInOneSourceBeatsTheGrantInAnother() {
    let grant = consent(
      .email, .granted, "hans@meyer.example", date: "2020-01-01", evidence: "paper")
    let withdrawal = consent(.email, .denied, "Hans@Meyer.example", date: "2022-01-01")
    let contact = merger.contact(
      id: 1, from: [record(1, mail, grant), record(2, source: "shop", mail, withdrawal)])
    #expect(isAllowed(contact, .email) == false)
    #expect(reason(contact, .email) == PermissionReason.emailDenied.phrase)
  }

  @Test func anInvalidAddressIsNotWrittenTo() {
    let bad = contact(email("hans", mark: .invalid), consent(.email, .granted, "hans"))
    #expect(isAllowed(bad, .email) == false)
    #expect(isAllowed(contact(kind: .organization, phone("12", isValid: false)), .phone) == false)
  }

  // MARK: Phone

  @Test(arguments: [
    (Record.Kind.person, false), (.household, false), (.contactPerson, true), (.organization, true),
  ])
  func aBusinessMayBeCalledAConsumerOnlyWithConsent(kind: Record.Kind, isBusiness: Bool) {
    #expect(isAllowed(contact(kind: kind, number), .phone) == isBusiness)
    #expect(
      isAllowed(contact(kind: kind, number, consent(.phone, .unknown, "+4935112345")), .phone)
        == isBusiness)
    #expect(
      isAllowed(contact(kind: kind, number, consent(.phone, .granted, "+4935112345")), .phone)
        == true)
    #expect(
      isAllowed(contact(kind: kind, number, consent(.phone, .denied, "+4935112345")), .phone)
        == false)
  }

  @Test func thePrivateNumberOfAContactPersonIsAConsumers() {
    let home = phone("+4935112345", label: .home)
    #expect(isAllowed(contact(kind: .contactPerson, home), .phone) == false)
  }

  @Test func theNumberAtWorkOfAKnownPersonStaysBusiness() {
    let contact = merger.contact(
      id: 1,
      from: [
        record(1, kind: .contactPerson, name("Hans", "Meyer"), number),
        record(2, source: "shop", name("Hans", "Meyer"), phone("+491711234567", kind: .mobile)),
      ])
    #expect(contact.kind == .person)
    #expect(contact.mayPhone.address == "+4935112345")
    #expect(contact.permissions.filter { $0.channel == .phone && $0.isAllowed }.count == 1)
  }

  @Test func aDenialForALineIsOneForItsExtensions() {
    let direct = phone("+4935112345", extension: "23")
    let denied = contact(kind: .organization, direct, consent(.phone, .denied, "+4935112345"))
    #expect(isAllowed(denied, .phone) == false)
    let granted = contact(direct, consent(.phone, .granted, "+4935112345"))
    #expect(isAllowed(granted, .phone) == false)
  }

  @Test func aFaxNumberNeedsConsentOfBusinessesToo() {
    let fax = phone("+4935112345", kind: .fax)
    #expect(isAllowed(contact(kind: .organization, fax), .phone) == false)
    #expect(reason(contact(kind: .organization, fax), .phone) == PermissionReason.faxUnknown.phrase)
  }

  // MARK: Post and status

  @Test func aLetterNeedsNoOptInButNoObjection() {
    #expect(isAllowed(contact(home, mail), .post) == true)
    #expect(isAllowed(contact(home, consent(.post, .unknown)), .post) == true)
    #expect(isAllowed(contact(home, consent(.post, .denied)), .post) == false)
    #expect(isAllowed(contact(home, consent(.email, .denied)), .post) == true)
    let again = consent(.post, .granted, date: "2023-01-01", evidence: "letter")
    let before = consent(.post, .denied, date: "2022-01-01")
    #expect(isAllowed(contact(home, before, again), .post) == true)
    #expect(isAllowed(contact(home, consent(.post, .denied), again), .post) == false)
  }

  @Test func withoutAnAddressTheAnswerIsNo() {
    let bare = contact(name("Hans", "Meyer"), consent(.email, .granted), consent(.post, .granted))
    #expect(bare.permissions.map(\.channel) == [.phone, .email, .post])
    #expect(bare.permissions.allSatisfy { !$0.isAllowed && $0.address.isEmpty })
    let reasons: [PermissionReason] = [.noPhone, .noEmail, .noPostalAddress]
    #expect(bare.permissions.map(\.reason) == reasons.map(\.phrase))
    let townOnly = contact(address("", "", "01067", "Dresden"))
    #expect(reason(townOnly, .post) == PermissionReason.noPostalAddress.phrase)
    #expect(reason(contact(consent(.post, .denied)), .post) == PermissionReason.postDenied.phrase)
    let dead = contact(text(.status, "deceased"))
    #expect(dead.permissions.allSatisfy { $0.reason == PermissionReason.deceased.phrase })
  }

  @Test(arguments: [
    ("deceased", false, false, false), ("blocked", false, false, false),
    ("insolvent", true, false, true), ("inactive", true, false, true), ("active", true, true, true),
  ])
  func statusRestricts(status: String, email: Bool, phone: Bool, post: Bool) {
    let contact = contact(
      kind: .organization, home, mail, consent(.email, .granted, "hans@meyer.example"), number,
      text(.status, status))
    #expect(isAllowed(contact, .email) == email)
    #expect(isAllowed(contact, .phone) == phone)
    #expect(isAllowed(contact, .post) == post)
  }

  @Test func aBlockStaysWhenTheContactIsInsolventToo() {
    let contact = merger.contact(
      id: 1,
      from: [
        record(1, text(.status, "insolvent")), record(2, source: "shop", text(.status, "blocked")),
      ])
    #expect(contact.first(.status)?.value.text == "insolvent")
    #expect(reason(contact, .post) == PermissionReason.blocked.phrase)
  }

  // MARK: Laws

  @Test(arguments: 1...60)
  func mergingNeverTurnsADenialIntoAYes(seed: Int) {
    let records = generatedCluster(seed)
    let merged = merger.contact(id: 1, from: records)
    for permission in merged.permissions where permission.isAllowed && permission.channel != .post {
      for record in records {
        let denials = record.values.contains {
          guard case .consent(let consent) = $0.value else { return false }
          return consent.state == .denied && consent.channel == permission.channel
            && consent.address == permission.address
        }
        #expect(!denials)
      }
    }
  }

  @Test(arguments: 1...60)
  func reasonsHoldNoValues(seed: Int) {
    let contact = merger.contact(id: 1, from: generatedCluster(seed))
    let known = Set(PermissionReason.allCases.map(\.phrase))
    #expect(contact.permissions.allSatisfy { known.contains($0.reason) })
  }
}
