import Formats
import Records
import Reports
import Support
import Testing

@testable import Pipeline

@Suite struct InspectorTests {
  private func inspect(_ text: String, _ name: String = "x.csv") throws -> FileInspection {
    try inspect(Array(text.utf8), name)
  }

  private func inspect(_ bytes: [UInt8], _ name: String = "x.csv") throws -> FileInspection {
    let folder = try Workdir()
    let path = try folder.write(name, bytes)
    return try #require(try Inspector().inspect(path, name: name).first)
  }

  private func kinds(_ inspection: FileInspection) -> [String: String] {
    var kinds: [String: String] = [:]
    for column in inspection.columns {
      let name = (column.nested.map { $0 + "/" } ?? "") + column.name
      kinds[name] = column.verdict.target?.text ?? "-"
    }
    return kinds
  }

  private static let people = [
    ("Alwine", "Trautmann", "Lindenweg 4", "70567", "Stuttgart", "alwine@beispielhaus.de"),
    ("Bruno", "Eickhoff", "Am Anger 12", "01067", "Dresden", "b.eickhoff@eickhoff-bau.de"),
    ("Claudia", "Nagelschmidt", "Hauptstr. 7a", "48683", "Ahaus", "claudia@nagelschmidt.de"),
    ("Dieter", "Ostertag", "Ringstraße 33", "86482", "Aystetten", "d.ostertag@ostertag.de"),
    ("Erika", "Pfannkuch", "Gartenweg 1", "20359", "Hamburg", "erika@pfannkuch-gmbh.de"),
  ]

  @Test func formatsThatNameTheirFieldsNeedNoMapping() throws {
    let found = try inspect("dn: cn=Ida\nsn: Ohm\nfarbe: rot\n", "book.ldif")
    #expect(found.format == .ldif && found.role == .contacts)
    #expect(kinds(found) == ["dn": "key", "sn": "family", "farbe": "-"])
    let mail = try inspect("From: Ida Ohm <ida@ohm.example>\nDate: heute\n\nText", "a.eml")
    #expect(mail.format == .mail && mail.rows == 1 && mail.role == .contactsAndActivities)
  }

  @Test func sheetsAreTables() throws {
    let cells = ["Nachname", "Ort"].map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined()
    let more = ["Ohm", "Kiel"].map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined()
    let book = TestWorkbook("<row r=\"3\">\(cells)</row><row r=\"4\">\(more)</row>")
    let found = try inspect(book.bytes, "book.xlsx")
    #expect(found.format == .xlsx && found.isTable && found.header == 3 && found.rows == 1)
    #expect(kinds(found) == ["Nachname": "family", "Ort": "place"])
  }

