import Records
import Reports

/// Invented records and clusters for the sample report.
enum SampleCluster {
  static func row(
    _ german: String, _ english: String, _ left: String, _ right: String, _ bits: Double,
    _ frequency: Double = 0
  ) -> WaterfallRow {
    WaterfallRow(
      label: Phrase(de: german, en: english), left: left, right: right, bits: bits,
      frequencyBits: frequency)
  }

  static func person(
    _ id: RecordID, source: String, line: Int, name: PersonName, street: String, phone: String,
    email: String, birth: PartialDate = PartialDate()
  ) -> Record {
    let address = Address(
      street: street, houseNumber: "4", postalCode: "10969", place: "Berlin", country: "DE")
    var values = [
      FieldValue(.name, .name(name), raw: name.text.uppercased(), mark: .repaired),
      FieldValue(.address, .address(address), label: .home, raw: address.text),
    ]
    if !phone.isEmpty {
      let number = PhoneNumber(number: phone, kind: .landline, isValid: true)
      values.append(FieldValue(.phone, .phone(number), label: .home, raw: "030 / 231 25 123"))
    }
    if !email.isEmpty { values.append(FieldValue(.email, .text(email), raw: email)) }
    if birth != PartialDate() {
      values.append(FieldValue(.birthDate, .date(birth), raw: birth.text))
    }
    values.append(FieldValue(.extra, .text("Kalender"), name: "Geschenk", raw: "Kalender"))
    return Record(
      id: id, source: source, key: "k\(id)",
      location: Location(file: "\(source)/daten.csv", line: line, ordinal: line),
      kind: .person, values: values)
  }

  /// A contact that takes each attribute's first value.
  static func contact(_ id: ContactID, of records: [Record]) -> Contact {
    var values: [ContactValue] = []
    for attribute in Attribute.allCases {
      let all = records.flatMap { record in record.values(of: attribute).map { (record.id, $0) } }
      guard let first = all.first else { continue }
      let agreeing = all.dropFirst().filter { $0.1.value == first.1.value }.map(\.0)
      let lost = all.filter { $0.1.value != first.1.value }
        .map { LostValue(value: $0.1, record: $0.0) }
      values.append(
        ContactValue(
          value: first.1, record: first.0, agreeing: agreeing,
          rule: all.count == 1 ? .onlyValue : .sourcePriority, lost: lost))
    }
    let noConsent = Phrase(de: "keine Einwilligung", en: "no consent")
    return Contact(
      id: id, kind: .person, values: values, records: records.map(\.id),
      permissions: [
        Permission(
          channel: .email, address: "s.meyer@post.example", isAllowed: false, reason: noConsent),
        Permission(
          channel: .post, address: "", isAllowed: true,
          reason: Phrase(de: "ein Brief braucht keine", en: "a letter needs none")),
      ])
  }

  static func organization(_ id: RecordID, _ name: String, place: String) -> Record {
    let address = Address(
      street: "Industriestraße", houseNumber: "\(id)", postalCode: "01067", place: place,
      country: "DE")
    return Record(
      id: id, source: id % 2 == 0 ? "erp" : "outlook", key: "\(id)",
      location: Location(file: "erp/kunden.xml", line: Int(id) * 14, ordinal: Int(id)),
      kind: .organization,
      values: [
        FieldValue(
          .organization, .organization(OrganizationName(text: name, core: name)), raw: name),
        FieldValue(.address, .address(address), label: .billing, raw: address.text),
        FieldValue(.vatID, .text("DE136695976"), raw: "DE136695976", mark: .invalid),
      ])
  }

  static var organizations: ShownCluster {
    let records = [
      organization(50, "Müller GmbH", place: "Dresden"),
      organization(51, "Müller Gesellschaft mit beschränkter Haftung", place: "Dresden-Neustadt"),
      organization(52, "Mueller GmbH", place: "Radebeul"),
    ]
    return ShownCluster(
      id: 5, records: records, contacts: records.map { contact($0.id, of: [$0]) },
      pairs: [
        ShownPair(
          left: 0, right: 1, weightInBits: 7.8, priorInBits: -15,
          rows: [row("Firma ohne Rechtsform gleich", "core equal", "Müller", "Müller", 22.8, -3)])
      ], weightInBits: 6.1)
  }

  /// Values that try to break the page.
  static var hostile: ShownCluster {
    let values = [
      "<script>alert(1)</script>", "\"><img src=x onerror=alert(2)>",
      "\u{202E}txet desrever\u{2069}\u{2066}", String(repeating: "Lang", count: 2_500),
      "=HYPERLINK(\"http://boese.example\";\"klick\")",
    ]
    let records = values.enumerated().map { place, text in
      Record(
        id: Int64(90 + place), source: "<b>quelle</b>", key: "'",
        location: Location(file: "a\"b.csv", line: place + 1, ordinal: place + 1), kind: .person,
        values: [
          FieldValue(.name, .name(PersonName(family: text)), raw: text),
          FieldValue(.note, .text(text), raw: text, mark: .invalid),
          FieldValue(.extra, .text(text), name: text, raw: text),
        ])
    }
    return ShownCluster(
      id: 6, records: records, contacts: [contact(90, of: records), contact(91, of: records)],
      pairs: [
        ShownPair(
          left: 0, right: 1, weightInBits: 4, priorInBits: -10,
          rows: [row("Name", "name", values[0], values[1], 14)])
      ], weightInBits: 4)
  }

  static var couple: ShownCluster {
    let one = person(
      70, source: "erp", line: 9,
      name: PersonName(given: "Hans", particle: "von der", family: "Heide"),
      street: "Schloßallee", phone: "+493023125700", email: "hans@heide.example")
    var other = one
    other.id = 71
    other.source = "karten"
    return ShownCluster(
      id: 33, records: [one, other], contacts: [contact(5_000, of: [one, other])], pairs: [],
      weightInBits: 8.2)
  }

  /// More records than a page can show side by side.
  static var large: ShownCluster {
    let records = (100..<112).map { organization($0, "Müller & Söhne GmbH", place: "Köln") }
    return ShownCluster(
      id: 9, records: records, contacts: [contact(6_000, of: records)], pairs: [],
      weightInBits: 24)
  }
}
