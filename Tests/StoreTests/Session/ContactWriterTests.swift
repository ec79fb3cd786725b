import Records
import Testing

@testable import Store

@Suite("ContactWriter")
struct ContactWriterTests {
  @Test(arguments: hostileStrings)
  func contactsOfAnyTextRoundTrip(text: String) throws {
    let store = try ContactStore()
    try store.load([sampleRecord("1")])
    let field = FieldValue(.note, .text(text), name: text, raw: text)
    let contact = Contact(
      id: 1, kind: .household,
      values: [
        ContactValue(
          value: field, record: 1, rule: .union, lost: [LostValue(value: field, record: 1)]),
        ContactValue(
          value: FieldValue(.name, .name(PersonName(family: text)), raw: text), record: 1,
          rule: .onlyValue),
      ], records: [1],
      permissions: [
        Permission(
          channel: .email, address: text, isAllowed: false, reason: Phrase(de: text, en: text))
      ])
    try store.run(pipeline: "test", startedAt: "2026-01-02") { session throws in
      #expect(try session.save(contact, status: .single) == .new)
      #expect(try session.save(contact, status: .single) == .unchanged)
    }
    let stored = try #require(try store.read { try $0.contact(1) }).contact
    #expect(stored.values == contact.values)
    #expect(stored.permissions == contact.permissions)
    #expect(
      stored.values.map { Array($0.value.raw.utf8) }
        == contact.values.map { Array($0.value.raw.utf8) })
    #expect(try store.verify() == [])
  }
}
