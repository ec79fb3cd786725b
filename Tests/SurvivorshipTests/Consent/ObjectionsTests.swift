import Records
import Testing

@testable import Survivorship

@Suite struct ObjectionsTests {
  private func objections(_ records: [Record], gone: Bool = false) -> Objections {
    var objections = Objections()
    for record in records { objections.add(record, isGone: gone) }
    return objections
  }

  private func contact(_ records: Record..., against objections: Objections) -> Contact {
    Merger(rules: SurvivorshipRules(), priorities: [:], objections: objections)
      .contact(id: 1, from: records)
  }

  private let mail = email("shared@post.example")
  private let grant = consent(
    .email, .granted, "shared@post.example", date: "2020-01-01", evidence: "DOI")
  private let later = consent(
    .email, .granted, "shared@post.example", date: "2024-01-01", evidence: "DOI")
  private let denial = consent(.email, .denied, "Shared@post.example", date: "2023-01-01")

  @Test func anObjectionReachesTheAddressInAnotherContact() {
    let others = objections([record(9, source: "news", mail, denial)])
    let contact = contact(record(1, mail, grant), against: others)
    #expect(!contact.mayEmail.isAllowed)
    #expect(
      contact.mayEmail.reason.english == "objected in another record of this address (news)")
    let other = self.contact(record(1, email("own@post.example"), grant), against: others)
    #expect(other.mayEmail.reason == PermissionReason.emailUnknown.phrase)
  }

  @Test func aLaterGrantWithEvidenceStands() {
    let others = objections([record(9, mail, denial)])
    let contact = contact(record(1, mail, later), against: others)
    #expect(contact.mayEmail.reason == PermissionReason.emailGrantedAgain.phrase)
    let undated = objections([record(9, mail, consent(.email, .denied))])
    #expect(!self.contact(record(1, mail, later), against: undated).mayEmail.isAllowed)
  }

  @Test func anObjectionStaysWhenItsRowIsGone() {
    let gone = objections([record(9, source: "news", mail, denial)], gone: true)
    let contact = contact(record(1, mail, consent(.email, .granted)), against: gone)
    #expect(!contact.mayEmail.isAllowed)
    #expect(contact.mayEmail.reason.german.contains("früheren Datensatz"))
  }

  @Test func theContactsOwnObjectionIsItsOwn() {
    let own = record(1, mail, grant, denial)
    let contact = contact(own, against: objections([own]))
    #expect(contact.mayEmail.reason == PermissionReason.emailDenied.phrase)
  }

  @Test func aSharedLineIsDeniedToItsExtensionsToo() {
    let line = phone("+4935112345")
    let others = objections([record(9, line, consent(.phone, .denied))])
    let direct = phone("+4935112345", extension: "23")
    #expect(
      !contact(record(1, kind: .organization, direct), against: others).mayPhone.isAllowed)
    let another = phone("+4935112399")
    #expect(
      contact(record(1, kind: .organization, another), against: others).mayPhone.isAllowed)
  }

  @Test func aDenialWithoutAddressReachesAllOfItsRecordAndNoMore() {
    let others = objections([record(9, mail, email("b@post.example"), consent(.email, .denied))])
    for address in ["shared@post.example", "b@post.example"] {
      #expect(others.found(.email, at: [address]).count == 1)
    }
    #expect(others.found(.phone, at: ["shared@post.example"]).isEmpty)
    #expect(objections([record(9, consent(.email, .denied))]).found(.email, at: [""]).isEmpty)
  }

  // MARK: Letters

  private let door = address("Hauptstraße", "12", "01067", "Dresden")

  @Test func lettersAreDeniedToTheSameNameAtTheSameDoor() {
    let others = objections(
      [record(9, name("Hans", "Müller"), door, consent(.post, .denied))], gone: true)
    let same = contact(record(1, name("Hans", "Mueller"), door), against: others)
    #expect(!same.mayPost.isAllowed)
    let spouse = contact(record(1, name("Erika", "Müller"), door), against: others)
    #expect(spouse.mayPost.isAllowed)
    let moved = contact(
      record(1, name("Hans", "Müller"), address("Am Hang", "3", "80331", "München")),
      against: others)
    #expect(moved.mayPost.isAllowed)
    let junior = contact(record(1, name("Hans", "Müller", suffix: "jun."), door), against: others)
    #expect(junior.mayPost.isAllowed)
  }

  @Test func letterKeysNeedANameAndADoor() {
    #expect(letterKeys(of: record(1, name("", "Müller"), door)).isEmpty)
    #expect(letterKeys(of: record(1, name("Hans", "Müller"))).isEmpty)
    #expect(letterKeys(of: record(1, organization("Beispiel", "GmbH"), door)).count == 1)
  }

  // MARK: Laws

  private func generated(_ seed: Int) -> [Record] {
    var sequence = Sequence32(seed)
    let addresses = ["a@b.example", "c@d.example", "e@f.example"]
    return (1...6).map { id in
      let mine = (0..<(1 + sequence.number(below: 2))).map { _ in sequence.pick(addresses) }
      let statements = (0..<sequence.number(below: 4)).map { _ in
        consent(
          .email, sequence.pick(Consent.State.allCases), sequence.pick(addresses + [""]),
          date: sequence.pick([
            "", "2020-01-01", "2021-05", "2022-03-01T12:00:00Z", "2022-03-01T23:30:00-05:00",
            "2022-03-02", "2023",
          ]), evidence: sequence.pick(["", "paper"]))
      }
      return record(
        RecordID(id), source: sequence.pick(["erp", "shop", "news"]),
        values: mine.map { email($0) } + statements)
    }
  }

  private func allowed(_ contact: Contact) -> Set<String> {
    Set(contact.permissions.filter { $0.channel == .email && $0.isAllowed }.map(\.address))
  }

  @Test(arguments: 1...80)
  func theOrderOfRecordsPlaysNoPart(seed: Int) {
    let records = generated(seed)
    var sequence = Sequence32(seed + 1000)
    let one = Merger(
      rules: SurvivorshipRules(), priorities: [:], objections: objections(records))
    let other = Merger(
      rules: SurvivorshipRules(), priorities: [:],
      objections: objections(sequence.shuffled(records)))
    let twice = Merger(
      rules: SurvivorshipRules(), priorities: [:], objections: objections(records + records))
    let members = Array(records.prefix(3))
    let permissions = one.contact(id: 1, from: members).permissions
    #expect(permissions == other.contact(id: 1, from: sequence.shuffled(members)).permissions)
    #expect(permissions == twice.contact(id: 1, from: members).permissions)
  }

  @Test(arguments: 1...80)
  func addingADenialNeverMakesAYes(seed: Int) {
    let records = generated(seed)
    let members = Array(records.prefix(3))
    let before = Merger(
      rules: SurvivorshipRules(), priorities: [:], objections: objections(records))
    let yes = allowed(before.contact(id: 1, from: members))
    for date in ["", "2019-01-01", "2022-03-01T12:00:00Z", "2024-01-01"] {
      let denial = record(
        99, source: "news", email("a@b.example"), consent(.email, .denied, date: date))
      let after = Merger(
        rules: SurvivorshipRules(), priorities: [:], objections: objections(records + [denial]))
      #expect(allowed(after.contact(id: 1, from: members)).isSubset(of: yes))
      #expect(allowed(after.contact(id: 1, from: members + [denial])).isSubset(of: yes))
    }
  }

  @Test(arguments: 1...80)
  func aYesNeverCrossesAddresses(seed: Int) {
    let records = generated(seed)
    let merger = Merger(
      rules: SurvivorshipRules(), priorities: [:], objections: objections(records))
    for address in allowed(merger.contact(id: 1, from: records)) {
      let isGranted = records.contains { record in
        record.values.contains { value in
          guard case .consent(let consent) = value.value, consent.state == .granted else {
            return false
          }
          let own = Set(record.values.compactMap { addressKey(of: $0, channel: .email) })
          return consent.address == address || consent.address.isEmpty && own == [address]
        }
      }
      #expect(isGranted)
    }
  }

  @Test func reasonsNameTheirSourceThereOrGone() {
    let all = objections([record(9, source: "news", mail, denial)]).phrases.map(\.english)
    #expect(all.count == 2)
    #expect(all.allSatisfy { $0.hasSuffix("(news)") })
  }
}
