import Records
import Testing

@testable import Pipeline

@Suite struct ActivityLinkerTests {
  private static let place = Location(file: "a.csv", line: 2, ordinal: 1)

  private func record(
    _ kind: Record.Kind = .person, given: String = "", family: String = "", firm: String = "",
    email: String = "", number: String = ""
  ) -> Record {
    var values: [FieldValue] = []
    if !family.isEmpty {
      let name = PersonName(given: given, family: family)
      values.append(FieldValue(.name, .name(name), raw: name.text))
    }
    if !firm.isEmpty {
      let name = OrganizationName(text: firm, core: firm)
      values.append(FieldValue(.organization, .organization(name), raw: firm))
    }
    if !email.isEmpty { values.append(FieldValue(.email, .text(email), raw: email)) }
    if !number.isEmpty { values.append(FieldValue(.customerNumber, .text(number), raw: number)) }
    return Record(source: "crm", key: "k", location: Self.place, kind: kind, values: values)
  }

  private func linker(_ records: [Record], ties: [(Int, Int)] = []) -> ActivityLinker {
    var index = ContactIndex()
    for (place, record) in records.enumerated() {
      index.add(
        Contact(id: ContactID(place + 1), kind: record.kind, values: [], records: []),
        records: [record], numberings: ["crm": "house"])
    }
    for (person, firm) in ties {
      index.add(
        Relation(.worksAt, left: person, right: firm), person: ContactID(person),
        organization: ContactID(firm))
    }
    return ActivityLinker(index: index)
  }

  @Test func numberCountsInItsNumberingAlone() {
    let linker = linker([record(family: "Quast", number: "007")])
    #expect(linker.contact(of: record(number: "7"), numbering: "house")?.contact == 1)
    #expect(linker.contact(of: record(number: "7"), numbering: "other") == nil)
    #expect(linker.contact(of: record(number: "7"), numbering: nil) == nil)
  }

  @Test func firmsNumberWithANameMeansThePersonThere() {
    let linker = linker(
      [
        record(.organization, firm: "Quast", number: "1"),
        record(.contactPerson, given: "Hedda", family: "Quast"),
        record(.contactPerson, given: "Jan", family: "Ohm"),
      ], ties: [(2, 1), (3, 1)])
    let row = record(given: "H.", family: "Quast", number: "1")
    #expect(linker.contact(of: row, numbering: "house")?.contact == 2)
    let stranger = record(given: "Uta", family: "Fremd", number: "1")
    #expect(linker.contact(of: stranger, numbering: "house")?.contact == 1)
  }

  @Test func sharedMailboxNeedsAName() {
    let linker = linker([
      record(given: "Ina", family: "Quast", email: "haus@quast.example"),
      record(given: "Udo", family: "Quast", email: "haus@quast.example"),
    ])
    let row = record(email: "HAUS@quast.example")
    #expect(linker.contact(of: row, numbering: nil) == nil)
    let named = record(given: "Udo", family: "Quast", email: "haus@quast.example")
    let found = linker.contact(of: named, numbering: nil)
    #expect(found?.contact == 2)
    #expect(found?.way == .email)
  }

  @Test func twoThatFitEquallyGiveNone() {
    let linker = linker([
      record(given: "Hans", family: "Müller"), record(given: "Hans", family: "Mueller"),
      record(given: "Hanna", family: "Müller"),
    ])
    #expect(linker.contact(of: record(given: "Hans", family: "MÜLLER"), numbering: nil) == nil)
    #expect(linker.contact(of: record(given: "H.", family: "Müller"), numbering: nil) == nil)
    #expect(
      linker.contact(of: record(given: "Hanna", family: "Mueller"), numbering: nil)?.contact == 3)
  }

  @Test func familyNameAloneIsNotEnough() {
    let linker = linker([record(given: "Hans", family: "Quast")])
    #expect(linker.contact(of: record(family: "Quast"), numbering: nil) == nil)
  }

  @Test func nameAtAFirmIsSoughtThereAlone() {
    let linker = linker([
      record(.contactPerson, given: "Jan", family: "Ohm", firm: "Quast"),
      record(.organization, firm: "Ellerbrock"),
    ])
    let there = record(given: "J.", family: "Ohm", firm: "QUAST")
    #expect(linker.contact(of: there, numbering: nil)?.contact == 1)
    let elsewhere = record(given: "Jan", family: "Ohm", firm: "Ellerbrock")
    #expect(linker.contact(of: elsewhere, numbering: nil) == nil)
  }

  @Test(arguments: [
    ("Müller-Lüdenscheidt", "muellerluedenscheidt"),
    ("MUELLER LUEDENSCHEIDT", "muellerluedenscheidt"),
    ("Straße", "strasse"), ("René", "rene"), ("", ""), ("Nguyễn", "nguyen"),
    ("Mu\u{308}ller", "mueller"),
  ])
  func nameIsComparedByLettersAlone(name: String, key: String) {
    #expect(nameKey(name) == key)
  }
}