  @Test func eachSheetThatIsShownIsATable() throws {
    func row(_ number: Int, _ texts: [String]) -> String {
      let cells = texts.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }
      return "<row r=\"\(number)\">\(cells.joined())</row>"
    }
    var book = TestWorkbook([
      ("Info", row(1, ["Stand Mai"])),
      ("Kunden", row(1, ["Nachname", "Ort"]) + row(2, ["Ohm", "Kiel"])), ("Leer", ""),
      ("Alt", row(1, ["Nachname"]) + row(2, ["Voss"])),
      ("Firmen", row(1, ["Firma", "PLZ"]) + row(2, ["Ohm GmbH", "24103"])),
    ])
    book.hidden = ["Alt"]
    let folder = try Workdir()
    let path = try folder.write("adressen.xlsx", book.bytes)
    let found = try Inspector().inspect(path, name: "adressen.xlsx")
    #expect(found.map(\.sheet) == ["Info", "Kunden", "Firmen"])
    #expect(found.map(\.rows) == [0, 1, 1])
    #expect(found.map { $0.name(.english) }.last == "adressen.xlsx, sheet Firmen")
    #expect(found.flatMap { $0.problems.map { $0.code } } == [])
    #expect(kinds(found[2]) == ["Firma": "organization", "PLZ": "postal_code"])
    #expect(FileInspection.json(found).contains("\"sheet\": \"Kunden\""))
  }

  @Test func whatNoReaderIsForIsNamed() throws {
    let found = try inspect("<html><table><tr><td>Ohm</td></tr></table></html>", "liste.xls")
    guard case .none(let reason) = found.role else { Issue.record("a source"); return }
    #expect(reason.english.contains("HTML"))
  }

  @Test func calendarsAreHistory() throws {
    let text = "BEGIN:VCALENDAR\nBEGIN:VTODO\nSUMMARY:Anruf\nEND:VTODO\nEND:VCALENDAR\n"
    #expect(try inspect(text, "a.ics").role == .activities)
  }

  @Test func columnsAreKnownByTheirNames() throws {
    var text = "Kd-Nr.;Vorname;Nachname;Straße;PLZ;Ort;E-Mail;Newsletter;Farbe\n"
    for (number, person) in Self.people.enumerated() {
      text +=
        "10\(number);\(person.0);\(person.1);\(person.2);\(person.3);\(person.4);\(person.5);ja;blau\n"
    }
    let found = try inspect(text)
    #expect(
      kinds(found) == [
        "Kd-Nr.": "key", "Vorname": "given", "Nachname": "family", "Straße": "street",
        "PLZ": "postal_code", "Ort": "place", "E-Mail": "email", "Newsletter": "consent_state",
        "Farbe": "-",
      ])
    #expect(found.rows == 5)
    #expect(found.role == .contacts)
    #expect(found.dialect?.delimiter == UInt8(ascii: ";"))
    for column in found.columns where column.verdict.target != nil {
      #expect(column.verdict.confidence > 0.8, "\(column.name)")
    }
  }

  @Test func columnsWithoutAHeaderAreKnownByTheirValues() throws {
    let text = Self.people.map {
      "\($0.0);\($0.1);\($0.2);\($0.3);\($0.4);\($0.5)"
    }.joined(separator: "\n")
    let found = try inspect(text)
    #expect(found.header == nil)
    #expect(
      found.columns.map { $0.verdict.target?.text } == [
        "given", "family", "street", "postal_code", "place", "email",
      ])
  }

  @Test func valuesThatContradictANameWin() throws {
    var text = "Name;Telefon;Ort\n"
    for person in Self.people { text += "\(person.0) \(person.1);\(person.5);\(person.4)\n" }
    #expect(try kinds(inspect(text))["Telefon"] == "email")
  }

  @Test func aDateThatNothingNamesIsNoPhone() throws {
    var text = "Name;E-Mail;Letzter Kauf\n"
    for (day, person) in Self.people.enumerated() {
      text += "\(person.1);\(person.5);2023-05-1\(day)\n"
    }
    #expect(try kinds(inspect(text))["Letzter Kauf"] == "-")
  }

  @Test func kindAndRoleAreToldByTheirValues() throws {
    var text = "Typ;Art;Firma\n"
    for (number, person) in Self.people.enumerated() {
      text += "\(number % 2 == 0 ? "Debitor" : "Kreditor");Firma;\(person.1) GmbH\n"
    }
    let kinds = try kinds(inspect(text))
    #expect(kinds["Typ"] == "role")
    #expect(kinds["Art"] == "kind")
  }

  @Test func activitiesAndOpportunitiesAreNoContacts() throws {
    let calls = """
      ID;Datum;Art;Betreff;Kontakt;KundenNr;Notiz
      1;03.04.2020;Anruf;Angebot;Alwine Trautmann;101;ruft zurück
      2;05.04.2020;E-Mail;Rechnung;Bruno Eickhoff;102;erledigt
      3;06.04.2020;Anruf;Termin;Claudia Nagelschmidt;103;kommt
      """
    let found = try inspect(calls)
    #expect(found.role == .activities)
    #expect(found.dateColumn == "Datum")
    let deals = """
      Chance-Nr;Bezeichnung;Firma;Phase;Betrag;Erstellt
      V-1;Umbau Halle 3;Eickhoff GmbH;Angebot;854,71;14.12.2018
      V-2;Halle 4;Ostertag AG;Qualifiziert;12,50;15.12.2018
      V-3;Umbau Halle 5;Pfannkuch KG;Angebot;99,00;16.12.2018
      """
    #expect(try inspect(deals).role == .opportunities)
  }

  @Test func aTableOfOtherThingsIsNoSource() throws {
    let found = try inspect("Artikel;Preis;Lager\nSchraube;1,20;5\nMutter;0,80;7\n")
    guard case .none = found.role else {
      Issue.record("a source")
      return
    }
  }

  @Test func theElementThatRepeatsIsTheRecordAndPeopleInItAreNested() throws {
    let found = try inspect(
      """
      <Export><Kunden>
      <Kunde nr="100" typ="Debitor"><Name1>Eickhoff GmbH</Name1>
        <Adresse art="Rechnung"><Strasse>Lindenweg</Strasse><Hausnummer>4</Hausnummer><PLZ>70567</PLZ><Ort>Stuttgart</Ort></Adresse>
        <Personen><Person lfdnr="1"><Vorname>Bruno</Vorname><Name>Eickhoff</Name><Funktion>Leitung</Funktion></Person>
          <Person lfdnr="2"><Vorname>Claudia</Vorname><Name>Ostertag</Name></Person></Personen></Kunde>
      <Kunde nr="101" typ="Debitor"><Name1>Pfannkuch KG</Name1><Adresse art="Lieferung"><PLZ>01067</PLZ></Adresse></Kunde>
      <Kunde nr="102" typ="Kreditor"><Name1>Nagelschmidt AG</Name1></Kunde>
      </Kunden></Export>
      """, "x.xml")
    #expect(found.format == .xml)
    #expect(found.record == "/Export/Kunden/Kunde")
    #expect(found.rows == 3)
    #expect(
      kinds(found) == [
        "@nr": "key", "@typ": "role", "Name1": "organization", "Adresse/@art": "label",
        "Adresse/Strasse": "street", "Adresse/Hausnummer": "house_number",
        "Adresse/PLZ": "postal_code", "Adresse/Ort": "place", "Personen/Person/@lfdnr": "key",
        "Personen/Person/Vorname": "given", "Personen/Person/Name": "family",
        "Personen/Person/Funktion": "position",
      ])
  }

  @Test func aKnownXMLExportIsReadByItsOwnMapping() throws {
    let found = try inspect(
      """
      <phonebooks><phonebook><contact><person><realName>Trautmann, Alwine</realName></person>
      <telephony><number type="mobile">0171 1234567</number></telephony></contact>
      <contact><person><realName>Eickhoff GmbH</realName></person></contact></phonebook></phonebooks>
      """, "buch.xml")
    #expect(found.exports.map(\.id) == ["fritzbox"])
    #expect(kinds(found)["person/realName"] == "full_name")
    #expect(kinds(found)["telephony/number/@type"] == "label")
  }

  @Test func odditiesAreCounted() throws {
    let found = try inspect(
      "Nr;Name;Telefon;Datum\n1;MÃ¼ller;4,91712E+11;03.04.2020\n1;n/a;0711 1234;2020-04-05\n")
    func oddities(_ name: String) -> [String: Int] {
      let column = found.columns.first { $0.name == name }
      return Dictionary(uniqueKeysWithValues: (column?.oddities ?? []).map { ($0.0, $0.1) })
    }
    #expect(oddities("Telefon")["excel_damage"] == 1)
    #expect(oddities("Name")["mojibake"] == 1)
    #expect(oddities("Name")["placeholder"] == 1)
    #expect(oddities("Datum")["mixed_dates"] != nil)
  }

  @Test func noValueIsTold() throws {
    var text = "Name;E-Mail;Telefon\n"
    for person in Self.people { text += "\(person.1);\(person.5);0711 123456\n" }
    let found = try inspect(text)
    let page = InspectionPage(files: [found], language: .german).html.markup
    let told = found.text(.german) + FileInspection.json([found]) + page
    for person in Self.people {
      for value in [person.1, person.5] { #expect(!told.contains(value)) }
    }
  }

  @Test func namesThatAreMarkupStayText() throws {
    let found = try inspect("Name;<script>alert(1)</script>\nTrautmann;x\n")
    let page = InspectionPage(files: [found], language: .english).html.markup
    #expect(!page.contains("<script"))
    #expect(page.contains("&lt;script"))
  }

  @Test func emptyFilesAreNoSources() throws {
    for text in ["", "Name;Ort\n"] {
      guard case .none = try inspect(text).role else {
        Issue.record("a source")
        continue
      }
    }
  }

  @Test func patternsTellFormAndNothingElse() {
    #expect(patternOf("Hauptstr. 12a") == "Aa. 99a")
    #expect(patternOf("70567") == "99999")
    #expect(patternOf("a@b.de") == "a@a.a")
    #expect(patternOf(String(repeating: "x1", count: 40)).count == 25)
  }

  /// A yes there is a no.
  @Test(arguments: [
    "Newsletter-Abmeldung", "Newsletter Opt-out", "Werbesperre", "Keine Werbung", "no newsletter",
  ])
  func aRefusalIsNeverTakenForConsent(name: String) throws {
    let found = try inspect("Name;\(name)\nTrautmann;ja\nEickhoff;nein\nOstertag;ja\n")
    #expect(kinds(found)[name] == "-")
  }
}
