import Records

/// A record of invented people for the tests.
func record(
  _ id: RecordID, source: String = "erp", kind: Record.Kind = .person, ordinal: Int? = nil,
  _ values: FieldValue...
) -> Record {
  record(id, source: source, kind: kind, ordinal: ordinal, values: values)
}

func record(
  _ id: RecordID, source: String = "erp", kind: Record.Kind = .person, ordinal: Int? = nil,
  values: [FieldValue]
) -> Record {
  Record(
    id: id, source: source, key: "k\(id)",
    location: Location(file: "\(source).csv", line: Int(id) + 1, ordinal: ordinal ?? Int(id)),
    kind: kind, values: values)
}

func text(
  _ attribute: Attribute, _ text: String, label: ValueLabel? = nil, mark: ValueMark = .good
) -> FieldValue {
  FieldValue(attribute, .text(text), label: label, raw: text, mark: mark)
}

func extra(_ name: String, _ text: String) -> FieldValue {
  FieldValue(.extra, .text(text), name: name, raw: text)
}

/// `given family`, with the other parts named.
func name(
  _ given: String, _ family: String, middle: String = "", particle: String = "", suffix: String = ""
) -> FieldValue {
  let name = PersonName(
    given: given, middle: middle, particle: particle, family: family, suffix: suffix)
  return FieldValue(.name, .name(name), raw: name.text)
}

func organization(_ core: String, _ form: String = "") -> FieldValue {
  let text = form.isEmpty ? core : "\(core) \(form)"
  let name = OrganizationName(text: text, core: core, legalForm: form)
  return FieldValue(.organization, .organization(name), raw: text)
}

func address(
  _ street: String = "", _ number: String = "", _ code: String = "", _ place: String = "",
  country: String = "DE", label: ValueLabel? = nil
) -> FieldValue {
  let address = Address(
    street: street, houseNumber: number, postalCode: code, place: place, country: country)
  return FieldValue(.address, .address(address), label: label, raw: address.text)
}

func phone(
  _ number: String, extension: String = "", kind: PhoneNumber.Kind = .landline,
  isValid: Bool = true, label: ValueLabel? = nil
) -> FieldValue {
  let phone = PhoneNumber(number: number, extension: `extension`, kind: kind, isValid: isValid)
  return FieldValue(
    .phone, .phone(phone), label: label, raw: number, mark: isValid ? .good : .invalid)
}

func email(_ address: String, mark: ValueMark = .good) -> FieldValue {
  text(.email, address, mark: mark)
}

func changed(_ date: String) -> FieldValue { text(.changedAt, date) }

func birthDate(_ year: Int, _ month: Int, _ day: Int) -> FieldValue {
  FieldValue(.birthDate, .date(PartialDate(year: year, month: month, day: day)), raw: "")
}

func consent(
  _ channel: Consent.Channel, _ state: Consent.State, _ address: String = "", date: String = "",
  evidence: String = ""
) -> FieldValue {
  let consent = Consent(
    channel: channel, address: address, state: state, date: date, evidence: evidence)
  return FieldValue(.consent, .consent(consent), raw: "")
}

/// A fixed sequence that looks random: the same records in every test run.
struct Sequence32 {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func number(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }

  mutating func pick<T>(_ list: [T]) -> T { list[number(below: list.count)] }

  mutating func shuffled<T>(_ list: [T]) -> [T] {
    var list = list
    for index in list.indices.reversed() where index > 0 {
      list.swapAt(index, number(below: index + 1))
    }
    return list
  }
}

/// A cluster of one to seven records whose values partly agree, partly differ, partly are invalid.
func generatedCluster(_ seed: Int) -> [Record] {
  var sequence = Sequence32(seed)
  let pool = valuePool
  return (1...(1 + sequence.number(below: 7))).map { id in
    var values = (0..<sequence.number(below: 12)).map { _ in sequence.pick(pool) }
    values.sort { position(of: $0) < position(of: $1) }
    let source = sequence.pick(["erp", "outlook", "shop", "liste"])
    let kind = sequence.pick([Record.Kind.person, .person, .contactPerson, .household])
    return record(
      RecordID(id * 7 % 11), source: source, kind: kind, ordinal: id, values: values)
  }
}

private func position(of field: FieldValue) -> Int {
  Attribute.allCases.firstIndex(of: field.attribute) ?? 0
}

private let valuePool: [FieldValue] = [
  text(.salutation, "Herr"), text(.title, "Dr."), text(.title, "Prof. Dr."),
  name("Hans", "Meyer"), name("H.", "Meyer"), name("HANS", "MEYER"), name("Heinz", "Meyer"),
  name("Hans Peter", "Heide", particle: "von der"), name("", "Heide"),
  organization("Beispiel", "GmbH"), organization("Beispiel"), organization("Muster & Söhne", "KG"),
  address("Hauptstraße", "12", "01067", "Dresden"), address("", "", "01067", "Dresden"),
  address("Haupstraße", "12", "01067", "Dresden", label: .work),
  address("Am Hang", "3", "80331", "München", label: .home), address("", "", "", "Munchen"),
  phone("+4935112345"), phone("+4935112345", extension: "23"),
  phone("+491711234567", kind: .mobile),
  phone("12", kind: .unknown, isValid: false), phone("+4935112346", kind: .fax, label: .work),
  email("hans@beispiel.example"), email("Hans@Beispiel.example"), email("meyer", mark: .invalid),
  text(.website, "https://www.beispiel.example/"), text(.website, "beispiel.example"),
  birthDate(1960, 4, 3), birthDate(0, 4, 3), birthDate(1960, 0, 0), birthDate(1961, 4, 3),
  text(.customerNumber, "1001"), text(.customerNumber, "1002"), text(.role, "customer"),
  text(.role, "supplier"), text(.status, "inactive"), text(.status, "blocked"),
  text(.category, "A"), text(.note, "Messe"), text(.note, "messe"), text(.createdAt, "2001-02-03"),
  changed("2020-01-01"), changed("2023-05-17T07:35:02"), extra("Geschenk", "Wein"),
  extra("Geschenk", "Karte"), extra("2021", "x"),
  consent(.email, .granted, "hans@beispiel.example"),
  consent(.email, .denied, "hans@beispiel.example", date: "2022-01-01"), consent(.post, .denied),
  consent(.phone, .granted, "+4935112345", date: "2023-01-01", evidence: "double-opt-in"),
]
