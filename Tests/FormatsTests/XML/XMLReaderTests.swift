import Foundation
import Formats
import Records
import Support
import Testing

/// Everything a reader tells of a text, in short lines.
func told(
  _ text: String, _ shape: XMLShape, encoded: (String) -> [UInt8] = { Array($0.utf8) }
) throws -> [String] {
  try told(bytes: encoded(text), shape)
}

func told(bytes: [UInt8], _ shape: XMLShape) throws -> [String] {
  var reader = XMLReader(.bytes(bytes, name: "erp.xml"), shape: shape)
  var lines: [String] = []
  func line(_ raw: RawRecord) -> String {
    let values = raw.values.map { "\(raw.columns[$0.column])=\($0.text)" }
    let place = "\(raw.location.ordinal)@\(raw.location.line)"
    let parent = raw.parent.map { "<\($0)" } ?? ""
    return ([place + parent + (raw.isContactPerson ? "!" : "")] + values).joined(separator: " ")
  }
  try reader.read { event in
    switch event {
    case .record(let raw): lines.append(line(raw))
    case .rejected(let raw, let problem):
      lines.append("\(problem.code)@\(problem.location.line) \(line(raw))")
    case .problem(let problem): lines.append("\(problem.code)@\(problem.location.line)")
    }
  }
  return lines
}

@Suite struct XMLReaderTests {
  static let export = """
    <?xml version="1.0" encoding="UTF-8"?>
    <Export stand="2024">
      <Kunde nr="7"
             art="Firma &amp; Co">
        <Name1> Muster &amp; Söhne </Name1><Name2/>
        <Adressen>
          <Adresse art="Rechnung"><Ort>Bonn</Ort></Adresse>
          <Adresse><Ort><![CDATA[Köln <Nord>]]></Ort></Adresse>
        </Adressen>
        <EMail>a@example.de</EMail>
        <Personen>
          <Person lfd="1"><Name>Test</Name></Person>
          <Person lfd="2">
            <Name>Probe</Name>
          </Person>
        </Personen>
        <EMail>b@example.de</EMail>
      </Kunde>
      <Kunde nr="8"><Name1>Beispiel</Name1></Kunde>
    </Export>
    """
  static let shape = XMLShape(record: "Kunde", nested: ["Personen/Person"])

