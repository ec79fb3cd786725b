import Formats
import Records
import Testing

/// A raw record with columns and texts by turns.
func raw(
  _ pairs: [(String, String)], ordinal: Int = 1, parent: Int? = nil
) -> RawRecord {
  RawRecord(
    location: Location(file: "a", line: ordinal + 1, ordinal: ordinal), columns: pairs.map(\.0),
    values: pairs.enumerated().map { RawValue(column: $0.offset, text: $0.element.1) },
    parent: parent, isContactPerson: parent != nil)
}

@Suite struct MappingTests {
  private func mapping(
    _ columns: [String: String], nested: [String: String] = [:], constants: [(String, String)] = [],
    keyIsCustomerNumber: Bool = false
  ) -> Mapping {
    Mapping(
      source: "erp", columns: columns.compactMapValues(MappingTarget.init(text:)),
      nested: [nested.compactMapValues(MappingTarget.init(text:))],
      constants: constants.compactMap { name, text in
        FieldTarget(text: name).map { MappedValue($0, text) }
      },
      keyIsCustomerNumber: keyIsCustomerNumber)
  }

  private func texts(_ record: MappedRecord) -> [String] {
    record.values.map { "\($0.target.text)=\($0.text)" }
  }

  @Test func columnsBecomeFieldsKeysAndExtras() {
    var mapping = mapping(["Nr": "key", "Name": "organization", "Privat": "ignore"])
    let record = mapping.apply(
      raw([("Nr", " 17 "), ("Name", "Kunz"), ("Privat", "ja"), ("Farbe", "rot"), ("Leer", " ")]))
    #expect(record.key == "17")
    #expect(record.source == "erp")
    #expect(texts(record) == ["organization=Kunz"])
    #expect(record.extras == [Extra(name: "Farbe", text: "rot")])
    #expect(mapping.unmappedColumns == ["Farbe", "Leer"])
    #expect(mapping.unusedColumns.isEmpty)
  }

  @Test func columnIsFoundWhateverItsCaseBlanksAndForm() {
    var mapping = mapping(["Straße privat": "home.street", "ORT": "place", "Ort": "work.place"])
    let record = mapping.apply(
      raw([(" straße Privat ", "Weg 1"), ("Ort", "Ulm"), ("Stra\u{DF}e privat", "Weg 2")]))
    #expect(texts(record) == ["home.street=Weg 1", "work.place=Ulm", "home.street=Weg 2"])
    #expect(mapping.unusedColumns == ["ORT"])
    var decomposed = self.mapping(["Fürth": "place"])
    #expect(texts(decomposed.apply(raw([("Fu\u{308}rth", "x")]))) == ["place=x"])
  }

