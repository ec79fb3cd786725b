import Formats
import Records
import Testing

@Suite struct VCardWriterTests {
  static func contact(kind: Record.Kind = .person, _ values: [FieldValue]) -> Contact {
    Contact(
      id: 7, kind: kind,
      values: values.map { ContactValue(value: $0, record: 1, rule: .onlyValue) }, records: [1])
  }

  static let full = contact(
    kind: .contactPerson,
    [
      FieldValue(.title, .text("Dr."), raw: ""),
      FieldValue(
        .name,
        .name(PersonName(given: "Erika", particle: "von der", family: "Heide", suffix: "jun.")),
        raw: ""),
      FieldValue(
        .organization, .organization(OrganizationName(text: "Muster; Söhne, & Co", core: "")),
        raw: ""),
      FieldValue(.department, .text("Einkauf"), raw: ""),
      FieldValue(.position, .text("Leiterin"), raw: ""),
      FieldValue(
        .address,
        .address(
          Address(
            street: "Hauptstraße", houseNumber: "12a", addition: "Hinterhaus", postalCode: "01067",
            place: "Dresden", country: "DE")), label: .work, raw: ""),
      FieldValue(
        .phone,
        .phone(PhoneNumber(number: "+4930123456", extension: "23", kind: .landline, isValid: true)),
        label: .work, raw: ""),
      FieldValue(
        .phone, .phone(PhoneNumber(number: "+491701234567", kind: .mobile, isValid: true)), raw: ""),
      FieldValue(.phone, .phone(PhoneNumber(number: "0815", kind: .fax, isValid: false)), raw: ""),
      FieldValue(.email, .text("erika@example.de"), label: .work, raw: ""),
      FieldValue(.website, .text("https://example.de/a,b"), raw: ""),
      FieldValue(.birthDate, .date(PartialDate(year: 1980, month: 4, day: 3)), raw: ""),
      FieldValue(.category, .text("Kunde"), raw: ""),
      FieldValue(.category, .text("a,b"), raw: ""),
      FieldValue(
        .note, .text("Zeile eins\nZeile zwei: \\ äöü " + String(repeating: "ß", count: 90)), raw: ""
      ),
      FieldValue(.changedAt, .date(PartialDate(year: 2023, month: 5, day: 17)), raw: ""),
    ])

  private func text(_ contact: Contact, _ version: VCardWriter.Version) -> String {
    String(decoding: VCardWriter.bytes(of: contact, version: version), as: UTF8.self)
  }

  private func lines(_ contact: Contact, _ version: VCardWriter.Version) -> [String] {
    text(contact, version).split(separator: "\r\n").map(String.init)
  }

  @Test func cardOfVersion4() {
    #expect(
      lines(Self.full, .v4).prefix(15) == [
        "BEGIN:VCARD", "VERSION:4.0", "UID:urn:kontor:contact:7", "KIND:individual",
        "FN:Dr. Erika von der Heide jun.", "N:von der Heide;Erika;;Dr.;jun.",
        "ORG:Muster\\; Söhne\\, & Co;Einkauf", "TITLE:Leiterin",
        "TEL;VALUE=uri;TYPE=work;PREF=1:tel:+4930123456;ext=23",
        "TEL;VALUE=uri;TYPE=cell:tel:+491701234567", "TEL;TYPE=fax:0815",
        "EMAIL;TYPE=work:erika@example.de",
        "ADR;TYPE=work:;Hinterhaus;Hauptstraße 12a;Dresden;;01067;DE", "URL:https://example.de/a,b",
        "BDAY:19800403",
      ])
    #expect(
      lines(Self.full, .v4).suffix(3) == [
        "CATEGORIES:Kunde,a\\,b", "REV:20230517T000000Z", "END:VCARD",
      ])
  }

  @Test func cardOfVersion3() {
    let found = lines(Self.full, .v3)
    #expect(found.contains("VERSION:3.0"))
    #expect(found.contains("TEL;TYPE=work,pref:+4930123456 ext. 23"))
    #expect(found.contains("BDAY:1980-04-03"))
    #expect(!found.contains { $0.hasPrefix("KIND") || $0.hasPrefix("GENDER") })
  }

  @Test(arguments: VCardWriter.Version.allCases)
  func noLineIsLongerThan75Bytes(version: VCardWriter.Version) {
    #expect(lines(Self.full, version).allSatisfy { $0.utf8.count <= 75 })
  }

  @Test(arguments: VCardWriter.Version.allCases)
  func ourReaderReadsItBack(version: VCardWriter.Version) throws {
    let read = try cards(VCardWriter.bytes(of: Self.full, version: version))
    #expect(read.count == 1)
    let found = Set(read.first ?? [])
    let note = "NOTE=Zeile eins\nZeile zwei: \\ äöü " + String(repeating: "ß", count: 90)
    for expected in [
      "UID=urn:kontor:contact:7", "N.family=von der Heide", "N.given=Erika", "N.prefix=Dr.",
      "N.suffix=jun.", "ORG.name=Muster; Söhne, & Co", "ORG.unit=Einkauf", "TITLE=Leiterin",
      "TEL;work=+4930123456 ext. 23", "TEL;cell=+491701234567", "TEL;fax=0815",
      "EMAIL;work=erika@example.de", "ADR;work.street=Hauptstraße 12a", "ADR;work.place=Dresden",
      "ADR;work.extended=Hinterhaus", "ADR;work.postal_code=01067", "CATEGORIES=Kunde",
      "CATEGORIES[2]=a,b", "URL=https://example.de/a,b", note,
    ] {
      #expect(found.contains(expected), "\(expected)")
    }
  }

  @Test(arguments: [
    (VCardWriter.Version.v4, "BDAY:--0403"), (.v3, "BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-03"),
  ])
  func birthDateWithoutAYear(version: VCardWriter.Version, line: String) throws {
    let contact = Self.contact([
      FieldValue(.name, .name(PersonName(family: "A")), raw: ""),
      FieldValue(.birthDate, .date(PartialDate(month: 4, day: 3)), raw: ""),
    ])
    #expect(lines(contact, version).contains(line))
    #expect(
      try cards(VCardWriter.bytes(of: contact, version: version)).first?.contains {
        $0.hasPrefix("BDAY=--04")
      } == true)
  }

  @Test func organizationsSaySo() throws {
    let name = FieldValue(
      .organization, .organization(OrganizationName(text: "Muster GmbH", core: "Muster")), raw: "")
    let contact = Self.contact(kind: .organization, [name])
    #expect(lines(contact, .v4).contains("KIND:org"))
    #expect(lines(contact, .v3).contains("X-ABShowAs:COMPANY"))
    for version in VCardWriter.Version.allCases {
      let read = try cards(VCardWriter.bytes(of: contact, version: version)).first ?? []
      #expect(read.contains("KIND=org") && read.contains("ORG.name=Muster GmbH"))
      #expect(!read.contains { $0.hasPrefix("FN") })
    }
  }

  @Test func severalCardsFollowEachOther() throws {
    let output = ByteOutput()
    var writer = VCardWriter(output)
    for _ in 0..<3 { try writer.write(Self.full) }
    try writer.close()
    #expect(try cards(output.bytes).map { $0.first } == ["1@1", "2@22", "3@43"])
  }
}
