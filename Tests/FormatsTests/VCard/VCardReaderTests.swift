import Formats
import Records
import Support
import Testing

/// Everything a reader tells of a text, in short lines: `ordinal@line column=value …`.
func cards(_ bytes: [UInt8]) throws -> [[String]] {
  var reader = VCardReader(.bytes(bytes, name: "adressbuch.vcf"))
  var result: [[String]] = []
  func line(_ raw: RawRecord) -> [String] {
    ["\(raw.location.ordinal)@\(raw.location.line)"]
      + raw.values.map { "\(raw.columns[$0.column])=\($0.text)" }
  }
  try reader.read { event in
    switch event {
    case .record(let raw): result.append(line(raw))
    case .rejected(let raw, let problem): result.append([problem.code] + line(raw))
    case .problem(let problem): result.append(["\(problem.code)@\(problem.location.line)"])
    }
  }
  return result
}

func cards(_ text: String) throws -> [[String]] { try cards(Array(text.utf8)) }

/// The columns and values of a card with these lines.
func values(_ lines: String, version: String = "3.0") throws -> [String] {
  let told = try cards("BEGIN:VCARD\nVERSION:\(version)\n\(lines)\nEND:VCARD\n")
  return Array(told.last?.dropFirst() ?? [])
}

@Suite struct VCardReaderTests {
  static let card = """
    BEGIN:VCARD
    VERSION:3.0
    N:Muster;Erika;Maria;Dr.;
    FN:Dr. Erika Maria Muster
    ORG:Beispiel\\, Söhne & Co;Einkauf
    TEL;TYPE=WORK,VOICE:+49 30 123456
    TEL;TYPE=CELL:0170 1234567
    item1.EMAIL;TYPE=INTERNET:erika@example.de
    item1.X-ABLabel:_$!<Work>!$_
    ADR;TYPE=HOME:;;Lange Str
     aße 1;Bonn;;53111;DE
    NOTE:eins\\nzwei
    UID:abc-1
    END:VCARD

    BEGIN:VCARD
    VERSION:4.0
    FN:Zweite Karte
    EMAIL:zwei@example.de
    END:VCARD

    """

