import Records
import Testing

@testable import Store

@Suite("SearchTerms")
struct SearchTermsTests {
  @Test(arguments: [
    ("Müller", "muller"), ("GROSS", "gross"), ("Groß", "gross"), ("ÀÉÎÕÜÝ", "aeiouy"),
    ("Øre", "ore"),
    ("Ñandú", "nandu"), ("a×b÷c", "a×b÷c"), ("Łódź", "Łodź"), ("日本", "日本"), ("", ""),
  ])
  func foldedText(text: String, folded: String) {
    var bytes: [UInt8] = []
    appendFolded(text, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == folded)
  }

  @Test(
    arguments: [
      ("Müller", "Mueller"), ("ÄÖÜäöüß", "aeoeueaeoeuess"), ("Meyer", nil), ("é", nil), ("", nil),
    ] as [(String, String?)])
  func spelledOutText(text: String, spelled: String?) {
    #expect(spelledOut(text.utf8).map { String(decoding: $0, as: UTF8.self) } == spelled)
  }

  private func contact(_ kind: Record.Kind, _ values: [FieldValue]) -> Contact {
    Contact(
      id: 1, kind: kind,
      values: values.map { ContactValue(value: $0, record: 1, rule: .onlyValue) }, records: [1])
  }

  private func sortKey(_ contact: Contact) -> String {
    var bytes: [UInt8] = []
    contact.writeSortKey(displayName: contact.displayName, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func personsAreSortedByFamilyNameAndTheRestByName() {
    let name = FieldValue(
      .name, .name(PersonName(given: "Jörg", particle: "von", family: "Öhm")), raw: "")
    let organization = FieldValue(
      .organization, .organization(OrganizationName(text: "Ärzte GmbH", core: "Ärzte")), raw: "")
    #expect(sortKey(contact(.person, [name])) == "ohm, jorg")
    #expect(sortKey(contact(.contactPerson, [name, organization])) == "ohm, jorg")
    #expect(sortKey(contact(.organization, [name, organization])) == "arzte gmbh")
    #expect(sortKey(contact(.person, [])) == "")
  }

  @Test func termsHoldWhatHasNoColumnOfItsOwn() {
    let values = [
      FieldValue(.name, .name(PersonName(given: "Jörg", family: "Öhm")), raw: ""),
      FieldValue(
        .address, .address(Address(street: "Weg", houseNumber: "5", place: "Köln")), raw: ""),
      FieldValue(.email, .text("a@b.de"), raw: ""), FieldValue(.email, .text("c@d.de"), raw: ""),
      FieldValue(.customerNumber, .text("K1"), raw: ""),
      FieldValue(.note, .text("geheim"), raw: ""),
    ]
    var bytes: [UInt8] = []
    let contact = contact(.person, values)
    contact.writeSearchTerms(displayName: contact.displayName, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "Joerg oehm Weg Köln Koeln c@d.de K1")
    #expect(contact.firstPlace == "Köln")
    #expect(contact.firstText(.email) == "a@b.de")
  }
}
