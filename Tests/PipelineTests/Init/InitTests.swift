import Foundation
import Records
import Support
import Testing

@testable import Pipeline

@Suite struct InitTests {
  private func proposal(_ folder: Workdir, _ name: String = "kontor.yaml") throws -> Init {
    try Init([folder.path("in")], out: folder.path(name), settings: Inspection.Settings())
  }

  private static let files = [
    "in/erp/kunden.csv": """
    Kundennummer;Firma;Straße;PLZ;Ort;Telefon
    1001;Trautmann GmbH;Lindenweg 4;70567;Stuttgart;0711 1234567
    1002;Eickhoff Bau KG;Am Anger 12;01067;Dresden;0351 7654321
    1003;Nagelschmidt AG;Ringstr. 3;48683;Ahaus;02561 99887
    1004;Ostertag e. K.;Gartenweg 1;20359;Hamburg;040 556677

    """,
    "in/shop.csv": """
    email,vorname,nachname,firma,kundennummer,newsletter
    info@trautmann-gmbh.de,,,Trautmann GmbH,1001,ja
    b@eickhoff-bau.de,Bruno,Eickhoff,Eickhoff Bau KG,1002,nein
    a@nagelschmidt-ag.de,,,Nagelschmidt AG,1003,ja
    neu@pfannkuch-haus.de,Erika,Pfannkuch,,,ja

    """,
    "in/karten/a.vcf": "BEGIN:VCARD\nVERSION:3.0\nN:Trautmann;Alwine;;;\nEND:VCARD\n",
    "in/karten/b.vcf": "BEGIN:VCARD\nVERSION:3.0\nN:Eickhoff;Bruno;;;\nEND:VCARD\n",
    "in/anrufe.csv": """
    ID;Datum;Art;Betreff;KundenNr;Kontakt
    1;03.04.2020;Anruf;Angebot;1001;Trautmann GmbH
    2;05.04.2020;E-Mail;Rechnung;1002;Eickhoff Bau KG
    3;06.04.2020;Anruf;Termin;1003;Nagelschmidt AG

    """,
    "in/artikel.csv": "Artikel;Preis\nSchraube;1,20\nMutter;0,80\n",
  ]

  private func folder(_ files: [String: String] = files) throws -> Workdir {
    let folder = try Workdir()
    for (name, text) in files { try folder.write(name, text) }
    return folder
  }

