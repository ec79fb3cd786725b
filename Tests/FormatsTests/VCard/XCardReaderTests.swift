import Foundation
import Records
import Support
import Testing

@testable import Formats

@Suite struct XCardReaderTests {
  private static let text = """
    <?xml version="1.0" encoding="UTF-8"?>
    <vcards xmlns="urn:ietf:params:xml:ns:vcard-4.0">
    <vcard>
    <fn><text>Ida von Ohm</text></fn>
    <n><surname>Ohm</surname><given>Ida</given><additional/><prefix>von</prefix>
    <suffix>jun.</suffix><suffix>M.Sc.</suffix></n>
    <bday><date>--0203</date></bday>
    <gender><sex>F</sex></gender>
    <org><parameters><type><text>work</text></type></parameters><text>Ohm; Söhne</text><text>Lager</text></org>
    <adr><parameters><type><text>work</text></type></parameters>
    <pobox/><ext/><street>Hof 1, Hinterhaus</street><locality>Kiel</locality><region/>
    <code>24103</code><country>Deutschland</country></adr>
    <group name="i1"><tel><parameters><type><text>work</text><text>fax</text></type></parameters>
    <uri>tel:+49-431-1;ext=2</uri></tel></group>
    <email><text>ida@ohm.example</text></email>
    <photo><uri>data:image/png;base64,AAAA</uri></photo>
    <uid><uri>urn:uuid:1</uri></uid>
    </vcard>
    <vcard><kind><text>group</text></kind><fn><text>Chor</text></fn>
    <member><uri>urn:uuid:1</uri></member></vcard>
    </vcards>
    """

  private func events(_ text: String) throws -> [[String]] {
    var events: [[String]] = []
    var reader = XCardReader(.bytes(Array(text.utf8)))
    try reader.read { event in
      switch event {
      case .record(let raw):
        events.append(raw.values.map { "\(raw.columns[$0.column])=\($0.text)" })
      case .rejected(_, let problem): events.append(["rejected " + problem.code])
      case .problem(let problem): events.append(["\(problem.code)@\(problem.location.line)"])
      }
    }
    return events
  }

  @Test func cardIsReadLikeAVCard() throws {
    let found = try events(Self.text)
    #expect(
      found.first.map(Set.init) == [
        "N.family=Ohm", "N.given=Ida", "N.prefix=von", "N.suffix=jun. M.Sc.", "BDAY=--0203",
        "GENDER=F", "ORG.name=Ohm; Söhne", "ORG.unit=Lager", "ADR;work.street=Hof 1, Hinterhaus",
        "ADR;work.place=Kiel", "ADR;work.postal_code=24103", "ADR;work.country=Deutschland",
        "TEL;work;fax=+49-431-1 ext. 2", "EMAIL=ida@ohm.example", "UID=urn:uuid:1",
        "CATEGORIES=Chor",
      ])
    #expect(found.dropFirst() == [["vcard-group@19"]])
  }

  @Test func cardThatBreaksOffIsReadUpToThere() throws {
    let end = Self.text.range(of: "<photo>")?.lowerBound ?? Self.text.endIndex
    let found = try events(String(Self.text[..<end]))
    #expect(found.first == ["vcard-no-end@3"])
    #expect(found.last?.contains("EMAIL=ida@ohm.example") == true)
  }

  @Test func fileWithoutCardsIsTold() throws {
    #expect(try events("<vcards/>") == [["vcard-no-card@1"]])
    #expect(throws: ReadError.self) { try events("<!DOCTYPE a><vcards/>") }
  }

  @Test func readerKeepsTheLaws() {
    #expect(checkReader(Array(Self.text.utf8)) { XCardReader($0) } == [])
  }
}
