import Formats
import Records
import Testing

@Suite struct VCardMappingTests {
  /// The mapped values of a card with these lines, as `target=text`.
  private func mapped(_ lines: String) throws -> MappedRecord? {
    var reader = VCardReader(
      .bytes(Array("BEGIN:VCARD\nVERSION:3.0\n\(lines)\nEND:VCARD\n".utf8)))
    var mapping = Mapping(source: "adressbuch", columns: VCardMapping.columns)
    var record: MappedRecord?
    try reader.read { event in
      if case .record(let raw) = event { record = mapping.apply(raw) }
    }
    return record
  }

  @Test func columnsBecomeFields() throws {
    let record = try #require(
      try mapped(
        """
        N:Muster;Erika;Maria;Dr.;jun.
        ORG:Beispiel;Einkauf
        TEL;TYPE=WORK:1
        TEL;TYPE=HOME,CELL:2
        TEL;TYPE=FAX:3
        EMAIL;TYPE=HOME:a@example.de
        ADR;TYPE=HOME:;;Weg 1;Bonn;;53111;DE
        X-MAIDENNAME:Probe
        ROLE:Beraterin
        UID:u-1
        CLASS:PUBLIC
        """))
    #expect(
      record.values.map { "\($0.target.text)=\($0.text)" } == [
        "family=Muster", "given=Erika", "middle=Maria", "title=Dr.", "suffix=jun.",
        "organization=Beispiel", "department=Einkauf", "work.phone=1", "home.mobile=2", "fax=3",
        "home.email=a@example.de", "home.street=Weg 1", "home.place=Bonn",
        "home.postal_code=53111", "home.country=DE", "birth_name=Probe",
      ])
    #expect(record.key == "u-1")
    #expect(record.extras == [Extra(name: "ROLE", text: "Beraterin")])
  }

  @Test func repeatedAddressesStayApart() throws {
    let record = try #require(
      try mapped("FN:A\nADR;TYPE=WORK:;;a;b\nADR;TYPE=WORK:;;c;d"))
    let groups = record.values.filter { $0.target.field == .street || $0.target.field == .place }
      .map(\.target.group)
    #expect(groups.count == 4)
    #expect(groups[0] == groups[1] && groups[2] == groups[3] && groups[0] != groups[2])
  }

  @Test(arguments: [
    ("TEL;work[2]", true), ("X-SHOE", true), ("X-ABDATE.part", true), ("EXPERTISE", true),
    ("IDA QUAST", false), ("NOTIZEN", false), ("X-ÄRGER", false), ("", false),
  ])
  func whatIsNoPropertyNameMayBeAValue(column: String, isName: Bool) {
    #expect(VCardMapping.isPropertyName(column) == isName)
  }
}