  @Test func aFolderBecomesAPipelineThatRuns() throws {
    let folder = try folder()
    let proposal = try proposal(folder)
    try proposal.write(.english)
    let file = try PipelineFile.read(folder.path("kontor.yaml"), output: folder.path("out"))
    #expect(
      file.sources.map(\.name) == ["anrufe", "kunden", "karten", "shop"].filter { $0 != "anrufe" })
    #expect(file.activities.map(\.name) == ["anrufe"])
    let check = try Check(file: file).text(.english)
    #expect(check.contains("valid"))
    let numberings = Set(file.sources.compactMap(\.numbering))
    #expect(numberings.count == 1)
    #expect(file.activities.first?.numbering == numberings.first)
    let shop = try #require(file.sources.first { $0.name == "shop" })
    #expect(shop.constants.contains { $0.target.field == .consentChannel && $0.text == "email" })
  }

  /// Two sheets are two sources of one file; the third holds a title alone.
  @Test func eachSheetIsASourceOfItsOwn() throws {
    func rows(_ table: [[String]]) -> String {
      table.enumerated().map { number, texts in
        let cells = texts.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }
        return "<row r=\"\(number + 1)\">\(cells.joined())</row>"
      }.joined()
    }
    let book = TestWorkbook([
      ("Info", rows([["Adressliste, Stand Mai"]])),
      ("Kunden", rows([["Nachname", "Vorname", "Ort"], ["Ohm", "Ida", "Kiel"]])),
      ("Firmen", rows([["Firma", "PLZ", "Ort"], ["Voss GmbH", "24103", "Kiel"]])),
    ])
    let folder = try Workdir()
    try folder.write("in/adressen.xlsx", book.bytes)
    try folder.write("in/alt.xls", [0xD0, 0xCF, 0x11, 0xE0] + [UInt8](repeating: 0, count: 600))
    let proposal = try proposal(folder)
    try proposal.write(.english)
    let file = try PipelineFile.read(folder.path("kontor.yaml"), output: folder.path("out"))
    #expect(file.sources.map(\.name) == ["adressen-kunden", "adressen-firmen"])
    #expect(file.sources.map(\.sheet) == ["Kunden", "Firmen"])
    let left = proposal.draft.leftOut.map { "\($0.name.english): \($0.reason.english)" }
    #expect(left.first == "adressen.xlsx, sheet Info: it holds no record")
    #expect(left.last?.hasPrefix("alt.xls: the old Excel format") == true)
    _ = try Run(file: file, options: RunOptions(language: .english)).perform(
      progress: Progress(mode: .silent, language: .english))
    let contacts = try folder.text("out/contacts.csv")
    #expect(contacts.contains("Ohm"))
    #expect(contacts.contains("Voss GmbH"))
  }

  @Test func filesThatAreNoSourceAreNamedWithTheReason() throws {
    let folder = try folder()
    let yaml = try proposal(folder).draft.yaml(.english)
    #expect(yaml.contains("#   artikel.csv: no column names or reaches a contact"))
    #expect(yaml.contains("file: \"karten/*.vcf\""))
  }

  /// Five months of one export, and a file of another kind beside them.
  @Test func aGlobMeansItsFilesAndNoOthers() throws {
    var files = ["in/listen/preise.csv": "Artikel;Preis\nSchraube;1,20\nMutter;0,80\n"]
    for month in 1...5 {
      files["in/listen/monat\(month).csv"] = "Name;Ort\nTrautmann \(month);Kiel\nOstertag;Bonn\n"
    }
    let paths = try proposal(folder(files)).draft.sources.map(\.paths)
    #expect(paths == [(1...5).map { "listen/monat\($0).csv" }])
    files["in/listen/preise.csv"] = nil
    #expect(try proposal(folder(files)).draft.sources.map(\.paths) == [["listen/*.csv"]])
  }

  @Test func nothingIsOverwritten() throws {
    let folder = try folder()
    try folder.write("kontor.yaml", "mine")
    #expect(throws: PipelineError.self) { try proposal(folder) }
    let other = try proposal(folder, "other.yaml")
    try folder.write("other.yaml", "mine")
    #expect(throws: PipelineError.self) { try other.write(.german) }
    #expect(try folder.text("other.yaml") == "mine")
  }

  @Test func aDraftIsTheSameEveryTimeAndHoldsNoValue() throws {
    let folder = try folder()
    let yaml = try proposal(folder).draft.yaml(.german)
    #expect(try proposal(folder).draft.yaml(.german) == yaml)
    for value in ["Trautmann", "Eickhoff", "1001", "0711"] { #expect(!yaml.contains(value)) }
  }

  @Test func aConsentWithoutAChannelGrantsNothing() throws {
    var files = Self.files
    files["in/erp/kunden.csv"] = """
      Kundennummer;Firma;Ort;Werbung erlaubt
      1001;Trautmann GmbH;Stuttgart;ja
      1002;Eickhoff Bau KG;Dresden;nein

      """
    let folder = try folder(files)
    let yaml = try proposal(folder).draft.yaml(.english)
    #expect(yaml.contains("consent_channel: unklar"))
    #expect(yaml.contains("a yes counts for nothing"))
  }

  @Test func twoConsentsAreTwoStatements() throws {
    let folder = try folder([
      "in/liste.csv": """
      Name;E-Mail;Newsletter;Telefonwerbung
      Alwine Trautmann;a@beispielhaus.de;nein;ja
      Bruno Eickhoff;b@eickhoff-bau.de;ja;nein

      """
    ])
    let yaml = try proposal(folder).draft.yaml(.english)
    #expect(yaml.contains("Newsletter: consent_state "))
    #expect(yaml.contains("Telefonwerbung: consent_state.2 "))
    #expect(yaml.contains("consent_channel: email"))
    #expect(yaml.contains("consent_channel.2: phone"))
  }

  @Test func anAnswerDecidesADoubtfulColumn() throws {
    let folder = try Workdir()
    var text = "Bezeichnung,E-Mail\n"
    for number in 0..<8 { text += "Lindenweg \(number + 1),person\(number)@beispielhaus.de\n" }
    try folder.write("in/liste.csv", text)
    var proposal = try proposal(folder)
    let questions = proposal.questions(.german)
    #expect(questions.map(\.column) == ["Bezeichnung"])
    #expect(proposal.draft.yaml(.german).contains("Bezeichnung: street"))
    proposal.take([false])
    #expect(!proposal.draft.yaml(.german).contains("Bezeichnung: street"))
  }

  @Test func filesMayBeNamedOneByOne() throws {
    let folder = try folder()
    let proposal = try Init(
      [folder.path("in/shop.csv"), folder.path("in/erp/kunden.csv")],
      out: folder.path("x.yaml"), settings: Inspection.Settings())
    #expect(proposal.draft.sources.map(\.paths) == [["shop.csv"], ["erp/kunden.csv"]])
    try proposal.write(.english)
    _ = try Check(file: PipelineFile.read(folder.path("x.yaml")))
  }

  @Test func aPathThatIsNothingStops() throws {
    #expect(throws: PipelineError.self) {
      try Init(["/nowhere/at/all"], out: "x.yaml", settings: Inspection.Settings())
    }
  }

  /// Every format that is read finds its place in the pipeline.
  @Test func mailsCalendarsAndDirectoriesBecomeSources() throws {
    let folder = try folder([
      "in/post.mbox": """
      From alwine@beispielhaus.de Mon Jan  5 10:00:00 2024
      From: Alwine Trautmann <alwine@beispielhaus.de>
      To: b@eickhoff-bau.de
      Subject: Angebot
      Date: Mon, 05 Jan 2024 10:00:00 +0100

      Text

      """,
      "in/termine.ics": """
      BEGIN:VCALENDAR
      VERSION:2.0
      BEGIN:VEVENT
      UID:1
      DTSTART:20240105T100000Z
      SUMMARY:Besuch
      ATTENDEE;CN=Bruno:mailto:b@eickhoff-bau.de
      END:VEVENT
      END:VCALENDAR

      """,
      "in/buch.ldif": """
      dn: cn=Bruno Eickhoff,mail=b@eickhoff-bau.de
      objectclass: person
      givenName: Bruno
      sn: Eickhoff
      mail: b@eickhoff-bau.de

      """,
    ])
    let proposal = try proposal(folder)
    try proposal.write(.english)
    let file = try PipelineFile.read(folder.path("kontor.yaml"), output: folder.path("out"))
    #expect(Set(file.sources.map(\.name)) == ["post", "buch"])
    #expect(Set(file.activities.map(\.name)) == ["post-2", "termine"])
    #expect(proposal.draft.yaml(.english).contains("own: []"))
    #expect(try Check(file: file).text(.english).contains("valid"))
  }

  @Test(arguments: [
    ("Vorname", "Vorname"), ("E-Mail: Typ", "\"E-Mail: Typ\""), ("yes", "\"yes\""),
    ("@nr", "\"@nr\""), ("2021", "\"2021\""), ("", "\"\""), ("a\"b\\", "\"a\\\"b\\\\\""),
    ("Straße (privat)", "Straße (privat)"), ("x\u{202E}y", "\"x\\u202ey\""),
    ("x # y", "\"x # y\""), ("tab\there", "\"tab\\there\""), ("x ", "\"x \""),
  ])
  func textsAreWrittenSoThatTheyReadBack(text: String, yaml: String) {
    #expect(yamlScalar(text) == yaml)
  }
}
