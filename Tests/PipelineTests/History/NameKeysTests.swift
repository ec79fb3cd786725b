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
        let fits =
          short.isEmpty || short == long || (short.count == 1 && long.hasPrefix(short))
        let isFound = !contact(name(other, "Meyer")).isDisjoint(with: asked)
        #expect(isFound == fits, "\(mine) \(other)")
        #expect(contact(name(other, "Meier")).isDisjoint(with: asked))
      }
    }
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
