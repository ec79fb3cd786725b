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
}
