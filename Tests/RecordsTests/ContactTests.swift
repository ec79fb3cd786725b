import Testing

@testable import Records

@Suite struct ContactTests {
  private func contact(_ kind: Record.Kind, _ values: [FieldValue]) -> Contact {
    Contact(
      id: 1, kind: kind,
      values: values.map { ContactValue(value: $0, record: 1, rule: .onlyValue) }, records: [1])
  }

  private let name = FieldValue(
    .name, .name(PersonName(given: "Hans", family: "Heide")), raw: "Hans Heide")
  private let title = FieldValue(.title, .text("Dr."), raw: "Dr.")
  private let firm = FieldValue(
    .organization, .organization(OrganizationName(text: "Ostertag GmbH", core: "Ostertag")),
    raw: "Ostertag GmbH")
  private let email = FieldValue(.email, .text("a@b.example"), raw: "a@b.example")

  @Test func displayNameIsThePersonsOrTheOrganizationsByKind() {
    #expect(contact(.contactPerson, [title, name, firm]).displayName == "Dr. Hans Heide")
    #expect(contact(.organization, [name, firm]).displayName == "Ostertag GmbH")
    #expect(contact(.organization, [name]).displayName == "Hans Heide")
    #expect(contact(.person, [email]).displayName == "a@b.example")
    #expect(contact(.person, []).displayName.isEmpty)
  }
}
