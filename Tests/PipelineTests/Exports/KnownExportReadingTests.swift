import Formats
import Records
import Support
import Testing

@testable import Pipeline

/// From a vendor's file to records, without a word from the user.
@Suite struct KnownExportReadingTests {
  /// The values of all records as "attribute=value", records parted by "--".
  private func values(_ name: String, _ bytes: [UInt8]) throws -> [String] {
    let folder = try Workdir()
    try folder.write("in/" + name, bytes)
    let proposal = try Init(
      [folder.path("in")], out: folder.path("kontor.yaml"), settings: Inspection.Settings())
    try proposal.write(.english)
    let file = try PipelineFile.read(folder.path("kontor.yaml"))
    var found: [String] = []
    for source in file.sources {
      let located = LocatedFile(path: folder.path("in/" + name), name: name)
      var reading = try SourceReading(source, files: [located], country: "DE")
      try reading.read(located) { batch in
        #expect(batch.rejected.isEmpty)
        for row in batch.rows {
          found.append("-- \(row.record.kind) \(row.record.key)")
          found += row.record.values.map { value in
            let label = value.label.map { "\($0.rawValue)." } ?? ""
            return "\(label)\(value.attribute.rawValue)=\(value.value.text)"
          }
        }
      }
    }
    return found
  }

  private func values(_ name: String, _ text: String) throws -> [String] {
    try values(name, Array(text.utf8))
  }

  private func windows(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
  }

  @Test func datevWithALineBeforeItsHeader() throws {
    let meta =
      "\"EXTF\";700;16;\"Debitoren/Kreditoren\";5;20240306102500000;;\"XY\";\"\";\"\";1001;1;20240101;4;;;\"\";\"\";;;;\"\";;\"\";;;\"\";;;\"\";\"\"\r\n"
    var columns = [
      "Konto", "Name (Adressatentyp Unternehmen)", "Unternehmensgegenstand",
      "Name (Adressatentyp natürl. Person)", "Vorname (Adressatentyp natürl. Person)",
      "Name (Adressatentyp keine Angabe)", "Adressatentyp", "Kurzbezeichnung", "EU-Land",
      "EU-USt-IdNr.", "Anrede", "Titel/Akad. Grad", "Adelstitel", "Namensvorsatz", "Adressart",
      "Straße", "Postfach", "Postleitzahl", "Ort", "Land",
    ]
    columns += (1...234).map { "Indiv. Feld \($0)" }
    func row(_ cells: [String]) -> String {
      (cells + Array(repeating: "", count: 254 - cells.count)).map { "\"\($0)\"" }
        .joined(separator: ";") + "\r\n"
    }
    let rows =
      row([
        "10001", "Trautmann GmbH", "", "", "", "", "2", "TRAUT", "", "", "", "", "", "", "STR",
        "Lindenstraße 4", "", "70567", "Stuttgart", "DE",
      ])
      + row([
        "10002", "", "", "Heide", "Hans", "", "1", "HEIDE", "", "", "Herrn", "Dr.", "", "von der",
        "STR", "Am Anger 12", "", "01067", "Dresden", "DE",
      ])
    let found = try values("debitoren.csv", windows(meta + row(columns) + rows))
    #expect(found.contains("-- organization 10001"))
    #expect(found.contains("organization=Trautmann GmbH"))
    #expect(found.contains("address=Lindenstraße 4, 70567 Stuttgart"))
    #expect(found.contains("-- person 10002"))
    #expect(found.contains("name=Hans von der Heide"))
    #expect(found.contains("customer_number=10001"))
  }

  @Test func linkedInWithItsNotes() throws {
    let found = try values(
      "Connections.csv",
      """
      Notes:
      "When exporting your connection data, you may notice that some of the email addresses are missing."

      First Name,Last Name,URL,Email Address,Company,Position,Connected On
      Alwine,Trautmann,https://www.linkedin.com/in/alwine-trautmann,,Beispielhaus GmbH,Leitung,01 Jan 2024
      Bruno,Eickhoff,https://www.linkedin.com/in/bruno-eickhoff,b@eickhoff-bau.de,Eickhoff Bau,Inhaber,7-Feb-22

      """)
    #expect(found.contains("name=Alwine Trautmann"))
    #expect(found.contains("created_at=2024-01-01"))
    #expect(found.contains("created_at=2022-02-07"))
    #expect(found.contains("email=b@eickhoff-bau.de"))
  }

