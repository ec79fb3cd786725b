import Records
import Testing

@testable import Survivorship

@Suite struct HouseholdLineTests {
  private let home = address("Hauptstraße", "12", "01067", "Dresden")

  private func contact(_ id: ContactID, kind: Record.Kind = .person, _ values: FieldValue...)
    -> Contact
  {
    let merger = Merger(rules: SurvivorshipRules(), priorities: [:])
    return merger.contact(id: id, from: [record(id, kind: kind, values: values)])
  }

  private func person(_ id: ContactID, _ given: String, _ family: String, _ more: FieldValue...)
    -> Contact
  {
    let merger = Merger(rules: SurvivorshipRules(), priorities: [:])
    return merger.contact(id: id, from: [record(id, values: [name(given, family), home] + more)])
  }

  private func addressees(_ contacts: Contact...) -> [String] {
    householdLines(of: [contacts]).lines.map(\.addressee)
  }

  // MARK: Addressees

  @Test func twoOfOneFamilyAreNamedTogether() {
    #expect(
      addressees(person(1, "Hans", "Müller"), person(2, "Erika", "Mueller")) == [
        "Hans und Erika Müller"
      ])
    #expect(
      addressees(person(1, "Hans", "Müller", text(.title, "Dr.")), person(2, "Erika", "Müller"))
        == ["Dr. Hans und Erika Müller"])
  }

  @Test func threeOfOneFamilyAreTheFamily() {
    let three = [
      person(1, "Hans", "Müller"), person(2, "Erika", "Müller"), person(3, "Max", "Müller"),
    ]
    #expect(householdLines(of: [three]).lines.map(\.addressee) == ["Familie Müller"])
    #expect(
      householdLines(of: [three], language: .english).lines.map(\.addressee) == ["Müller family"])
    #expect(householdLines(of: [three]).lines[0].contacts == [1, 2, 3])
  }

  @Test func peopleOfTwoNamesStandInFull() {
    #expect(
      addressees(person(1, "Hans", "Müller"), person(2, "Erika", "Schmidt"))
        == ["Hans Müller und Erika Schmidt"])
  }

  @Test func familyAndAnotherName() {
    #expect(
      addressees(
        person(1, "Hans", "Müller"), person(2, "Erika", "Schmidt"), person(3, "Max", "Müller"),
        person(4, "Ida", "Müller")) == ["Familie Müller und Erika Schmidt"])
  }

  @Test func manyNamesAtOneDoorAreNoHousehold() {
    let lines = addressees(
      person(1, "Hans", "Müller"), person(2, "Erika", "Schmidt"), person(3, "Max", "Weber"),
      person(4, "Ida", "Wolf"))
    #expect(lines == ["Erika Schmidt", "Hans Müller", "Ida Wolf", "Max Weber"])
  }

  @Test func aCouplesRecordNamesBoth() {
    let couple = contact(1, kind: .household, name("Hans und Erika", "Müller"), home)
    #expect(addressees(couple) == ["Hans und Erika Müller"])
    #expect(addressees(couple, person(2, "Hans", "Müller")) == ["Hans und Erika Müller"])
    let unmarried = contact(
      3, kind: .household, name("Yvonne und Stefan", "Günther und Lauckner"), home)
    #expect(addressees(unmarried) == ["Yvonne Günther und Stefan Lauckner"])
  }

  @Test func aFamilysRecordIsTheFamily() {
    let family = contact(1, kind: .household, name("", "Müller"), home)
    #expect(addressees(family) == ["Familie Müller"])
    #expect(addressees(family, person(2, "Hans", "Müller")) == ["Familie Müller"])
  }

  @Test func aNameAloneTakesItsSalutation() {
    #expect(addressees(person(1, "", "Müller", text(.salutation, "Herr"))) == ["Herrn Müller"])
    #expect(
      addressees(person(1, "", "Müller", text(.salutation, "Frau"), text(.title, "Dr."))) == [
        "Frau Dr. Müller"
      ])
    #expect(addressees(person(1, "", "Müller")) == ["Müller"])
    #expect(addressees(person(1, "", "Müller"), person(2, "Erika", "Müller")) == ["Familie Müller"])
  }

  // MARK: Who must not be named

  @Test func whoObjectedIsNotNamedNorMeantByFamily() {
    let lines = householdLines(of: [
      [
        person(1, "Hans", "Müller", consent(.post, .denied)), person(2, "Erika", "Müller"),
        contact(3, kind: .household, name("", "Müller"), home),
      ]
    ])
    #expect(lines.lines.map(\.addressee) == ["Erika Müller"])
    #expect(lines.leftOut == [.objection: 1])
  }

  @Test func theDeadAreNotNamed() {
    let couple = contact(1, kind: .household, name("Hans und Erika", "Müller"), home)
    let lines = householdLines(of: [
      [couple, person(2, "Hans", "Müller", text(.status, "deceased"))]
    ])
    #expect(lines.lines.map(\.addressee) == ["Erika Müller"])
    #expect(lines.leftOut == [.deceased: 1])
  }

  @Test func aFamilysObjectionIsEachOnes() {
    let family = contact(1, kind: .household, name("", "Müller"), home, consent(.post, .denied))
    let lines = householdLines(of: [[family, person(2, "Hans", "Müller")]])
    #expect(lines.lines.isEmpty)
    #expect(lines.leftOut == [.objection: 2])
  }

  @Test func whoIsLeftOutIsCountedByReason() {
    let lines = householdLines(of: [
      [contact(1, name("Hans", "Meyer"))],
      [person(2, "Ida", "Wolf", text(.status, "blocked"))],
      [contact(3, home, email("a@b.example"))],
      [contact(4, name("Max", "Weber"), address("", "", "01067", "Dresden"))],
    ])
    #expect(lines.lines.isEmpty)
    #expect(lines.leftOut == [.noAddress: 2, .blocked: 1, .noName: 1])
  }

  // MARK: Where to

  @Test func organizationsStandAlone() {
    let firm = contact(1, kind: .organization, organization("Beispiel", "GmbH"), home)
    let lines = householdLines(of: [[firm, person(2, "Hans", "Müller")]]).lines
    #expect(lines.map(\.addressee) == ["Beispiel GmbH", "Hans Müller"])
  }

  @Test func aContactPersonsLetterNamesTheFirm() {
    let hans = contact(
      1, kind: .contactPerson, name("Hans", "Müller"), organization("Beispiel", "GmbH"), home)
    let line = householdLines(of: [[hans]]).lines[0]
    #expect(line.addressee == "Hans Müller")
    #expect(line.organization == "Beispiel GmbH")
    #expect(line.street == "Hauptstraße 12")
  }

  @Test(arguments: [("1234", "Postfach 12 34"), ("12345", "Postfach 1 23 45"), ("7", "Postfach 7")])
  func poBoxIsWrittenInPairs(number: String, line: String) {
    let box = Address(poBox: number, postalCode: "01001", place: "Dresden", country: "DE")
    let field = FieldValue(.address, .address(box), raw: "")
    let hans = contact(1, name("Hans", "Müller"), field)
    #expect(householdLines(of: [[hans]]).lines.map(\.street) == [line])
  }

  @Test func theAddressMostOfThemShareIsTaken() {
    let old = address("Altweg", "1", "01069", "Dresden")
    let lines = householdLines(of: [
      [
        contact(1, name("Hans", "Müller"), old), person(2, "Erika", "Müller"),
        person(3, "Max", "Müller"),
      ]
    ]).lines
    #expect(lines.map(\.street) == ["Hauptstraße 12"])
  }

  // MARK: Laws

  @Test func groupsFollowFromThePairs() {
    let contacts = (1...5).map { person(ContactID($0), "N\($0)", "Müller") }
    let groups = households(of: contacts.reversed(), joined: [(4, 2), (2, 5), (9, 1)])
    #expect(groups.map { $0.map(\.id) } == [[1], [2, 4, 5], [3]])
  }

  @Test(arguments: 1...20)
  func everyContactIsInOneLineOrLeftOut(seed: Int) {
    var sequence = Sequence32(seed)
    let merger = Merger(rules: SurvivorshipRules(), priorities: [:])
    let contacts = (1...12).map {
      merger.contact(id: ContactID($0), from: generatedCluster(seed * 100 + $0))
    }
    let pairs = (0..<5).map { _ in
      (ContactID(sequence.number(below: 12) + 1), ContactID(sequence.number(below: 12) + 1))
    }
    let lines = householdLines(of: households(of: contacts, joined: pairs))
    let named = lines.lines.flatMap(\.contacts)
    #expect(Set(named).count == named.count)
    #expect(named.count + lines.leftOut.values.reduce(0, +) == 12)
    let again = householdLines(of: households(of: sequence.shuffled(contacts), joined: pairs))
    #expect(again == lines)
  }
}
