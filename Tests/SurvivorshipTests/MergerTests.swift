import Records
import Testing

@testable import Survivorship

@Suite struct MergerTests {
  private let merger = Merger(rules: SurvivorshipRules(), priorities: ["erp": 10])

  private func contact(_ records: Record...) -> Contact {
    merger.contact(id: 1, from: records)
  }

  // MARK: Examples

  @Test func fourMeyersAreOneContact() {
    let contact = contact(
      record(1, name("Hans", "Meyer"), email("hans@meyer.example"), phone("+4935112345")),
      record(2, source: "outlook", name("H.", "Meyer"), phone("+491711234567", kind: .mobile)),
      record(3, source: "shop", name("HANS", "MEYER"), email("Hans@Meyer.example")),
      record(4, source: "liste", name("Hans", "Meier"), address("Am Hang", "3", "01067", "Dresden"))
    )
    #expect(contact.first(.name)?.value.text == "Hans Meyer")
    let chosen = contact.values(of: .name)[0]
    #expect(chosen.record == 1)
    #expect(chosen.agreeing == [2, 3])
    #expect(chosen.rule == .sourcePriority)
    #expect(chosen.lost.map(\.record) == [4])
    #expect(contact.values(of: .email).map(\.agreeing) == [[3]])
    #expect(contact.values(of: .phone).count == 2)
    #expect(contact.records == [1, 2, 3, 4])
  }

  @Test func anInitialAgreesWithItsFullNameEvenAgainstPriority() {
    let contact = contact(
      record(1, name("H.", "Meyer")), record(2, source: "shop", name("Hans", "Meyer")))
    let chosen = contact.values(of: .name)[0]
    #expect(chosen.value.value.text == "Hans Meyer")
    #expect(chosen.agreeing == [1])
    #expect(chosen.rule == .mostComplete)
  }

  @Test func anInitialSpeaksForEachNameItMayMean() {
    let contact = contact(
      record(1, name("H.", "Meyer")), record(2, source: "shop", name("Heinz", "Meyer")),
      record(3, source: "shop", name("Hans", "Meyer")),
      record(4, source: "shop", name("Hans", "Meyer")))
    let chosen = contact.values(of: .name)[0]
    #expect(chosen.value.value.text == "Hans Meyer")
    #expect(chosen.rule == .mostFrequent)
    #expect(chosen.agreeing == [1, 4])
    #expect(chosen.lost.map(\.record) == [2])
  }

  @Test func mostRestrictiveStatusWins() {
    let contact = contact(
      record(1, text(.status, "inactive")), record(2, source: "shop", text(.status, "deceased")),
      record(3, text(.status, "blocked")))
    #expect(contact.values(of: .status).map(\.value.value.text) == ["deceased"])
    #expect(contact.values(of: .status)[0].rule == .mostRestrictive)
    #expect(contact.statuses == [.inactive, .deceased, .blocked])
  }

  @Test func anInvalidValueLosesAgainstAValidOne() {
    let contact = contact(
      record(1, text(.vatID, "DE1", mark: .invalid)),
      record(2, source: "shop", text(.vatID, "DE136695976")))
    #expect(contact.first(.vatID)?.value.text == "DE136695976")
    #expect(contact.values(of: .vatID)[0].lost.map(\.record) == [1])
  }

  @Test func aShorterAddressIsNotListedTwice() {
    let contact = contact(
      record(1, address("", "", "01067", "Dresden")),
      record(2, source: "shop", address("Hauptstraße", "12", "01067", "Dresden")),
      record(3, source: "liste", address("Haupstraße", "12", "01067", "Dresden")),
      record(4, source: "liste", address("Hauptstraße", "14", "01067", "Dresden")))
    let addresses = contact.values(of: .address)
    #expect(addresses.count == 2)
    let holders = addresses.flatMap { value -> [RecordID] in
      [value.record] + value.agreeing + value.lost.map(\.record)
    }
    #expect(holders.count == 4)
    #expect(Set(holders).count == 4)
  }

  @Test func columnsKeepDifferentValuesAndUniteEqualOnes() {
    let contact = contact(
      record(1, extra("Geschenk", "Wein"), extra("2021", "x")),
      record(2, source: "liste", extra("Geschenk", "wein"), extra("2021", "ja")))
    #expect(contact.values(of: .extra).map(\.value.name) == ["2021", "2021", "Geschenk"])
    #expect(contact.values(of: .extra).map(\.value.value.text) == ["x", "ja", "Wein"])
  }

  @Test func oneNumberForEachUseWhenTheRulesKeepOne() throws {
    var rules = SurvivorshipRules()
    try rules.set(["most-recent"], for: "phone")
    let merger = Merger(rules: rules, priorities: [:])
    let contact = merger.contact(
      id: 1,
      from: [
        record(
          1, phone("+4935111111"), phone("+491711111111", kind: .mobile), changed("2020-01-01")),
        record(2, phone("+4935122222"), changed("2023-01-01")),
      ])
    #expect(contact.values(of: .phone).map(\.value.value.text) == ["+4935122222", "+491711111111"])
    #expect(contact.values(of: .phone).map(\.rule) == [.mostRecent, .onlyValue])
    #expect(contact.values(of: .phone)[0].lost.map(\.record) == [1])
  }