  @Test func googleLabelsAreThoseOfTheRow() throws {
    let found = try values(
      "contacts.csv",
      """
      First Name,Middle Name,Last Name,Organization Name,Birthday,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value,Address 1 - Label,Address 1 - Street,Address 1 - City,Address 1 - Postal Code,Address 1 - Country
      Alwine,,Trautmann,Beispielhaus GmbH,1980-04-03,,* myContacts ::: Presse,* Work,a@beispielhaus.de,Mobile,0171 1234567,Work Fax,0711 1234567,Home,Lindenweg 4,Stuttgart,70567,DE
      Bruno,,Eickhoff,,,,* myContacts,* Home,b@beispielhaus.de ::: bruno@eickhoff-bau.de,Home,0711 7654321,,,,,,,

      """)
    #expect(found.contains("work.email=a@beispielhaus.de"))
    #expect(found.contains("home.email=bruno@eickhoff-bau.de"))
    #expect(found.contains("home.address=Lindenweg 4, 70567 Stuttgart"))
    #expect(found.contains("work.phone=+497111234567"))
    #expect(found.contains("home.phone=+497117654321"))
    #expect(found.contains("birth_date=1980-04-03"))
    #expect(found.contains("category=Presse"))
  }

  @Test func thunderbirdHasABirthDateInThreeColumns() throws {
    let found = try values(
      "adressbuch.csv",
      """
      Vorname,Nachname,Anzeigename,Spitzname,Primäre E-Mail-Adresse,Messenger-Name,Privat: Adresse,Privat: Ort,Privat: PLZ,Geburtsjahr,Geburtsmonat,Geburtstag
      Alwine,Trautmann,Alwine Trautmann,,a@beispielhaus.de,,Lindenweg 4,Stuttgart,70567,1980,4,3
      Bruno,Eickhoff,Bruno Eickhoff,,,,,,,,12,24

      """)
    #expect(found.contains("birth_date=1980-04-03"))
    #expect(found.contains("birth_date=--12-24"))
    #expect(found.contains("home.address=Lindenweg 4, 70567 Stuttgart"))
  }

  @Test func sapCustomersWithTheirContactPersons() throws {
    let found = try values(
      "debmas.xml",
      """
      <?xml version="1.0"?><DEBMAS07><IDOC BEGIN="1"><EDI_DC40 SEGMENT="1"><DOCNUM>1</DOCNUM></EDI_DC40>
      <E1KNA1M SEGMENT="1"><MSGFN>005</MSGFN><KUNNR>0000099009</KUNNR><NAME1>Trautmann GmbH</NAME1>
      <STRAS>Lindenweg 4</STRAS><PSTLZ>70567</PSTLZ><ORT01>Stuttgart</ORT01><LAND1>DE</LAND1><TELF1>0711 1234567</TELF1>
      <E1KNVKM SEGMENT="1"><PARNR>0000000017</PARNR><NAMEV>Bruno</NAMEV><NAME1>Eickhoff</NAME1><GBDAT>00000000</GBDAT></E1KNVKM>
      </E1KNA1M></IDOC></DEBMAS07>
      """)
    #expect(found.contains("-- organization 0000099009"))
    #expect(found.contains("organization=Trautmann GmbH"))
    #expect(found.contains("name=Bruno Eickhoff"))
    #expect(!found.contains { $0.hasPrefix("birth_date") })
  }

