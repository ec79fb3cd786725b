package import Records

extension Contact {
  /// An invented contact with values of every kind, for tests of writers.
  package static var sample: Contact {
    func value(
      _ attribute: Attribute, _ value: Value, label: ValueLabel? = nil, name: String = "",
      lost: [LostValue] = []
    ) -> ContactValue {
      ContactValue(
        value: FieldValue(attribute, value, label: label, name: name, raw: value.text), record: 1,
        rule: .onlyValue, lost: lost)
    }
    let lost = LostValue(value: FieldValue(.title, .text("Prof."), raw: "Prof."), record: 2)
    func phone(_ number: String, _ kind: PhoneNumber.Kind) -> Value {
      .phone(PhoneNumber(number: number, kind: kind, isValid: true))
    }
    let values: [ContactValue] = [
      value(.title, .text("Dr."), lost: [lost]),
      value(.name, .name(PersonName(given: "Anna", particle: "von der", family: "Heide"))),
      value(
        .organization,
        .organization(OrganizationName(text: "Öz GmbH", core: "Öz", legalForm: "GmbH"))),
      value(
        .address,
        .address(
          Address(
            street: "Am Wald", houseNumber: "3", postalCode: "01067", place: "Dresden",
            country: "DE")), label: .home),
      value(.phone, phone("+4930123456", .landline)), value(.phone, phone("+49171123456", .mobile)),
      value(.phone, phone("+4930123457", .fax)), value(.email, .text("anna@example.org")),
      value(.email, .text("a.heide@example.org")),
      value(.birthDate, .date(PartialDate(month: 4, day: 3))), value(.role, .text("customer")),
      value(.role, .text("press")), value(.note, .text("says \"hi\",\n=twice\\")),
      value(.extra, .text("rot"), name: "Farbe"), value(.extra, .text("blau"), name: "Farbe"),
      value(
        .consent,
        .consent(Consent(channel: .email, address: "anna@example.org", state: .granted))),
    ]
    let reason = Phrase(de: "eingewilligt", en: "consented")
    return Contact(
      id: 42, kind: .person, values: values, records: [1, 2],
      permissions: [
        Permission(channel: .email, address: "anna@example.org", isAllowed: true, reason: reason),
        Permission(channel: .phone, address: "+4930123456", isAllowed: false, reason: reason),
        Permission(channel: .post, address: "", isAllowed: true, reason: reason),
      ])
  }
}
