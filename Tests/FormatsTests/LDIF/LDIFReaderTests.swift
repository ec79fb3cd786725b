import Records
import Support
import Testing

@testable import Formats

@Suite struct LDIFReaderTests {
  private static let text = """
    version: 1
    # ein Adressbuch,
     gefaltet
    dn: cn=Ida Ohm,mail=ida@ohm.example
    objectclass: top
    objectclass: mozillaAbPersonAlpha
    givenName: Ida
    sn:: w5ZobQ==
    cn: Ida Öhm
    mail: ida@ohm.example
    mozillaSecondEmail: i@ohm.example
    telephoneNumber: +49 431
      1
    telephoneNumber;lang-de: 2
    birthyear: 1980
    birthmonth: 3
    birthday: 1
    modifytimestamp: 1577977445
    jpegPhoto:: /9j/4AAQ
    userPassword: geheim

    dn: cn=Chor,dc=ohm
    objectclass: groupOfNames
    cn: Chor
    member: CN=Ida Ohm, mail=ida@ohm.example

    dn: ou=Leute,dc=ohm
    objectclass: organizationalUnit
    ou: Leute

    dn:: Y249VXdlIExlbno=
    changetype: add
    objectclass: inetOrgPerson
    cn: Uwe Lenz
    o: Lenz GmbH
    postalAddress: Hof 1$24103 Kiel

    dn: cn=Uwe Lenz
    changetype: modify
    replace: mail
    mail: uwe@lenz.example
    -
    """

  private func events(_ text: String) throws -> [String] {
    var events: [String] = []
    var reader = LDIFReader(.bytes(Array(text.utf8)))
    try reader.read { event in
      switch event {
      case .record(let raw):
        let values = raw.values.map { "\(raw.columns[$0.column])=\($0.text)" }
        events.append("\(raw.location.line): " + values.joined(separator: "|"))
      case .rejected(let raw, let problem):
        events.append("\(raw.location.line) rejected \(problem.code)")
      case .problem(let problem):
        events.append("\(problem.location.line) \(problem.code) \(problem.field)")
      }
    }
    return events
  }

  @Test func entriesListsAndChanges() throws {
    #expect(
      try events(Self.text) == [
        "4: dn=cn=Ida Ohm,mail=ida@ohm.example|givenname=Ida|sn=Öhm|mail=ida@ohm.example|"
          + "mozillasecondemail=i@ohm.example|telephonenumber=+49 431 1|telephonenumber[2]=2|"
          + "modifytimestamp=2020-01-02T15:04:05Z|birthdate=1980-03-01|category=Chor",
        "22 ldif-group ", "27 ldif-container ",
        "31: dn=cn=Uwe Lenz|cn=Uwe Lenz|o=Lenz GmbH|postaladdress=Hof 1\n24103 Kiel",
        "38 rejected ldif-change",
      ])
  }

  @Test func damageIsToldAndTheEntryKept() throws {
    let text = """
      dn: cn=Ida
      cn: Ida Ohm
      kein Doppelpunkt
      Torn off: here
      mail:: ***=
      photo:< file:///tmp/x
      """
    #expect(
      try events(text) == [
        "3 ldif-line-without-colon ", "4 ldif-line-without-colon ", "5 ldif-bad-base64 mail",
        "6 ldif-reference photo", "1: dn=cn=Ida|cn=Ida Ohm",
      ])
    #expect(try events("dn: cn=x\nobjectclass: person\n") == ["1 rejected ldif-empty"])
    #expect(try events("# nichts\n") == ["1 ldif-no-entry "])
  }

  @Test func base64OfWindowsIsRead() throws {
    // "Müller" in Windows-1252.
    #expect(try events("dn: cn=x\nsn:: TfxsbGVy\n") == ["1: dn=cn=x|sn=Müller"])
  }

  @Test(arguments: [
    ("20200101120000Z", "2020-01-01T12:00:00Z"), ("1577977445", "2020-01-02T15:04:05Z"),
    ("0Z", nil), ("12345", nil), ("", nil),
  ])
  func timestamps(spelled: String, date: String?) { #expect(LDIFMapping.date(spelled) == date) }

  @Test func readerKeepsTheLaws() {
    #expect(checkReader(Array(Self.text.utf8)) { LDIFReader($0) } == [])
  }
}
