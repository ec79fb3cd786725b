import Testing

@testable import Formats

@Suite struct CSVDialectHeaderTests {
  private func dialect(_ text: String, names: [String] = []) -> CSVDialect {
    .detected(in: Array(text.utf8), isWhole: true, options: CSVOptions(names: names))
  }

  @Test(arguments: [
    // A word of headers that stands again below itself is a value.
    ("Firma;Eickhoff AG;Ulm\nFirma;Quast GmbH;Bonn\nPrivat;Ida Ohm;Kiel\n", false),
    // One such word among others proves nothing.
    ("Firma;Eickhoff AG;Ulm\nPrivat;Ida Ohm;Kiel\n", false),
    ("Nr;Bezeichnung;Stand\n1;Eickhoff;x\n2;Quast;y\n", true),
    ("Name;Farbe\nEickhoff;blau\n", true), ("alpha;beta\nEickhoff;Quast\n", true),
    ("Name;Ort\nEickhoff;Ulm\nName;Ort\nQuast;Bonn\n", true),
  ])
  func headerIsJudgedByTheRowsBelow(text: String, hasHeader: Bool) {
    #expect(dialect(text).hasHeader == hasHeader)
  }

  @Test func namesThatTheUserExpectsMakeAHeader() {
    let text = "aa;bb;cc\nEickhoff;Ulm;x\n"
    #expect(dialect(text, names: ["BB"]).hasHeader)
    #expect(!dialect("Ida;Eickhoff\nOtto;Quast\n", names: ["column 2"]).hasHeader)
  }

  @Test(arguments: [
    ("Vorname;Nachname;Farbe\nIda;Quast;blau\n", true), ("Name\nIda Quast\n", true),
    ("Nr;Name;Farbe;Stil\n1;Quast;blau;x\n2;Ohm;rot;y\n", true),
    ("Ort;Eickhoff\nPLZ;Quast\n", false), ("Firma;Telefon;Eickhoff AG;Ulm\n", false),
    ("aa;bb\n1;2\n", false), ("Ida;Quast\nOtto;Ohm\n", false),
    ("ida@quast.example;Ida\n", false),
  ])
  func headerIsCertainWhenMostOfItIsNames(text: String, isCertain: Bool) {
    #expect(dialect(text).isHeaderCertain == isCertain)
  }

  @Test func headerThatTheUserClaimsIsNotCertainForThat() {
    let found = CSVDialect.detected(
      in: Array("Ida;Quast\nOtto;Ohm\n".utf8), isWhole: true, options: CSVOptions(header: true))
    #expect(found.hasHeader && !found.isHeaderCertain)
  }

  @Test(arguments: [
    ("ida@quast.example", true), ("0731 99999", true), ("2024", false), ("24103", true),
    ("Strasse 2", false), ("Telefon", false),
  ])
  func valueIsToldFromAName(cell: String, isValue: Bool) {
    #expect(HeaderEvidence.looksLikeValue(cell) == isValue)
  }
}
