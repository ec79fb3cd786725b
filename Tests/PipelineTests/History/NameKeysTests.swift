import Records
import Testing

@testable import Pipeline

@Suite struct NameKeysTests {
  private func record(_ values: FieldValue...) -> Record {
    Record(
      source: "s", key: "1", location: Location(file: "", line: 0, ordinal: 0), kind: .person,
      values: values)
  }

  private func name(_ given: String, _ family: String) -> FieldValue {
    FieldValue(.name, .name(PersonName(given: given, family: family)), raw: "")
  }

  private func contact(_ values: FieldValue...) -> Set<NameKey> {
    let records = [
      Record(
        source: "s", key: "1", location: Location(file: "", line: 0, ordinal: 0), kind: .person,
        values: values)
    ]
    return Set(ContactNames(1, kind: .person, records: records, numberings: ["s": "n"]).keys)
  }

  /// Who may be meant shares a name with the row, and nobody else does.
  @Test func whoseGivenNameFitsIsFound() {
    let givens = ["", "H.", "Hans", "Hanna", "P.", "Peter", "Änne"]
    for mine in givens {
      let asked = AskedNames(record(name(mine, "Meyer")), numbering: nil).all
      for other in givens {
        let (one, two) = (nameKey(mine), nameKey(other))
        let (short, long) = one.count <= two.count ? (one, two) : (two, one)
        // A family name alone finds nobody.
        let fits =
          !one.isEmpty
          && (short.isEmpty || short == long || (short.count == 1 && long.hasPrefix(short)))
        let isFound = !contact(name(other, "Meyer")).isDisjoint(with: asked)
        #expect(isFound == fits, "\(mine) \(other)")
        #expect(contact(name(other, "Meier")).isDisjoint(with: asked))
      }
    }
  }

  private func firm(_ text: String) -> FieldValue {
    FieldValue(.organization, .organization(OrganizationName(text: text, core: text)), raw: text)
  }

  /// At an organization somebody is asked for there alone.
  @Test func whoIsAtAnOrganizationIsFoundThere() {
    let row = AskedNames(record(name("Hans", "Meyer"), firm("Quast")), numbering: nil)
    #expect(!contact(name("Hanna", "Meyer"), firm("QUAST")).isDisjoint(with: row.all))
    #expect(contact(name("Hans", "Meyer"), firm("Ohm")).isDisjoint(with: row.all))
    #expect(contact(name("Hans", "Meyer")).isDisjoint(with: row.all))
    // Whose employer's name is known from a tie.
    let employee = Array(contact(name("Hans", "Meyer")))
    let organization = ContactNames(
      2, kind: .organization, records: [record(firm("Quast"))], numberings: [:])
    #expect(!Set(employee.places(at: organization.keys)).isDisjoint(with: row.all))
  }

  @Test func sumTellsWhetherAContactIsCalledOtherwise() {
    func sum(_ id: ContactID, _ values: FieldValue...) -> UInt64 {
      let records = [
        Record(
          source: "s", key: "1", location: Location(file: "", line: 0, ordinal: 0), kind: .person,
          values: values)
      ]
      return ContactNames(id, kind: .person, records: records, numberings: [:]).sum
    }
    let meyer = name("Hans", "Meyer")
    #expect(sum(1, meyer) == sum(1, meyer))
    let sums = [
      sum(1, meyer), sum(2, meyer), sum(1, name("Hanna", "Meyer")), sum(1, meyer, firm("Ohm")),
    ]
    #expect(Set(sums).count == 4)
  }

  @Test func numbersAndAddressesAreFound() {
    let number = FieldValue(.customerNumber, .text("K-17"), raw: "")
    let mail = FieldValue(.email, .text("Eva@Post.example"), raw: "")
    let keys = contact(number, mail)
    #expect(!keys.isDisjoint(with: AskedNames(record(number), numbering: "n").all))
    #expect(keys.isDisjoint(with: AskedNames(record(number), numbering: "m").all))
    #expect(AskedNames(record(number), numbering: nil).all.isEmpty)
    let small = FieldValue(.email, .text("eva@post.example"), raw: "")
    #expect(!keys.isDisjoint(with: AskedNames(record(small), numbering: nil).all))
  }

  @Test func onlyWhatWasLookedAtCounts() {
    let row = record(
      name("Eva", "Heide"), FieldValue(.email, .text("eva@post.example"), raw: ""))
    let asked = AskedNames(row, numbering: nil)
    #expect(asked.keys(of: [.email]).count == 1)
    #expect(asked.keys(of: []).isEmpty)
    #expect(Set(asked.keys(of: [.email, .person, .organization, .number])) == Set(asked.all))
  }
}
