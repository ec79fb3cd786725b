import Records
import Testing

@testable import Pipeline

@Suite struct ContactIndexTests {
  private func index(_ values: [FieldValue], source: String = "crm", id: ContactID = 1)
    -> ContactIndex
  {
    var index = ContactIndex()
    let record = Record(
      source: source, key: "k", location: Location(file: "a", line: 1, ordinal: 1), kind: .person,
      values: values)
    index.add(
      ContactNames(
        Contact(id: id, kind: .person, values: [], records: []), records: [record],
        numberings: ["crm": "house"]))
    return index
  }

  @Test(arguments: ["7", "07", "0007"])
  func leadingZerosAreOfNoMatter(number: String) {
    let index = index([FieldValue(.customerNumber, .text("007"), raw: "007")])
    #expect(index.contacts(number: number, numbering: "house") == [1])
    #expect(index.contacts(number: number, numbering: "other") == [])
  }

  @Test func numberOfZerosIsANumber() {
    let index = index([FieldValue(.customerNumber, .text("000"), raw: "000")])
    #expect(index.contacts(number: "000", numbering: "house") == [1])
    #expect(index.contacts(number: "1", numbering: "house") == [])
  }

  @Test func numbersOfSourcesWithoutNumberingAreNotFound() {
    let index = index([FieldValue(.customerNumber, .text("7"), raw: "7")], source: "list")
    #expect(index.contacts(number: "7", numbering: "house") == [])
  }

  @Test func mailIsFoundInAnyCaseUnlessItIsInvalid() {
    let index = index([
      FieldValue(.email, .text("A@post.example"), raw: "A@post.example"),
      FieldValue(.email, .text("b@@post"), raw: "b@@post", mark: .invalid),
    ])
    #expect(index.contacts(email: "a@POST.example") == [1])
    #expect(index.contacts(email: "b@@post") == [])
  }

  @Test func personIsFoundByTheFamilyNameInAnySpelling() {
    let name = PersonName(given: "Jürgen", family: "Größmann")
    let index = index([FieldValue(.name, .name(name), raw: "")])
    #expect(index.people(family: "GROESSMANN").map(\.given) == ["juergen"])
    #expect(index.names(of: 1).count == 1)
    #expect(index.people(family: "Grossmann").isEmpty)
  }

  @Test func lettersOfLatinOneHaveTheKeysOfAnyLetters() {
    for value in UInt32(0x20)...0x24F {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for name in ["\(scalar)", "a\(scalar)x", "ß\(scalar)", "\(scalar)\u{308}"] {
        #expect(nameKey(name) == anyNameKey(name), "U+\(String(value, radix: 16))")
      }
    }
  }
}
