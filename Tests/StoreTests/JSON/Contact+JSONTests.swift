import Records
import Testing

@testable import Store

@Suite("Contact JSON")
struct ContactJSONTests {
  @Test(arguments: hostileStrings)
  func wholeContactRoundTrips(text: String) throws {
    let field = FieldValue(.note, .text(text), name: text, raw: text, mark: .repaired)
    let contact = Contact(
      id: 5, kind: .contactPerson,
      values: SurvivorshipRule.allCases.map { rule in
        ContactValue(
          value: field, record: 3, agreeing: [4, 9], rule: rule,
          lost: [LostValue(value: field, record: 7)])
      },
      records: [3, 4, 7, 9],
      permissions: [
        Permission(
          channel: .phone, address: text, isAllowed: false, reason: Phrase(de: text, en: text))
      ])
    var json = JSONWriter(appendingTo: [])
    contact.write(to: &json)
    var reader = JSONReader(json.bytes)
    let read = try Contact(id: 5, from: &reader)
    #expect(reader.isAtEnd)
    #expect(read.values == contact.values)
    #expect(read.records == contact.records)
    #expect(read.permissions == contact.permissions)
    #expect(read.kind == contact.kind)
  }

  @Test func valuesOfEarlierEventsAreRead() throws {
    let email = FieldValue(.email, .text("a@b.de"), raw: "a@b.de")
    let json = #"""
      {"f":{"a":"email","text":"a@b.de"},"record":3,"rule":"union","agreeing":[4],\#
      "lost":[{"record":7,"f":{"a":"email","text":"a@b.de"}}]}
      """#
    var reader = JSONReader(Array(json.utf8))
    let value = try ContactValue(from: &reader)
    #expect(
      value
        == ContactValue(
          value: email, record: 3, agreeing: [4], rule: .union,
          lost: [LostValue(value: email, record: 7)]))
  }

  @Test func whatSaysNothingIsLeftOut() {
    let email = FieldValue(.email, .text("a@b.de"), raw: "a@b.de")
    func text(_ value: ContactValue) -> String {
      var json = JSONWriter(appendingTo: [])
      value.write(to: &json)
      return String(decoding: json.bytes, as: UTF8.self)
    }
    let field = #"{"a":"email","text":"a@b.de"}"#
    #expect(text(ContactValue(value: email, record: 3, rule: .onlyValue)) == "[\(field),3]")
    #expect(
      text(ContactValue(value: email, record: 3, rule: .union)) == "[\(field),3,\"union\"]")
    #expect(
      text(ContactValue(value: email, record: 3, agreeing: [4], rule: .onlyValue))
        == "[\(field),3,\"only-value\",[4]]")
  }
}