  @Test func propertiesBecomeColumns() throws {
    #expect(
      try cards(Self.card) == [
        [
          "1@1", "N.family=Muster", "N.given=Erika", "N.additional=Maria", "N.prefix=Dr.",
          "ORG.name=Beispiel, Söhne & Co", "ORG.unit=Einkauf", "TEL;work=+49 30 123456",
          "TEL;cell=0170 1234567", "EMAIL;work=erika@example.de", "ADR;home.street=Lange Straße 1",
          "ADR;home.place=Bonn", "ADR;home.postal_code=53111", "ADR;home.country=DE",
          "NOTE=eins\nzwei", "UID=abc-1",
        ],
        ["2@16", "EMAIL=zwei@example.de", "FN=Zweite Karte"],
      ])
  }

  @Test func keepsTheLawsOfReaders() {
    #expect(checkReader(Array(Self.card.utf8)) { VCardReader($0) } == [])
  }

  @Test(arguments: ["\r", "\r\n", "\r\r\n"])
  func anyLineEnd(lineEnd: String) throws {
    let bytes = Self.card.utf8.flatMap { $0 == 0x0A ? Array(lineEnd.utf8) : [$0] }
    #expect(try cards(bytes) == cards(Self.card))
  }

  @Test(arguments: [true, false], [true, false])
  func utf16(isMarked: Bool, isBigEndian: Bool) throws {
    let text = (isMarked ? "\u{FEFF}" : "") + Self.card
    let bytes = text.utf16.flatMap { unit in
      isBigEndian
        ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
    #expect(try cards(bytes) == cards(Self.card))
  }

  @Test func foldMayStandInsideACharacter() throws {
    var bytes = Array("BEGIN:VCARD\nVERSION:3.0\nFN:M".utf8)
    bytes += [0xC3, 0x0A, 0x20, 0xBC]
    bytes += Array("ller\nEND:VCARD\n".utf8)
    #expect(try cards(bytes) == [["1@1", "FN=Müller"]])
  }

  @Test func softBreaksJoinLines() throws {
    let lines = """
      ADR;WORK;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:;;M=C3=BC=
      hlweg 3=0D=
      =0AHinterhaus;Ort;;12345;
      NOTE;ENCODING=QUOTED-PRINTABLE:Ende ohne Fortsetzung=
      """
    #expect(
      try values(lines, version: "2.1") == [
        "ADR;work.street=Mühlweg 3\nHinterhaus", "ADR;work.place=Ort",
        "ADR;work.postal_code=12345", "NOTE=Ende ohne Fortsetzung",
      ])
  }

  @Test(arguments: [
    "N;ENCODING=QUOTED-PRINTABLE:Gr=FC=DF;J=F6rg",
    "N;CHARSET=us-ascii;QUOTED-PRINTABLE:Gr=FC=DF;J=F6rg",
    "N;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Gr=FC=DF;J=F6rg",
    "N;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Gr=C3=BC=C3=9F;J=C3=B6rg",
  ])
  func characterSetIsTheOneThatFits(line: String) throws {
    #expect(try values(line, version: "2.1") == ["N.family=Grüß", "N.given=Jörg"])
  }

  @Test func unknownCharacterSetIsAProblem() throws {
    let text = "BEGIN:VCARD\nN;CHARSET=x-none;QUOTED-PRINTABLE:Gr=FC=DF\nEND:VCARD"
    #expect(
      try cards(text) == [["vcard-unknown-charset@2"], ["1@1", "N.family=Grüß"]])
  }

  @Test(arguments: ["", " ", "    ", "\t"])
  func picturesArePassedOver(indentation: String) throws {
    let lines = """
      PHOTO;TYPE=JPEG;ENCODING=BASE64:
      \(indentation)/9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgG
      \(indentation)AwMDBAYEBAQEBAgG==

      TEL;PAGER:1
      """
    #expect(try values("N:A\n" + lines, version: "2.1") == ["N.family=A", "TEL;pager=1"])
  }

  @Test func hugePictureInOneLineCostsNoMemory() throws {
    let picture = String(repeating: "A", count: 3 << 20)
    #expect(try values("PHOTO;ENCODING=b:\(picture)\nFN:A") == ["FN=A"])
    #expect(try values("PHOTO:data:image/png;base64,\(picture)\nFN:A") == ["FN=A"])
  }

  @Test(arguments: [
    "AGENT:\nBEGIN:VCARD\nN:Agent\nTEL:1\nEND:VCARD", "AGENT:BEGIN:VCARD\nTEL:1\nEND:VCARD",
    "AGENT:BEGIN:VCARD\\nTEL:1\\nEND:VCARD\\n", "AGENT;VALUE=uri:CID:x@example.org",
  ])
  func agentDoesNotLeak(lines: String) throws {
    #expect(
      try values("N:A\n\(lines)\nEMAIL:a@example.de") == ["N.family=A", "EMAIL=a@example.de"])
  }

  @Test(arguments: [
    ("TEL;HOME;FAX:1", "TEL;home;fax"), ("TEL;TYPE=home,fax:1", "TEL;home;fax"),
    ("TEL;TYPE=\"home,fax\":1", "TEL;home;fax"),
    ("tel;type=FAX;type=HOME;type=pref:1", "TEL;home;fax"),
    ("TEL;VALUE=uri;PREF=1;TYPE=cell:tel:1", "TEL;cell"), ("Arbeit.TEL:1", "TEL"),
  ])
  func types(line: String, column: String) throws {
    #expect(try values(line) == ["\(column)=1"])
  }

  @Test func repeatedPropertiesAreNumbered() throws {
    let lines = """
      TEL;WORK:1
      TEL;HOME:2
      TEL;WORK:3
      ADR;WORK:;;a;b
      ADR;WORK:;;c;d
      CATEGORIES:x,y\\,z
      """
    #expect(
      try values(lines) == [
        "TEL;work=1", "TEL;home=2", "TEL;work[2]=3", "ADR;work.street=a", "ADR;work.place=b",
        "ADR;work[2].street=c", "ADR;work[2].place=d", "CATEGORIES=x", "CATEGORIES[2]=y,z",
      ])
  }

  @Test(arguments: [
    ("TEL;VALUE=uri:tel:+49-30-123456;ext=12", "TEL=+49-30-123456 ext. 12"),
    ("EMAIL:mailto:a@example.de", "EMAIL=a@example.de"),
    ("URL:http\\://example.de/a", "URL=http://example.de/a"),
    ("BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-15", "BDAY=--04-15"), ("BDAY:--0505", "BDAY=--0505"),
    ("BDAY;VALUE=text:circa 1800", "BDAY=circa 1800"),
    ("GENDER:F;weiblich", "GENDER=F"), ("N:dirk", "N.family=dirk"),
    ("N:a;b;c,d;e;f;g;h", "N.suffix=f"), ("ORG:Muster, Inc.;;Lager", "ORG.unit=Lager"),
    ("LABEL;HOME;ENCODING=QUOTED-PRINTABLE:Weg 1=0D=0A12345 Ort", "LABEL;home=Weg 1\n12345 Ort"),
    ("ADR;TYPE=home;LABEL=\"Weg 1, Ort\":;;;;;;", "LABEL;home=Weg 1, Ort"),
    ("X-messaging/gadu-All:7", "X-MESSAGING-GADU-ALL=7"),
  ])
  func value(line: String, last: String) throws {
    #expect(try values(line).last == last)
  }

  @Test func labelOfAnAddressIsNoSecondAddress() throws {
    let lines = "ADR;WORK:;;Weg 1;Ort\nLABEL;WORK:Weg 1\\nOrt\nLABEL;HOME:Gasse 2"
    #expect(
      try values(lines) == ["ADR;work.street=Weg 1", "ADR;work.place=Ort", "LABEL;home=Gasse 2"])
  }

  @Test(arguments: [
    ("N:Muster;Erika\nFN:Erika Muster", []), ("N:Muster;Erika\nFN:Muster\\, Erika", []),
    ("N:Muster;Erika\nFN:Dr. Erika Muster", ["FN.display=Dr. Erika Muster"]),
    ("N:;;;;\nFN:Muster GmbH\nORG:Muster GmbH", []),
    ("N:;;;;\nFN:Erika Muster\nORG:Muster GmbH", ["FN=Erika Muster"]),
    ("FN:a\nFN:b", ["FN=a", "FN.display=b"]), ("NICKNAME:Ede", ["FN=Ede"]),
  ])
  func formattedNameCountsWhereNoOtherIs(lines: String, expected: [String]) throws {
    #expect(try values(lines).filter { $0.hasPrefix("FN") } == expected)
  }

  @Test func secondNameIsNoSecondPerson() throws {
    #expect(
      try values("N;ALTID=1:Müller;Jan\nN;ALTID=1;LANGUAGE=en:Mueller;Ian").prefix(3)
        == ["N.family=Müller", "N.given=Jan", "N;other.family=Mueller"])
  }

  @Test(arguments: ["KIND:org", "X-ABShowAs:COMPANY", "kind:ORG"])
  func organizations(line: String) throws {
    #expect(try values("\(line)\nORG:Muster").contains { $0.lowercased() == "kind=org" })
  }

  @Test func undeclaredEncodingIsToldByTheLettersOfTheCard() throws {
    let polish = """
      BEGIN:VCARD
      VERSION:2.1
      N;ENCODING=QUOTED-PRINTABLE:Wo=9Fniak;Micha=B3
      ADR;ENCODING=QUOTED-PRINTABLE:;;=A3=F3dzka 1;Krak=F3w;ma=B3opolskie
      END:VCARD
      """
    let found = try cards(polish).first ?? []
    #expect(found.contains("N.family=Woźniak") && found.contains("N.given=Michał"))
    #expect(found.contains("ADR.street=Łódzka 1") && found.contains("ADR.place=Kraków"))
    let german = "BEGIN:VCARD\nN;ENCODING=QUOTED-PRINTABLE:M=FCller;J=F6rg\nEND:VCARD"
    #expect(try cards(german).first?.contains("N.family=Müller") == true)
  }

  @Test func groupsAreCategoriesOfTheirMembers() throws {
    let text = """
      BEGIN:VCARD
      FN:Ida Ohm
      UID:urn:uuid:A-1
      END:VCARD
      BEGIN:VCARD
      X-ADDRESSBOOKSERVER-KIND:group
      N:Chor\\, Alt
      X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:a-1
      X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:none
      END:VCARD
      BEGIN:VCARD
      KIND:group
      FN:Vorstand
      EMAIL:vorstand@chor.example
      MEMBER:mailto:uwe@lenz.example
      MEMBER:a-1
      END:VCARD
      BEGIN:VCARD
      FN:Uwe Lenz
      EMAIL:Uwe@lenz.example
      END:VCARD
      """
    #expect(
      try cards(text) == [
        [
          "1@1", "UID=urn:uuid:A-1", "CATEGORIES=Chor, Alt", "CATEGORIES[2]=Vorstand", "FN=Ida Ohm",
        ],
        ["vcard-group@5"], ["vcard-group-with-address@11"],
        ["3@11", "EMAIL=vorstand@chor.example", "FN=Vorstand", "KIND=org"],
        ["4@18", "EMAIL=Uwe@lenz.example", "CATEGORIES=Vorstand", "FN=Uwe Lenz"],
      ])
  }

  @Test func cardsAreFoundAgainAfterGarbageAndMissingEnds() throws {
    let text = """
      Exportiert am
      gestern
      begin:vcard\u{20}
      FN:A
      BEGIN:VCARD
      kein Doppelpunkt
      FN:B
      END:VCARD
      Müll
      BEGIN:VCARD
      FN:C
      """
    #expect(
      try cards(text) == [
        ["vcard-garbage@1"], ["vcard-no-end@3"], ["1@3", "FN=A"], ["vcard-line-without-colon@6"],
        ["2@5", "FN=B"], ["vcard-garbage@9"], ["vcard-no-end@10"], ["3@10", "FN=C"],
      ])
  }

  @Test(arguments: ["", "UID:1\nREV:2020", "N:;;;;", "TEL:", "PHOTO;BASE64:AAAA"])
  func cardWithoutContactIsSetAside(lines: String) throws {
    let told = try cards("BEGIN:VCARD\n\(lines)\nEND:VCARD")
    #expect(told.first?.first == "vcard-empty")
  }

  @Test(arguments: ["", "Name;Ort\n", "\n\n"])
  func fileWithoutCardIsAProblem(text: String) throws {
    #expect(try cards(text).last?.first?.hasPrefix("vcard-no-card") == true)
  }

  @Test func hugeLineAndHugeCardAreLeftOut() throws {
    let long = String(repeating: "x", count: 2 << 20)
    let told = try cards("BEGIN:VCARD\nFN:A\nNOTE:\(long)\nEND:VCARD")
    #expect(told == [["vcard-line-too-long@3"], ["1@1", "FN=A"]])
    let half = String(repeating: "x", count: 1 << 19)
    let lines = Array(repeating: "NOTE:\(half)", count: 20).joined(separator: "\n")
    #expect(try cards("BEGIN:VCARD\n\(lines)\nEND:VCARD").first?.first == "vcard-too-large")
  }

  @Test func randomBytesNeverCrash() throws {
    var state: UInt64 = 7
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let words = [
      "BEGIN:VCARD\n", "END:VCARD", "\n", "\r", "\r\n ", "N", ":", ";", "=", "ENCODING=b", "\\",
      ",",
      "QUOTED-PRINTABLE", "=3D=\n", "AGENT:", "item1.", "X-ABLabel", "\"", "TEL", "ADR", "ä",
      "BDAY:",
      "X-APPLE-OMIT-YEAR=1604", "KIND:group", "FN:x",
    ]
    for _ in 0..<300 {
      var bytes = Array("BEGIN:VCARD\n".utf8)
      for _ in 0..<next(60) {
        if next(8) == 0 { bytes.append(UInt8(next(256))) }
        bytes += Array(words[next(words.count)].utf8)
      }
      _ = try cards(bytes)
    }
  }
}