  @Test func anInvoiceGivesBothParties() throws {
    func party(_ role: String, _ name: String, _ street: String) -> String {
      """
      <cac:Accounting\(role)Party><cac:Party><cbc:EndpointID schemeID="EM">x@beispielhaus.de</cbc:EndpointID>
      <cac:PostalAddress><cbc:StreetName>\(street)</cbc:StreetName><cbc:CityName>Stuttgart</cbc:CityName><cbc:PostalZone>70567</cbc:PostalZone>
      <cac:Country><cbc:IdentificationCode>DE</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
      <cac:PartyLegalEntity><cbc:RegistrationName>\(name)</cbc:RegistrationName></cac:PartyLegalEntity>
      <cac:Contact><cbc:Name>Alwine Trautmann</cbc:Name><cbc:ElectronicMail>a@beispielhaus.de</cbc:ElectronicMail></cac:Contact>
      </cac:Party></cac:Accounting\(role)Party>
      """
    }
    let found = try values(
      "rechnung.xml",
      """
      <ubl:Invoice xmlns:ubl="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" \
      xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" \
      xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
      \(party("Supplier", "Eickhoff Bau KG", "Am Anger 1"))\(party("Customer", "Ostertag AG", "Lindenweg 4"))
      </ubl:Invoice>
      """)
    #expect(found.contains("organization=Eickhoff Bau KG"))
    #expect(found.contains("organization=Ostertag AG"))
    #expect(found.contains("role=customer"))
    #expect(found.contains("role=supplier"))
    #expect(found.contains("address=Lindenweg 4, 70567 Stuttgart"))
    #expect(found.contains("name=Alwine Trautmann"))
  }

  @Test func openTransPartiesWithTheirContacts() throws {
    let found = try values(
      "order.xml",
      """
      <ORDER xmlns="http://www.opentrans.org/XMLSchema/2.1" xmlns:bmecat="http://www.bmecat.org/bmecat/2005"><PARTIES>
      <PARTY><bmecat:PARTY_ID type="iln">4012345000009</bmecat:PARTY_ID><PARTY_ROLE>buyer</PARTY_ROLE>
      <ADDRESS><bmecat:NAME>Trautmann GmbH</bmecat:NAME><CONTACT_DETAILS><bmecat:CONTACT_NAME>Eickhoff</bmecat:CONTACT_NAME>
      <bmecat:FIRST_NAME>Bruno</bmecat:FIRST_NAME></CONTACT_DETAILS><bmecat:STREET>Lindenweg 4</bmecat:STREET><bmecat:ZIP>70567</bmecat:ZIP>
      <bmecat:CITY>Stuttgart</bmecat:CITY></ADDRESS></PARTY>
      <PARTY><bmecat:PARTY_ID>77</bmecat:PARTY_ID><ADDRESS><bmecat:NAME>Ostertag AG</bmecat:NAME></ADDRESS></PARTY>
      </PARTIES></ORDER>
      """)
    #expect(found.contains("organization=Trautmann GmbH"))
    #expect(found.contains("name=Bruno Eickhoff"))
    #expect(found.contains("address=Lindenweg 4, 70567 Stuttgart"))
  }

  @Test func aPhoneBookOfARouter() throws {
    let found = try values(
      "telefonbuch.xml",
      windows(
        """
        <?xml version="1.0" encoding="iso-8859-1"?><phonebooks><phonebook>
        <contact><category>0</category><person><realName>Müller, Alwine</realName></person>
        <telephony><number type="home" prio="1">0711 1234567</number><number type="mobile">0171 1234567</number>
        <number type="fax_work">0711 1234568</number></telephony></contact>
        <contact><person><realName>Eickhoff GmbH</realName></person></contact></phonebook></phonebooks>
        """))
    #expect(found.contains("name=Alwine Müller"))
    #expect(found.contains("home.phone=+497111234567"))
    #expect(found.contains("work.phone=+497111234568"))
    #expect(found.contains("organization=Eickhoff GmbH"))
  }

  @Test func flatCustomersOfBusinessCentral() throws {
    let found = try values(
      "kunden.xml",
      """
      <Root><Customer><No>D1001</No><Name>Trautmann GmbH</Name><Address>Lindenweg 4</Address><PostCode>70567</PostCode>
      <City>Stuttgart</City><CountryRegionCode>DE</CountryRegionCode><PhoneNo>0711 1234567</PhoneNo></Customer>
      <Customer><No>D1002</No><Name>Ostertag AG</Name><PostCode>01067</PostCode><City>Dresden</City></Customer></Root>
      """)
    #expect(found.contains("-- organization D1001"))
    #expect(found.contains("address=Lindenweg 4, 70567 Stuttgart"))
    #expect(found.contains("customer_number=D1001"))
  }
}
