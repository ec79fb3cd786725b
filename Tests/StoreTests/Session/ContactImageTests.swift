import Records
import Testing

@testable import Store

@Suite("ContactImage")
struct ContactImageTests {
  private let reason = Phrase(de: "weil", en: "because")

  private func contact(_ note: String = "n") -> Contact {
    Contact(
      id: 1, kind: .person,
      values: [
        ContactValue(
          value: FieldValue(.note, .text(note), raw: note), record: 1, rule: .onlyValue)
      ], records: [1],
      permissions: [
        Permission(channel: .email, address: "a@b.de", isAllowed: true, reason: reason)
      ])
  }

  private func digest(_ contact: Contact, _ number: Int64 = 7) throws -> Int64 {
    try ContactImage(contact, reasons: PhraseNumbers(numbers: [reason: number])).digest
  }

  @Test func reasonWithoutANumberIsRefused() {
    #expect(throws: StoreError.self) {
      try ContactImage(contact(), reasons: PhraseNumbers(numbers: [:]))
    }
  }

  @Test func digestCoversKindMembersValuesAndPermissions() throws {
    let plain = try digest(contact())
    #expect(try digest(contact()) == plain)
    var other = contact()
    other.kind = .organization
    #expect(try digest(other) != plain)
    other = contact()
    other.records = [1, 2]
    #expect(try digest(other) != plain)
    #expect(try digest(contact("m")) != plain)
    #expect(try digest(contact(), 8) != plain)
  }
}
