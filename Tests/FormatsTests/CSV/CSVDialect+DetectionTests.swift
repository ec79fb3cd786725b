import Formats
import Testing

@Suite struct CSVDialectDetectionTests {
  private func dialect(_ text: String, _ options: CSVOptions = CSVOptions()) -> CSVDialect {
    .detected(in: Array(text.utf8), isWhole: true, options: options)
  }

  @Test(arguments: [
    ("Name;Ort\nA;B\n", ";"), ("Name,Ort\nA,B\n", ","), ("Name\tOrt\nA\tB\n", "\t"),
    ("Name|Ort\nA|B\n", "|"), ("Name\nA\nB\n", "|"),
    ("Name;Betrag;Notiz\nA;1,5;x\nB;2,5;y, z\nC;3,0;\n", ";"),
    ("Name\tAnschrift\nA\tWeg 1, 89073 Ulm\nB\tWeg 2, 53111 Bonn\n", "\t"),
    ("\"Name, Titel\";\"Ort\"\n\"A, B\";\"C\"\n", ";"),
  ])
  func delimiterIsTheOneUnderWhichRowsAgree(text: String, delimiter: String) {
    #expect(dialect(text).delimiter == delimiter.utf8.first)
  }

  @Test(arguments: [
    "Name\nMeyer, Hans\nWrumm, Otto\nQuast, Ida\n", "Name\nHans Meyer\nOtto Wrumm\nQuast, Ida\n",
    "voller Name\nHans Meyer\nvan der Meer, Jan\n", "Name\nMeyer; Hans\nWrumm; Otto\n",
  ])
  func delimitersInOneColumnArePartsOfItsValues(text: String) {
    let found = dialect(text)
    #expect(found.fieldCount == 1 && found.hasHeader && found.skippedLines == 0)
    #expect(!text.utf8.contains(found.delimiter))
  }

  @Test func oneColumnThatTheUserNamesIsOneColumn() {
    let text = "Wer\nMeyer,Hans\nWrumm,Otto\n"
    #expect(dialect(text, CSVOptions(names: ["wer"])).fieldCount == 1)
    #expect(dialect(text).fieldCount == 2)
  }

  @Test func titleAboveAHeaderIsNoColumn() {
    let found = dialect("Name\nVorname, Nachname\nHans, Meyer\n")
    #expect(found.fieldCount == 2 && found.skippedLines == 1)
    #expect(dialect("Name\n\nHans, Meyer\nOtto, Wrumm\n").fieldCount == 2)
  }

  @Test func headerOfSeveralColumnsStandsAboveRowsOfOne() {
    let found = dialect("Vorname;Nachname\nHans\nOtto\nIda\n")
    #expect(found.delimiter == UInt8(ascii: ";") && found.hasHeader)
  }

  @Test func separatorLineDecides() {
    let found = dialect("sep=;\nName,Vorname;Ort,Land\nA,B;C,D\n")
    #expect(found.delimiter == UInt8(ascii: ";"))
    #expect(found.skippedLines == 1)
    #expect(dialect("\"sep=|\"\r\na|b\r\n").delimiter == UInt8(ascii: "|"))
  }

  @Test func separatorLineIsReadInUTF16Too() {
    let text = "\u{FEFF}sep=\t\nName\tOrt\nA\tB\n"
    let bytes = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let found = CSVDialect.detected(in: bytes, isWhole: true)
    #expect(found.encoding == .utf16LittleEndian)
    #expect(found.delimiter == 0x09 && found.skippedLines == 1)
  }

  @Test func linesBeforeTheHeaderAreSkipped() {
    let text =
      "Notes:\n\"When exporting, some\naddresses are missing\"\n\nFirst Name,Last Name,URL\n"
    let found = dialect(text + "A,B,\nC,D,\n")
    #expect(found.skippedLines == 4)
    #expect(found.hasHeader && found.fieldCount == 3)
  }

  @Test func twoLineHeaderOfBookkeepingIsUnderstood() {
    let found = dialect(
      "\"EXTF\";700;16\n\"Konto\";\"Name\";\"Vorname\";\"Ort\"\n1;\"A\";\"B\";\"C\"\n")
    #expect(found.skippedLines == 1)
    #expect(found.fieldCount == 4)
  }

  @Test func headerNarrowerThanRowsIsStillTheHeader() {
    let found = dialect("Vorname;Nachname\nA;B;x\nC;D;y\n")
    #expect(found.hasHeader && found.skippedLines == 0)
  }

  @Test(arguments: [
    ("Anna;Kunz;anna@example.org\nJo;Öz;jo@example.org\n", false),
    ("10001;Anna;Kunz\n10002;Jo;Öz\n", false), ("Firma;Anna;01.02.1980\nHerr;Jo;\n", false),
    ("Vorname;Nachname;Geburtsdatum\nA;B;01.02.1980\n", true),
    ("lfd;Name;2021;2022\n1;A;X;\n", true),
    ("alpha;beta\n1;2\n", true),
  ])
  func headerIsToldFromValues(text: String, hasHeader: Bool) {
    #expect(dialect(text).hasHeader == hasHeader)
  }

  @Test func apostropheQuotesWhereItStandsAroundFields() {
    #expect(dialect("'Name','Ort'\n'A','B'\n").quote == UInt8(ascii: "'"))
    #expect(dialect("Name,Ort,Land\nA,'Ulm, Donau',D\nB,'Au, Inn',D\n").quote == UInt8(ascii: "'"))
    #expect(dialect("Name,Ort\nD'Angelo,L'Aquila\n").quote == UInt8(ascii: "\""))
  }

  @Test func optionsWin() {
    let options = CSVOptions(
      delimiter: UInt8(ascii: ","), quote: UInt8(ascii: "'"), encoding: .iso8859_1, header: false,
      skipLines: 2)
    let found = dialect("a;b\nc;d\ne;f\n", options)
    #expect(found.delimiter == UInt8(ascii: ",") && found.quote == UInt8(ascii: "'"))
    #expect(found.encoding == .iso8859_1 && !found.hasHeader && found.skippedLines == 2)
  }
}
