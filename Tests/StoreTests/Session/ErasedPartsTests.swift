import Records
import Testing

@testable import Store

@Suite struct ErasedPartsTests {
  private func value(
    _ attribute: Attribute, _ text: String, _ record: RecordID, agreeing: [RecordID] = [],
    lost: [LostValue] = []
  ) -> ContactValue {
    ContactValue(
      value: FieldValue(attribute, .text(text), raw: text.uppercased()), record: record,
      agreeing: agreeing, rule: .union, lost: lost)
  }

  private func permission(_ channel: Consent.Channel, _ address: String) -> Permission {
    Permission(
      channel: channel, address: address, isAllowed: true, reason: Phrase(de: "w", en: "b"))
  }

  @Test func whatOthersSayTooStaysAsTheirs() {
    let lost = [
      LostValue(value: FieldValue(.note, .text("c"), raw: "c"), record: 1),
      LostValue(value: FieldValue(.note, .text("d"), raw: "d"), record: 3),
    ]
    let contact = Contact(
      id: 9, kind: .person,
      values: [
        value(.note, "a", 1), value(.note, "b", 2, agreeing: [1, 3], lost: lost),
        value(.email, "u@post.example", 1, agreeing: [3, 2]), value(.email, "v@post.example", 1),
      ], records: [1, 2, 3],
      permissions: [
        permission(.email, "u@post.example"), permission(.email, "v@post.example"),
        permission(.post, ""),
      ])
    let rest = contact.without([1])
    #expect(rest.records == [2, 3])
    #expect(rest.values.map(\.value.value.text) == ["b", "u@post.example"])
    #expect(rest.values.map(\.record) == [2, 3] && rest.values.map(\.agreeing) == [[3], [2]])
    // Not in the spelling of the one that went.
    #expect(rest.values.map(\.value.raw) == ["B", "u@post.example"])
    #expect(rest.values[0].lost.map(\.record) == [3])
    #expect(rest.permissions.map(\.address) == ["u@post.example", ""])
    #expect(contact.without([]).values == contact.values)
    #expect(contact.without([1, 2, 3]).values.isEmpty)
  }
}
