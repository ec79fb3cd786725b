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
        ContactNames(
          Contact(id: ContactID(place + 1), kind: record.kind, values: [], records: []),
          records: [record], numberings: ["crm": "house"]))
    }
    for (person, firm) in ties {
      index.add(
        Relation(.worksAt, left: person, right: firm), person: ContactID(person),
        organization: ContactID(firm))
    }
    return ActivityLinker(index: index)
  }

  /// The contact found; nil when there is none.
  private func contact(_ linker: ActivityLinker, _ row: Record, _ numbering: String? = nil)
    -> ContactID?
  {
    linker.answer(for: row, numbering: numbering).contact
  }

  @Test func numberCountsInItsNumberingAlone() {
    let linker = linker([record(family: "Quast", number: "007")])
    #expect(contact(linker, record(number: "7"), "house") == 1)
    #expect(contact(linker, record(number: "7"), "other") == nil)
    #expect(contact(linker, record(number: "7"), nil) == nil)
  }

  @Test func firmsNumberWithANameMeansThePersonThere() {
    let linker = linker(
      [
        record(.organization, firm: "Quast", number: "1"),
        record(.contactPerson, given: "Hedda", family: "Quast"),
        record(.contactPerson, given: "Jan", family: "Ohm"),
      ], ties: [(2, 1), (3, 1)])
    let row = record(given: "H.", family: "Quast", number: "1")
    #expect(contact(linker, row, "house") == 2)
    let stranger = record(given: "Uta", family: "Fremd", number: "1")
    #expect(contact(linker, stranger, "house") == 1)
  }

  @Test func sharedMailboxNeedsAName() {
    let linker = linker([
      record(given: "Ina", family: "Quast", email: "haus@quast.example"),
      record(given: "Udo", family: "Quast", email: "haus@quast.example"),
    ])
    let row = record(email: "HAUS@quast.example")
    #expect(contact(linker, row, nil) == nil)
    let named = record(given: "Udo", family: "Quast", email: "haus@quast.example")
    #expect(linker.answer(for: named, numbering: nil) == .found(2, .email))
    #expect(linker.answer(for: row, numbering: nil) == .none(.several))
  }

  @Test func twoThatFitEquallyGiveNone() {
    let linker = linker([
      record(given: "Hans", family: "Müller"), record(given: "Hans", family: "Mueller"),
      record(given: "Hanna", family: "Müller"),
    ])
    #expect(contact(linker, record(given: "Hans", family: "MÜLLER"), nil) == nil)
    #expect(contact(linker, record(given: "H.", family: "Müller"), nil) == nil)
    #expect(
      contact(linker, record(given: "Hanna", family: "Mueller"), nil) == 3)
  }

  @Test func familyNameAloneIsNotEnough() {
    let linker = linker([record(given: "Hans", family: "Quast")])
    #expect(contact(linker, record(family: "Quast"), nil) == nil)
  }

  @Test func nameAtAFirmIsSoughtThereAlone() {
    let linker = linker([
      record(.contactPerson, given: "Jan", family: "Ohm", firm: "Quast"),
      record(.organization, firm: "Ellerbrock"),
    ])
    let there = record(given: "J.", family: "Ohm", firm: "QUAST")
    #expect(contact(linker, there, nil) == 1)
    let elsewhere = record(given: "Jan", family: "Ohm", firm: "Ellerbrock")
    #expect(linker.answer(for: elsewhere, numbering: nil) == .found(2, .organization))
    let unknown = record(given: "Jan", family: "Ohm", firm: "Fremd")
    #expect(linker.answer(for: unknown, numbering: nil) == .none(.unknown))
  }

  @Test func whatARowSaysNarrowsDownWhomItMeans() {
    let linker = linker([
      record(given: "Ina", family: "Quast", email: "ina@post.example", number: "7"),
      record(given: "Ina", family: "Quast", email: "quast@post.example", number: "7"),
      record(.organization, firm: "Ohm", email: "info@ohm.example"),
      record(.organization, firm: "Brandt", email: "info@ohm.example"),
    ])
    let doubled = record(family: "Quast", number: "Kd.-Nr. 007")
    #expect(linker.answer(for: doubled, numbering: "house") == .none(.several))
    let told = record(family: "Quast", email: "quast@post.example", number: "KD-7")
    #expect(linker.answer(for: told, numbering: "house") == .found(2, .customerNumber))
    let firm = record(.organization, firm: "BRANDT", email: "info@ohm.example")
    #expect(linker.answer(for: firm, numbering: nil) == .found(4, .email))
  }

  @Test func nameTellsWhoOfThoseLeftIsMeantWhoeverElseIsCalledSo() {
    let linker = linker([
      record(given: "J.", family: "Ohm", number: "7"),
      record(given: "Ina", family: "Ohm", number: "7"), record(given: "Jan", family: "Ohm"),
    ])
    let row = record(given: "Jan", family: "Ohm", number: "7")
    #expect(linker.answer(for: row, numbering: "house") == .found(1, .customerNumber))
  }

  @Test(arguments: [
    ("Müller-Lüdenscheidt", "muellerluedenscheidt"),
    ("MUELLER LUEDENSCHEIDT", "muellerluedenscheidt"),
    ("Straße", "strasse"), ("René", "rene"), ("", ""), ("Nguyễn", "nguyen"),
    ("Mu\u{308}ller", "mueller"),
  ])
  func nameIsComparedByLettersAlone(name: String, key: String) {
    #expect(nameKey(name) == key)
    #expect(anyNameKey(name) == key)
  }
}
