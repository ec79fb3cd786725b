import Formats
import Records
import Testing

@testable import Pipeline

@Suite struct KnownExportsTests {
  @Test func allFilesAreRead() {
    #expect(KnownExports.problems.map { "\($0.file): \($0.message.english)" } == [])
    #expect(KnownExports.all.count == KnownExportFiles.all.count)
    #expect(KnownExports.all.count >= 20)
    for export in KnownExports.all {
      #expect(!export.signature.isEmpty, "\(export.id)")
      #expect(!export.source.map.isEmpty, "\(export.id)")
    }
  }

  @Test func noTwoExportsHaveOneSignature() {
    let tables = KnownExports.all.filter { $0.source.format == .csv }
    #expect(Set(tables.map { $0.signature.sorted() }).count == tables.count)
  }

  @Test(arguments: [
    ("outlook-de", "Anrede;Vorname;Nachname;Firma;Telefon geschäftlich;E-Mail-Adresse;Ort;Konto"),
    (
      "outlook-de",
      "Anrede;Vorname;Nachname;Telefon privat;Telefon privat 2;Name Assistent;"
        + "Telefon geschäftlich;E-Mail-Adresse;Regierungsnr."
    ),
    ("outlook-en", "Title;First Name;Last Name;Business Phone;E-mail Address;Location;Account"),
    (
      "google-new",
      "First Name;Last Name;Organization Name;Labels;E-mail 1 - Label;E-mail 1 - Value;"
        + "Phone 2 - Label;Phone 2 - Value"
    ),
    (
      "google-old",
      "Name;Given Name;Family Name;Yomi Name;Group Membership;Phone 1 - Type;Phone 1 - Value"
    ),
    ("thunderbird-de", "Vorname;Nachname;Anzeigename;Primäre E-Mail-Adresse;Messenger-Name"),
    ("thunderbird-en", "First Name;Last Name;Display Name;Primary Email;Screen Name"),
    ("linkedin", "First Name;Last Name;URL;Email Address;Company;Position;Connected On"),
    ("sevdesk", "Kunden-Nr.;Anrede;Organisation;Strasse;Adress-Kategorie;E-Mail;E-Mail-Kategorie"),
    ("lexware-office", "Kundennummer;Firmenname;Vorname;Straße (Rechnungsadresse)"),
    ("odoo", "id;name;company_type;street;zip;city;country_id;email"),
  ])
  func aHeaderNamesItsExport(id: String, header: String) {
    let columns = header.split(separator: ";").map(String.init)
    #expect(KnownExports.named(by: columns)?.id == id)
  }

  @Test func aListOfNamesIsNoKnownExport() {
    #expect(KnownExports.named(by: ["Vorname", "Nachname", "Straße", "PLZ", "Ort"]) == nil)
    #expect(KnownExports.named(by: []) == nil)
  }

  @Test func aWideDATEVTableIsKnownByItsSignature() {
    let own = ["Konto", "Postleitzahl", "Kurzbezeichnung", "Namensvorsatz", "Ort", "Telefon"]
    let wide = own + (1...248).map { "Bankfeld \($0)x" }
    #expect(KnownExports.named(by: wide)?.id == "datev")
  }

  /// One word means different things in different programs.
  @Test func falseFriendsAreToldByTheHeader() throws {
    func target(_ id: String, _ column: String) throws -> MappingTarget? {
      let export = try #require(KnownExports.all.first { $0.id == id })
      return export.target(of: column)
    }
    #expect(try target("outlook-de", "Ort") == .ignore)
    #expect(try target("datev", "Ort") == .field(FieldTarget(.place)))
    #expect(try target("outlook-de", "Geburtstag") == .field(FieldTarget(.birthDate)))
    #expect(try target("thunderbird-de", "Geburtstag") == .field(FieldTarget(.birthDay)))
    #expect(try target("outlook-en", "Title") == .field(FieldTarget(.salutation)))
    #expect(try target("datev", "Konto") == .field(FieldTarget(.key)))
    #expect(try target("outlook-de", "Konto") == .ignore)
  }

  @Test func numbersInLabelsAreGroups() throws {
    let google = try #require(KnownExports.all.first { $0.id == "google-new" })
    #expect(google.target(of: "E-mail 3 - Value") == .field(FieldTarget(.email, group: 3)))
    #expect(google.target(of: "Phone 2 - Label") == .labelOf(FieldTarget(.phone, group: 2)))
    #expect(google.target(of: "Address 12 - City") == .field(FieldTarget(.place, group: 12)))
    #expect(google.target(of: "Custom Field 1 - Value") == nil)
    #expect(google.has("Custom Field 1 - Value"))
    #expect(!google.has("Shoe Size"))
  }

  @Test func anInvoiceHasABuyerAndASeller() {
    let elements: Set<String> = [
      "Invoice", "AccountingCustomerParty", "AccountingSupplierParty", "Party",
    ]
    let found = KnownExports.named(byElements: elements).map(\.source.name)
    #expect(found == ["ubl-customers", "ubl-suppliers"])
    #expect(KnownExports.named(byElements: ["Kunden", "Kunde", "Name"]).isEmpty)
  }

  @Test func oneOfSeveralNamesIsEnough() {
    let elements: Set<String> = ["Customers", "Customer", "Number", "Name", "PostCode", "City"]
    #expect(KnownExports.named(byElements: elements).map(\.id) == ["business-central"])
  }

  @Test func aFileThatIsWrongSaysWhere() throws {
    #expect(throws: PipelineError.self) {
      try KnownExports.export(
        "name: x\ntitle: { de: x, en: x }\nfile: x\nmap: { a: nofield }\n", id: "x")
    }
  }
}