  @Test func columnsAreRelativePathsAndNestedRecordsFollowTheirs() throws {
    #expect(
      try told(Self.export, Self.shape) == [
        "1@3 @nr=7 @art=Firma & Co Name1=Muster & Söhne Adressen/Adresse/@art=Rechnung "
          + "Adressen/Adresse/Ort=Bonn Adressen/Adresse[2]/Ort=Köln <Nord> EMail=a@example.de "
          + "EMail[2]=b@example.de",
        "2@12<1! @lfd=1 Name=Test",
        "3@13<1! @lfd=2 Name=Probe",
        "4@19 @nr=8 Name1=Beispiel",
      ])
  }

  @Test func keepsTheLawsOfReaders() {
    let shape = Self.shape
    let broken = checkReader(Array(Self.export.utf8)) { XMLReader($0, shape: shape) }
    #expect(broken == [])
  }

  @Test(arguments: [
    ("/Export/Kunden/Kunde", 2), ("Kunden/Kunde", 2), ("Kunde", 3), ("/Kunde", 0),
    ("Export/Kunde", 1), ("Kunden", 1), ("", 0),
  ])
  func recordPath(path: String, count: Int) throws {
    let text = """
      <Export><Kunden><Kunde>a</Kunde><Kunde>b</Kunde></Kunden><Kunde>c</Kunde></Export>
      """
    let lines = try told(text, XMLShape(record: path)).filter { $0.first?.isNumber == true }
    #expect(lines.count == count)
  }

  @Test func elementInARecordOfItsNameIsNoRecord() throws {
    let text = "<r><k><k>innen</k>außen</k></r>"
    #expect(try told(text, XMLShape(record: "k")) == ["1@1 k=innen .=außen"])
  }

  @Test func mixedContentIsJoined() throws {
    let text = "<r><k><t>eins<b>zwei</b>drei<!-- vier --><b>fünf</b> sechs</t></k></r>"
    #expect(
      try told(text, XMLShape(record: "k")) == ["1@1 t/b=zwei t/b[2]=fünf t=eins drei sechs"])
  }

  @Test func namespacesMatchByURI() throws {
    let text = """
      <x:r xmlns:x="urn:one" xmlns:y="urn:two"><x:k x:id="1" y:id="2"><x:n>a</x:n><y:n>b</y:n></x:k>
      <y:k>no</y:k></x:r>
      """
    let bare = XMLShape(record: "c:k", namespaces: ["c": "urn:one"])
    #expect(try told(text, bare) == ["1@1 @c:id=1 @id=2 c:n=a n=b"])
    let mapped = XMLShape(record: "c:k", namespaces: ["c": "urn:one"], columns: ["n", "@c:id"])
    #expect(try told(text, mapped) == ["1@1 @c:id=1 @id=2 n=a n=b"])
    let anyNamespace = XMLShape(record: "k")
    #expect(try told(text, anyNamespace) == ["1@1 @id=1 @id=2 n=a n=b", "2@2 .=no"])
  }

  @Test func emptyAndNilElementsGiveNoValue() throws {
    let text = """
      <r xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
      <k><a/><b></b><c>  </c><d xsi:nil="true"/><e> x </e></k></r>
      """
    #expect(try told(text, XMLShape(record: "k")) == ["1@2 e=x"])
  }

  @Test func cutOffFileKeepsWhatIsWhole() throws {
    let end = try #require(Self.export.range(of: "<Name>Probe")?.upperBound)
    #expect(
      try told(String(Self.export[..<end]), Self.shape).map { $0.prefix(20) } == [
        "xml-cut-off@14 1@3 @", "xml-cut-off@14 2@12<", "xml-cut-off@14 3@13<",
      ])
    let second = try #require(Self.export.range(of: "<Name1>Beispiel")?.lowerBound)
    let lines = try told(String(Self.export[..<second]), Self.shape)
    #expect(lines.count == 4)
    #expect(lines.last == "xml-cut-off@19 4@19 @nr=8")
  }

  @Test(arguments: [
    ("", "xml-empty@1"), (" \n", "xml-empty@1"), ("\u{FEFF}", "xml-empty@1"), ("<", "xml-cut-off"),
    ("<?xml version='1.0'?>", "xml-cut-off"), ("<r", "xml-cut-off"), ("<r>", "xml-cut-off"),
  ])
  func emptyFileIsAProblem(text: String, problem: String) throws {
    #expect(try told(text, XMLShape(record: "k")).map { String($0.prefix(11)) } == [problem])
  }

  @Test func fileWithoutTheRecordSaysSo() throws {
    #expect(try told("<r><a/></r>", XMLShape(record: "k")) == ["xml-no-record@1"])
  }

  @Test func damagedReferencesStayAndForbiddenCharactersGo() throws {
    let text =
      "<r><k><a>x&auml;y</a><b>1&#1;2</b>\n<c>A & B</c><d>C&D &amp; E</d></k><k><a>z &amp; &#xE4;</a></k></r>"
    #expect(
      try told(text, XMLShape(record: "k")) == [
        "xml-damaged-text@1", "1@1 a=x&auml;y b=12 c=A & B d=C&D & E", "2@2 a=z & ä",
      ])
  }

  @Test(arguments: [
    "<r><k>a</b></k></r>", "<r><k>1</k></r><r/>", "name;ort", "<r><k a=1/></r>",
    "<r><k a='1' a='2'/></r>",
  ])
  func malformedFileStopsAtItsLine(text: String) throws {
    #expect(throws: ReadError.self) { try told("\n\n" + text, XMLShape(record: "k")) }
  }

  @Test func attributesMayHoldAnyCharacter() throws {
    let text = "<r><k a='1 > 0' b=\"&lt;x&gt; &#228;&quot;\"/><k a='\n2'>t</k></r>"
    let shape = XMLShape(record: "k")
    #expect(try told(text, shape) == ["1@1 @a=1 > 0 @b=<x> ä\"", "2@1 @a=2 .=t"])
    #expect(checkReader(Array(text.utf8), checks: .cutOff) { XMLReader($0, shape: shape) } == [])
  }
}