  @Test(arguments: [
    ([Record.Kind.person, .contactPerson], Record.Kind.person),
    ([.contactPerson, .contactPerson], .contactPerson),
    ([.organization, .organization], .organization),
    ([.organization, .contactPerson], .organization),
    ([.organization, .person, .person], .person),
    ([.household, .person], .person),
    ([.household], .household),
  ])
  func kindFollowsFromTheRecords(kinds: [Record.Kind], kind: Record.Kind) {
    #expect(contactKind(of: kinds) == kind)
  }

  // MARK: Laws

  @Test(arguments: 1...60)
  func orderOfRecordsDoesNotMatter(seed: Int) {
    var sequence = Sequence32(seed)
    let records = generatedCluster(seed)
    let first = merger.contact(id: 1, from: records)
    let second = merger.contact(id: 1, from: sequence.shuffled(records))
    #expect(first.values == second.values)
    #expect(first.permissions == second.permissions)
    #expect(first.kind == second.kind && first.records == second.records)
  }

  @Test(arguments: 1...60)
  func idsDoNotMatter(seed: Int) {
    let records = generatedCluster(seed)
    let renumbered = records.map { record in
      var record = record
      record.id = 100 - record.id
      return record
    }
    let first = merger.contact(id: 1, from: records)
    let second = merger.contact(id: 1, from: renumbered)
    #expect(first.values.map(\.value) == second.values.map(\.value))
    #expect(first.values.map(\.record) == second.values.map { 100 - $0.record })
    #expect(first.values.map(\.rule) == second.values.map(\.rule))
  }

  @Test(arguments: 1...60)
  func nothingIsInventedAndNothingLost(seed: Int) {
    let records = generatedCluster(seed)
    let contact = merger.contact(id: 1, from: records)
    var accounted: Set<Claim> = []
    for value in contact.values {
      let holder = records.first { $0.id == value.record }
      #expect(holder?.values.contains(value.value) == true)
      #expect(!value.agreeing.contains(value.record))
      accounted.insert(Claim(value.value.attribute, value.value.name, value.record))
      for id in value.agreeing {
        accounted.insert(Claim(value.value.attribute, value.value.name, id))
      }
      for lost in value.lost {
        #expect(records.first { $0.id == lost.record }?.values.contains(lost.value) == true)
        accounted.insert(Claim(lost.value.attribute, lost.value.name, lost.record))
      }
    }
    for record in records {
      for value in record.values {
        #expect(accounted.contains(Claim(value.attribute, value.name, record.id)))
      }
    }
  }

  @Test(arguments: 1...60)
  func everyValueIsChosenOrAgreesOrLost(seed: Int) {
    let records = generatedCluster(seed)
    let contact = merger.contact(id: 1, from: records)
    for record in records {
      for value in record.values {
        let peers = contact.values(of: value.attribute)
        let stands = peers.contains { peer in
          let holds = peer.record == record.id || peer.agreeing.contains(record.id)
          let says =
            key(of: peer.value) == key(of: value) || Shape(peer.value).covers(Shape(value))
          return holds && says
        }
        let lost = peers.flatMap(\.lost).contains(LostValue(value: value, record: record.id))
        #expect(stands || lost)
      }
    }
  }

  @Test(arguments: 1...60)
  func aMergedRecordMergesToItself(seed: Int) {
    guard let first = generatedCluster(seed).first else { return }
    let once = merger.contact(id: 1, from: [first])
    var again = first
    again.values = once.values.map(\.value)
    let twice = merger.contact(id: 1, from: [again])
    #expect(once.values.map(\.value) == twice.values.map(\.value))
    #expect(twice.values.allSatisfy { $0.lost.isEmpty && $0.agreeing.isEmpty })
  }

  @Test(arguments: 1...60)
  func valuesAreInTheOrderOfAttributes(seed: Int) {
    let contact = merger.contact(id: 1, from: generatedCluster(seed))
    let order = contact.values.compactMap { Attribute.allCases.firstIndex(of: $0.value.attribute) }
    #expect(order == order.sorted())
  }

  @Test(arguments: 1...60)
  func everyReasonIsKnownBeforehand(seed: Int) {
    let records = generatedCluster(seed)
    var objections = Objections()
    for record in generatedCluster(seed + 1) { objections.add(record, isGone: seed % 2 == 0) }
    let merger = Merger(rules: SurvivorshipRules(), priorities: [:], objections: objections)
    let known = Set(merger.permissionReasons)
    for permission in merger.contact(id: 1, from: records).permissions {
      #expect(known.contains(permission.reason))
    }
  }

  @Test(arguments: 1...60)
  func lettersNeedNoMoreThanTheyAreGiven(seed: Int) {
    let contacts = (0..<4).map {
      merger.contact(id: ContactID($0), from: generatedCluster(seed + $0))
    }
    for households in [[contacts], contacts.map { [$0] }] {
      let slim = households.map { $0.map(\.forLetters) }
      #expect(householdLines(of: households) == householdLines(of: slim))
    }
  }

  @Test func noRecordsGiveAnEmptyContact() {
    #expect(merger.contact(id: 1, from: []).values.isEmpty)
  }
}

private struct Claim: Hashable {
  let attribute: Attribute
  let name: String
  let record: RecordID

  init(_ attribute: Attribute, _ name: String, _ record: RecordID) {
    self.attribute = attribute
    self.name = name
    self.record = record
  }
}