  @Test func repeatedPartsGetGroupsOfTheirOwn() {
    var mapping = mapping([
      "Adr/Str": "street", "Adr/Ort": "place", "Tel": "phone", "Post/Ort": "billing.place",
    ])
    let record = mapping.apply(
      raw([
        ("Adr/Str", "A 1"), ("Adr/Ort", "Ulm"), ("Adr[2]/Str", "B 2"), ("Adr[2]/Ort", "Bonn"),
        ("Tel", "1"), ("Tel[2]", "2"), ("Post[2]/Ort", "Au"), ("Adr[3]/Ort", "Köln"),
      ]))
    #expect(
      texts(record) == [
        "street=A 1", "place=Ulm", "street.2=B 2", "place.2=Bonn", "phone=1", "phone.3=2",
        "billing.place.4=Au", "place.5=Köln",
      ])
  }

  @Test func partRepeatedInsideAnAddressStaysThere() {
    var mapping = mapping(["Adr/Str": "street", "Adr/Ort": "place"])
    let record = mapping.apply(
      raw([("Adr[2]/Str", "A"), ("Adr[2]/Str[2]", "B"), ("Adr[2]/Ort", "Ulm")]))
    #expect(texts(record) == ["street.2=A", "street.2=B", "place.2=Ulm"])
  }

  @Test func elementsMappedToTheSameFieldsAreKeptApart() {
    var mapping = mapping([
      "Anschrift/Str": "street", "Anschrift/Ort": "place", "Liefer/Str": "street",
      "Liefer/Ort": "place", "Anschrift/Ort/PLZ": "postal_code",
    ])
    let record = mapping.apply(
      raw([
        ("Anschrift/Str", "A"), ("Anschrift/Ort/PLZ", "1"), ("Liefer/Str", "B"),
        ("Liefer/Ort", "Ulm"),
      ]))
    #expect(texts(record) == ["street=A", "postal_code=1", "street.2=B", "place.2=Ulm"])
  }

  @Test func spellingsOfOneColumnAreNoElements() {
    var mapping = mapping([
      "Land/Region privat": "home.country", "Land privat": "home.country",
      "Straße privat": "home.street",
    ])
    let record = mapping.apply(raw([("Straße privat", "A"), ("Land/Region privat", "DE")]))
    #expect(texts(record) == ["home.street=A", "home.country=DE"])
  }

  @Test func labelNamesTheValuesBesideIt() {
    var mapping = mapping([
      "Adr/@art": "label", "Adr/Str": "street", "Tel/@typ": "label", "Tel": "phone",
    ])
    let record = mapping.apply(
      raw([
        ("Adr/@art", "Rechnung"), ("Adr/Str", "A"), ("Adr[2]/Str", "B"),
        ("Adr[2]/@art", "Lieferanschrift"), ("Tel", "1"), ("Tel/@typ", "fax_work"), ("Tel[2]", "2"),
        ("Tel[2]/@typ", "CELL,HOME"), ("Tel[3]", "3"),
      ]))
    #expect(
      texts(record) == [
        "billing.street=A", "delivery.street.2=B", "work.fax=1", "home.mobile.3=2", "phone.4=3",
      ])
  }

  @Test func labelAtTheTopNamesOnlyTheAddress() {
    var mapping = mapping(["Art": "label", "Str": "street", "Tel": "phone"])
    let record = mapping.apply(raw([("Str", "A"), ("Tel", "1"), ("Art", "privat")]))
    #expect(texts(record) == ["home.street=A", "phone=1"])
  }

  @Test func rowWithoutKeyIsKnownByItsContent() {
    var mapping = mapping(["Name": "full_name"])
    let first = mapping.apply(raw([("Name", "A"), ("X", "1")]))
    let second = mapping.apply(raw([("Name", "A"), ("X", "1")], ordinal: 2))
    let other = mapping.apply(raw([("Name", "A"), ("Y", "1")], ordinal: 3))
    #expect(first.contentHash == second.contentHash)
    #expect(first.contentHash != other.contentHash)
    #expect(first.key.hasSuffix("-1") && second.key.hasSuffix("-2") && other.key.hasSuffix("-1"))
    #expect(first.key.dropLast(2) == second.key.dropLast(2))
    #expect(first.key.count == 18)
  }

  @Test func keyThatOccursAgainIsCompletedAndTold() {
    var mapping = mapping(["Nr": "key"])
    #expect(mapping.apply(raw([("Nr", "7")])).key == "7")
    #expect(mapping.apply(raw([("Nr", "7")], ordinal: 2)).key == "7#2")
    #expect(mapping.takeProblems().map(\.code) == ["repeated-key"])
    #expect(mapping.takeProblems().isEmpty)
  }

  @Test func nestedRecordsAreKnownByTheOneAroundThem() {
    var mapping = mapping(["@nr": "key"], nested: ["@lfd": "key", "Name": "family"])
    let outer = mapping.apply(raw([("@nr", "100")], ordinal: 1))
    let first = mapping.apply(raw([("@lfd", "1"), ("Name", "A")], ordinal: 2, parent: 1))
    let second = mapping.apply(raw([("Name", "B")], ordinal: 3, parent: 1))
    let inner = mapping.apply(raw([("Name", "C")], ordinal: 4, parent: 3))
    let next = mapping.apply(raw([("@nr", "200")], ordinal: 5))
    let lost = mapping.apply(raw([("@lfd", "9")], ordinal: 6, parent: 99))
    #expect(outer.parentKey == nil && !outer.isContactPerson)
    #expect(first.key == "100-1" && first.parentKey == "100" && first.isContactPerson)
    #expect(second.key == "100-2" && second.parentKey == "100")
    #expect(inner.key == "100-2-1" && inner.parentKey == "100-2")
    #expect(next.key == "200")
    #expect(lost.parentKey == nil)
  }

  @Test func eachKindOfNestedRecordsHasItsOwnMapping() {
    func targets(_ columns: [String: String]) -> [String: MappingTarget] {
      columns.compactMapValues(MappingTarget.init(text:))
    }
    var mapping = Mapping(
      source: "erp", columns: targets(["@nr": "key"]),
      nested: [
        targets(["@lfd": "key", "Name": "family"]),
        targets(["@lfd": "key", "Name": "organization"]),
      ])
    _ = mapping.apply(raw([("@nr", "100")], ordinal: 1))
    var person = raw([("@lfd", "1"), ("Name", "A")], ordinal: 2, parent: 1)
    var branch = raw([("@lfd", "1"), ("Name", "B"), ("Ort", "Ulm")], ordinal: 3, parent: 1)
    person.nesting = 1
    branch.nesting = 2
    let mapped = [mapping.apply(person), mapping.apply(branch)]
    #expect(mapped.map(texts) == [["family=A"], ["organization=B"]])
    #expect(mapped.map(\.key) == ["100-1", "100-2/1"])
    #expect(mapping.takeProblems().isEmpty)
    #expect(mapping.unmappedColumns == ["Ort"])
  }

  @Test func keyIsTheCustomerNumberWhereNoneIsMapped() {
    var mapping = mapping(["Nr": "key"], keyIsCustomerNumber: true)
    #expect(texts(mapping.apply(raw([("Nr", "7")]))) == ["customer_number=7"])
  }

  @Test func severalKeyColumnsMakeOneKey() {
    var mapping = mapping(["Mandant": "key", "Nr": "key"])
    #expect(mapping.apply(raw([("Mandant", "1"), ("Nr", "7")])).key == "1-7")
  }

  @Test func parentKeyMayBeAColumn() {
    var mapping = mapping(["Nr": "key", "Firma": "parent_key"])
    #expect(mapping.apply(raw([("Nr", "8"), ("Firma", "7")])).parentKey == "7")
  }

  @Test func columnsMayGrowFromRecordToRecord() {
    var mapping = mapping(["A": "note", "B": "place"])
    #expect(texts(mapping.apply(raw([("A", "1")]))) == ["note=1"])
    #expect(texts(mapping.apply(raw([("A", "1"), ("B", "2")]))) == ["note=1", "place=2"])
    #expect(texts(mapping.apply(raw([("B", "3")]))) == ["place=3"])
  }

  @Test func valueOfNoColumnIsPassedOver() {
    var mapping = mapping(["A": "note"])
    var record = raw([("A", "1")])
    record.values.append(RawValue(column: 7, text: "x"))
    #expect(texts(mapping.apply(record)) == ["note=1"])
  }

  /// Google's export names the label in a column of its own, number by number.
  @Test func aLabelOfAGroupGoesToItsValues() {
    var mapping = mapping([
      "Phone 1 - Type": "label.phone", "Phone 1 - Value": "phone",
      "Phone 2 - Type": "label.phone.2", "Phone 2 - Value": "phone.2",
      "Address 1 - Type": "label.street", "Street": "street", "City": "place",
    ])
    let record = mapping.apply(
      raw([
        ("Phone 1 - Type", "* Work"), ("Phone 1 - Value", "1"), ("Phone 2 - Type", "Mobile"),
        ("Phone 2 - Value", "2"), ("Address 1 - Type", "Home"), ("Street", "a"), ("City", "b"),
      ]))
    #expect(
      texts(record) == ["work.phone=1", "mobile.2=2", "home.street=a", "home.place=b"])
  }

  @Test func severalValuesInACellAreSeveral() {
    var mapping = mapping(["E-mail 1 - Value": "email", "Notes": "note"])
    let record = mapping.apply(
      raw([("E-mail 1 - Value", "a@b.de ::: c@d.de"), ("Notes", "x ::: y")]))
    #expect(texts(record) == ["email=a@b.de", "email=c@d.de", "note=x ::: y"])
  }
}
