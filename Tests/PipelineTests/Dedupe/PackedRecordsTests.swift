import Records
import Testing

@testable import Pipeline

@Suite struct PackedRecordsTests {
  private static let values: [FieldValue] = [
    FieldValue(.salutation, .text("Frau"), raw: ""),
    FieldValue(
      .name,
      .name(
        PersonName(
          given: "Anna-Lena", middle: "M.", particle: "von", family: "Öchsle", suffix: "jun.")),
      raw: "", mark: .repaired),
    FieldValue(
      .organization,
      .organization(OrganizationName(text: "Öchsle GmbH", core: "Öchsle", legalForm: "GmbH")),
      raw: ""),
    FieldValue(
      .address,
      .address(
        Address(
          street: "Rosengasse", houseNumber: "2a", addition: "Hinterhaus", poBox: "1234",
          postalCode: "01067", place: "Dresden", region: "SN", country: "DE")),
      label: .delivery, raw: ""),
    FieldValue(
      .phone,
      .phone(PhoneNumber(number: "+4930123", extension: "7", kind: .service, isValid: true)),
      label: .work, raw: "", mark: .invalid),
    FieldValue(.birthDate, .date(PartialDate(year: 1980, month: 0, day: 31)), raw: ""),
    FieldValue(.note, .text(String(repeating: "lang ", count: 100)), raw: ""),
    FieldValue(
      .consent,
      .consent(
        Consent(
          channel: .post, address: "a@post.example", state: .denied, date: "2020-02-01",
          source: "web", evidence: "x")), raw: ""),
    FieldValue(.extra, .text("blau"), name: "Lieblingsfarbe", raw: ""),
  ]

  @Test(arguments: Record.Kind.allCases)
  func recordsComeBackAsTheyWere(kind: Record.Kind) {
    var packed = PackedRecords()
    packed.append(nil)
    packed.append(
      Record(
        source: "s", key: "k", location: Location(file: "f", line: 9, ordinal: 8), kind: kind,
        values: Self.values))
    packed.append(nil)
    #expect(packed.count == 3)
    #expect([0, 1, 2].map(packed.hasRecord) == [false, true, false])
    #expect(packed.record(0, id: 1) == nil)
    let record = packed.record(1, id: 2)
    #expect(record?.values == Self.values)
    #expect(record?.kind == kind)
    #expect(record?.id == 2)
    #expect(record?.location.ordinal == 2)
  }

  @Test func everyCaseOfAValueComesBack() {
    var values: [FieldValue] = []
    for kind in [PhoneNumber.Kind.landline, .mobile, .fax, .service, .unknown] {
      values.append(
        FieldValue(.phone, .phone(PhoneNumber(number: "1", kind: kind, isValid: false)), raw: ""))
    }
    for label in ValueLabel.allCases {
      values.append(FieldValue(.email, .text("x"), label: label, raw: ""))
    }
    for channel in Consent.Channel.allCases {
      for state in Consent.State.allCases {
        values.append(
          FieldValue(.consent, .consent(Consent(channel: channel, state: state)), raw: ""))
      }
    }
    for attribute in Attribute.allCases { values.append(FieldValue(attribute, .text(""), raw: "")) }
    var packed = PackedRecords()
    packed.append(
      Record(
        source: "", key: "", location: Location(file: "", line: 1, ordinal: 1), kind: .person,
        values: values))
    #expect(packed.record(0, id: 1)?.values == values)
  }
}
