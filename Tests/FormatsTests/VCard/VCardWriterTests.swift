import Foundation
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
      FieldValue(
        .phone, .phone(PhoneNumber(number: "+4930123457", kind: .fax, isValid: true)), raw: ""),
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
        "TEL;VALUE=uri;TYPE=cell:tel:+491701234567",
        "TEL;VALUE=uri;TYPE=fax:tel:+4930123457",
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
      "TEL;work=+4930123456 ext. 23", "TEL;cell=+491701234567", "TEL;fax=+4930123457",
      "EMAIL;work=erika@example.de", "ADR;work.street=Hauptstraße 12a", "ADR;work.place=Dresden",
      "ADR;work.extended=Hinterhaus", "ADR;work.postal_code=01067", "CATEGORIES=Kunde",
      "CATEGORIES[2]=a,b", "URL=https://example.de/a,b", note,
    ] {
      #expect(found.contains(expected), "\(expected)")
    }
  }

  @Test(arguments: VCardWriter.Version.allCases)
  func whatVCardHasNoPropertyForIsReadBack(version: VCardWriter.Version) throws {
    let contact = Self.contact([
      FieldValue(.salutation, .text("Frau"), raw: ""),
      FieldValue(.name, .name(PersonName(family: "Heide")), raw: ""),
      FieldValue(.customerNumber, .text("K-7"), name: "erp", raw: ""),
      FieldValue(.vatID, .text("DE136695976"), raw: ""), FieldValue(.iban, .text("DE02"), raw: ""),
      FieldValue(.role, .text("customer"), raw: ""), FieldValue(.role, .text("press"), raw: ""),
      FieldValue(.status, .text("blocked"), raw: ""), FieldValue(.language, .text("de"), raw: ""),
      FieldValue(.createdAt, .text("2020-01-02"), raw: ""),
      FieldValue(.extra, .text("rot; blau"), name: "Lieblings,farbe", raw: ""),
      FieldValue(.extra, .text("x"), name: "TITLE", raw: ""),
    ])
    #expect(lines(contact, version).contains("X-KONTOR-CUSTOMER-NUMBER;NUMBERING=\"erp\":K-7"))
    let found = Set(try cards(VCardWriter.bytes(of: contact, version: version)).first ?? [])
    let expected = [
      "X-KONTOR-SALUTATION=Frau", "X-KONTOR-CUSTOMER-NUMBER=K-7", "X-KONTOR-VAT-ID=DE136695976",
      "X-KONTOR-IBAN=DE02", "X-KONTOR-ROLE=customer", "X-KONTOR-ROLE[2]=press",
      "X-KONTOR-STATUS=blocked", version == .v4 ? "LANG=de" : "X-KONTOR-LANGUAGE=de",
      "X-KONTOR-CREATED=2020-01-02", "Lieblings,farbe=rot; blau", "X-KONTOR-EXTRA TITLE=x",
    ]
    for value in expected { #expect(found.contains(value), "\(value)") }
    for column in expected.map({ $0.split(separator: "=")[0] }) where column.hasPrefix("X-KONTOR") {
      let isMapped = VCardMapping.columns[column.replacingOccurrences(of: "[2]", with: "")] != nil
      #expect(isMapped != column.contains("EXTRA"), "\(column)")
    }
  }

  @Test func aLanguageInWordsIsNoTag() {
    let contact = Self.contact([FieldValue(.language, .text("Deutsch"), raw: "")])
    #expect(lines(contact, .v4).contains("X-KONTOR-LANGUAGE:Deutsch"))
  }

  @Test(arguments: VCardWriter.Version.allCases)
  func whatIsInvalidIsKeptOutOfAddressBooks(version: VCardWriter.Version) throws {
    let bad = PhoneNumber(number: "12", isValid: false)
    let good = PhoneNumber(number: "+4930123456", isValid: true)
    let contact = Self.contact([
      FieldValue(.name, .name(PersonName(family: "Heide")), raw: ""),
      FieldValue(.phone, .phone(bad), raw: "", mark: .invalid),
      FieldValue(.phone, .phone(good), raw: ""),
      FieldValue(.email, .text("erika(at)"), raw: "", mark: .invalid),
      FieldValue(.birthDate, .text("31.02.80"), raw: "", mark: .invalid),
    ])
    let found = lines(contact, version)
    #expect(!found.contains { $0.hasPrefix("EMAIL") || $0.hasPrefix("BDAY") })
    #expect(found.filter { $0.hasPrefix("TEL") }.count == 1)
    #expect(found.first { $0.hasPrefix("TEL") }?.lowercased().contains("pref") == false)
    for line in [
      "X-KONTOR-INVALID-TEL:12", "X-KONTOR-INVALID-EMAIL:erika(at)",
      "X-KONTOR-INVALID-BDAY:31.02.80",
    ] { #expect(found.contains(line)) }
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