/// What an attacker may send.
@Suite struct XMLReaderSafetyTests {
  private let shape = XMLShape(record: "k")

  @Test(arguments: [
    "<!DOCTYPE r><r><k/></r>",
    "<!DOCTYPE r SYSTEM 'file:///etc/passwd'><r><k/></r>",
    "<!DOCTYPE r [<!ENTITY a 'x'><!ENTITY b '&a;&a;'>]><r><k>&b;</k></r>",
    "<!DOCTYPE r [<!ENTITY % p SYSTEM 'http://example.invalid/x'> %p;]><r/>",
  ])
  func doctypeIsRefused(text: String) throws {
    for bytes in [Array(text.utf8), text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }] {
      let error = #expect(throws: ReadError.self) { try told(bytes: bytes, shape) }
      #expect(error?.text(.english).contains("DOCTYPE") == true)
    }
  }

  @Test func entitiesAreNotExpanded() throws {
    #expect(
      try told("<r><k>&x;&amp;</k></r>", shape) == ["xml-damaged-text@1", "1@1 .=&x;&"])
  }

  @Test func deepNestingStops() throws {
    let deep = String(repeating: "<a>", count: 65)
    #expect(throws: ReadError.self) { try told("<r><k>" + deep, shape) }
  }

  @Test func tooManyNamesStop() throws {
    let names = (0..<10_001).map { "<n\($0)/>" }.joined()
    #expect(throws: ReadError.self) { try told("<r><k>\(names)</k></r>", shape) }
  }

  @Test func tooManyNamesInOneTagStop() throws {
    let names = (0..<10_001).map { " n\($0)=\"\"" }.joined()
    #expect(throws: ReadError.self) { try told("<r><k\(names)/></r>", shape) }
  }

  @Test func hugeTagStops() throws {
    let names = (0..<200_000).map { " n\($0)=\"\"" }.joined()
    #expect(throws: ReadError.self) { try told("<r><k\(names)/></r>", shape) }
  }

  @Test func endlessRepeatsAreLeftOut() throws {
    let text = "<r><k>" + String(repeating: "<a>1</a>", count: 2000) + "<b>2</b></k></r>"
    let lines = try told(text, shape)
    #expect(lines.count == 2)
    #expect(lines.first == "xml-too-many-repeats@1")
    #expect(lines.last?.hasSuffix("a[999]=1 b=2") == true)
  }

  @Test func hugeValueIsLeftOutAndTheRecordKept() throws {
    let text = "<r><k><a>" + String(repeating: "x", count: 1 << 21) + "</a><b>2</b></k></r>"
    #expect(try told(text, shape) == ["xml-value-too-long@1", "1@1 b=2"])
  }

  @Test func hugeRecordIsSetAside() throws {
    let part = "<a>" + String(repeating: "x", count: 1 << 20) + "</a>"
    let text = "<r><k>" + String(repeating: part, count: 17) + "</k><k>1</k></r>"
    let lines = try told(text, shape)
    #expect(lines.first?.hasPrefix("xml-record-too-large@1 1@1") == true)
    #expect(lines.dropFirst() == ["2@1 .=1"])
  }

  @Test func randomBytesNeverCrash() throws {
    var state: UInt64 = 42
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let words = [
      "<k>", "</k>", "<r>", "</r>", "<k a='", "'>", "&amp;", "&#", ";", "<![CDATA[", "]]>",
      "<!--", "-->", "<?", "?>", "ä", "\u{0}", "<!DOCTYPE", "\n", "x", "<n:k", "/>",
    ]
    for _ in 0..<300 {
      var bytes = Array("<r><k>".utf8)
      for _ in 0..<next(40) {
        if next(8) == 0 { bytes.append(UInt8(next(256))) }
        bytes += Array(words[next(words.count)].utf8)
      }
      _ = try? told(bytes: bytes, shape)
    }
  }
}
