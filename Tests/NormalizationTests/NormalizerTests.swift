internal import Records
internal import Testing

@testable import Normalization

@Suite struct NormalizerTests {
  @Test func recordOfAnERPRow() throws {
    let result = normalized(
      ("customer_number", "010023"), ("salutation", "Herrn"), ("title", "dr."), ("given", "HANS"),
      ("family", "VON DER HEIDE"), ("organization", "Heide & Söhne G.m.b.H."),
      ("street", "Hauptstr. 12 a"), ("postal_code", "D-70567"), ("place", "STUTTGART"),
      ("phone", "0711 123456"), ("email", "Info@Heide.DE"), ("vat_id", "DE 136 695 976"))
    let record = try #require(result.record)
    #expect(result.problems.isEmpty)
    #expect(record.kind == .contactPerson)
    #expect(record.first(.salutation)?.value == .text("Herr"))
    #expect(record.first(.gender)?.value == .text("male"))
    #expect(record.first(.title)?.value == .text("Dr."))
    let name = PersonName(given: "Hans", particle: "von der", family: "Heide")
    #expect(record.first(.name)?.value == .name(name))
    #expect(record.first(.name)?.raw == "HANS | VON DER HEIDE")
    #expect(record.first(.name)?.mark == .repaired)
    let organization = OrganizationName(
      text: "Heide & Söhne G.m.b.H.", core: "Heide & Söhne", legalForm: "GmbH")
    #expect(record.first(.organization)?.value == .organization(organization))
    let address = Address(
      street: "Hauptstraße", houseNumber: "12a", postalCode: "70567", place: "Stuttgart",
      country: "DE")
    #expect(record.first(.address)?.value == .address(address))
    #expect(record.first(.email)?.value == .text("info@heide.de"))
    #expect(record.first(.vatID)?.value == .text("DE136695976"))
    #expect(record.first(.customerNumber)?.value == .text("010023"))
  }

  @Test func valuesStandInTheOrderOfTheAttributes() throws {
    let record = try #require(
      normalized(
        ("note", "n"), ("consent_state", "ja"), ("email", "a@b.de"), ("phone", "0711 123456"),
        ("organization", "Huber KG z. Hd. Frau Eva Meier"), ("birth_date", "1.2.1980"),
        ("status", "gesperrt"), ("place", "Ulm"), ("website", "b.de"), ("role", "Kunde")
      ).record)
    let order = record.values.map(\.attribute)
    let declared = Attribute.allCases.filter { order.contains($0) }
    #expect(order == declared)
  }

  @Test func recordWithNothingThatNamesOrReachesIsSetAside() {
    let result = normalized(("note", "ruft zurück"), ("given", "n/a"), ("phone", "-"))
    #expect(result.record == nil)
    #expect(
      result.problems.map(\.code) == ["placeholder-value", "placeholder-value", "empty-record"])
    #expect(result.problems.last?.action == .setAside)
  }

  /// Values as `field=text`, and the kind they make.
  static let kinds: [(String, Record.Kind)] = [
    ("given=Hans|family=Huber", .person),
    ("organization=Huber", .organization),
    ("given=Hans|family=Huber|organization=Huber KG", .contactPerson),
    ("given=Hans|family=Huber|organization=Privat", .person),
    ("kind=Firma|given=Hans|organization=Huber KG", .organization),
    ("kind=Firma|family=Huber", .organization),
    ("kind=1|family=Huber", .person),
    ("kind=2|organization=Huber", .organization),
    ("kind=Privat|family=Huber|organization=Huber KG", .contactPerson),
    ("kind=contact|given=Hans", .contactPerson),
    ("salutation=Familie|family=Huber", .household),
    ("given=Hans und Erika|family=Huber", .household),
    ("full_name=Fam. Huber", .household),
    ("salutation=Firma|family=Huber", .organization),
    ("family=Huber GmbH", .organization),
    ("full_name=Huber GmbH", .organization),
    ("email=a@b.de", .person),
  ]

  @Test(arguments: kinds.indices)
  func kindOfRecord(index: Int) {
    let (text, kind) = Self.kinds[index]
    let values = text.split(separator: "|").map { part in
      let pair = part.split(separator: "=").map(String.init)
      return (pair[0], pair[1])
    }
    let result = Normalizer(phones: DigitJudge(), country: "DE").record(from: mapped(values))
    #expect(result.record?.kind == kind)
  }

  @Test func nestedContactPersonStaysOne() {
    let nested = mapped([("given", "Eva"), ("family", "Meier")], isContactPerson: true)
    let result = Normalizer(phones: DigitJudge(), country: "DE").record(from: nested)
    #expect(result.record?.kind == .contactPerson)
  }

  @Test func extrasAreKeptUnderTheirName() {
    let extra = Extra(name: "Matchcode", text: " HEIDE ")
    let result = Normalizer(phones: DigitJudge(), country: "DE")
      .record(from: mapped([("family", "Heide")], extras: [extra]))
    let value = result.record?.first(.extra)
    #expect(value?.name == "Matchcode")
    #expect(value?.raw == " HEIDE ")
  }

  @Test func displayNameThatIsAnAddressIsAnEmail() {
    let result = normalized(("full_name", "info@huber.de"))
    #expect(result.record?.first(.email)?.value == .text("info@huber.de"))
    #expect(result.record?.has(.name) == false)
  }

  // MARK: Laws

  static let everyday: [[(String, String)]] = [
    [("full_name", "Dr. Hans von der Heide jun."), ("full_address", "Am Wald 3, 70567 Stuttgart")],
    [("full_name", "Müller, Erika, geb. Schmidt"), ("email", "Erika <E.Mueller@GMX.de>")],
    [("full_name", "Becher (Christian Möller GmbH)"), ("phone", "4,91712E+11")],
    [("full_name", "Hans u. Erika Müller"), ("full_address", "Postfach 12 34, A-4655 Vorchdorf")],
    [("full_name", "U&S Bau G.m.b.H., z. Hd. Einkauf"), ("website", "HTTP://www.U-S.de/")],
    [("given", "Jens Agostini und Irmtraut"), ("family", "Bender"), ("status", "Verstorben")],
    [("given", "Salma K."), ("family", "Al-Hamad"), ("birth_date", "3. April 1980")],
    [("given", "Köhler"), ("family", "J."), ("salutation", "Hr.")],
    [("organization", "MÜLLER BAU GMBH & CO"), ("organization2", "KG"), ("role", "Debitor;Lead")],
    [("organization", "Wohnbaugesellschaft mbH"), ("street", "C 4, 12"), ("place", "Mannheim")],
    [
      ("family", "Graf von Stein"), ("street", "HAUPTSTR. 3-5"), ("postal_code", "8412"),
      ("place", "Werdau"),
    ],
    [
      ("organization", "Beispiel Sàrl"), ("street", "12 rue de la Paix"), ("country", "Suisse"),
      ("postal_code", "1204"), ("place", "GENÈVE"),
    ],
    [
      ("family", "Huber"), ("consent_state", "ja"), ("email", "h@huber.at"),
      ("consent_date", "17.05.2023 07:35"),
    ],
    [("family", "Huber"), ("consent_withdrawn_at", "2023-05-17"), ("email", "h@huber.at")],
    [("family", "MÃ¼ller"), ("given", "J&uuml;rgen"), ("phone", "030 1234567 / 0171 4567890")],
  ]

  @Test(arguments: everyday.indices)
  func normalizingAgainChangesNothing(index: Int) throws {
    let normalizer = Normalizer(phones: DigitJudge(), country: "DE")
    let first = try #require(normalizer.record(from: mapped(Self.everyday[index])).record)
    let second = try #require(normalizer.record(from: remapped(first)).record)
    #expect(first.kind == second.kind)
    #expect(first.values.map(\.value) == second.values.map(\.value))
  }

  @Test func resultsDoNotDependOnWhatCameBefore() {
    let used = Normalizer(phones: DigitJudge(), country: "DE")
    for values in Self.everyday + Self.everyday.reversed() {
      let fresh = Normalizer(phones: DigitJudge(), country: "DE")
      let one = used.record(from: mapped(values)).record?.values
      #expect(one == fresh.record(from: mapped(values)).record?.values)
    }
  }

  @Test func valuesAreTheSameWithoutTheSource() throws {
    let quiet = Normalizer(phones: DigitJudge(), country: "DE", tellsSource: false)
    for values in Self.everyday + [[("given", "n/a"), ("family", "Huber"), ("phone", "0")]] {
      let full = Normalizer(phones: DigitJudge(), country: "DE").record(from: mapped(values)).record
      let result = quiet.record(from: mapped(values))
      #expect(result.record?.kind == full?.kind)
      #expect(result.record?.values.map(\.value) == full?.values.map(\.value))
      #expect(result.record?.values.map(\.mark) == full?.values.map(\.mark))
      #expect(result.problems.isEmpty)
    }
    #expect(quiet.record(from: mapped([("given", "n/a")])).problems.map(\.code) == ["empty-record"])
  }

  @Test func anyTextInAnyFieldIsSurvived() {
    var state: UInt64 = 7
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let pieces: [String] = [
      "Dr.", "von", "und", "&", "(", ")", "\"", ",", ";", "/", "-", ".", "geb.", "GmbH", "c/o",
      "z.", "Hd.",
      "Ã¼", "ß", "ü", "\u{0}", "\u{200B}", "\u{FEFF}", "\n", "12", "a", "@", "<", ">", "+49",
      "E+11",
      "Str.", "Nr.", "Fa.", "Herr", "jun.", "III", "é\u{301}", "王", "🙂", "\u{202E}", "=\"", "'",
      "70567",
      "&#xD800;", "&auml;", "Postfach", "Co.", "KG", "=", "#NV", "0", " ", "\u{A0}", "i̇",
      "ﬁ", "--",
      "1.1.",
    ]
    let normalizer = Normalizer(phones: DigitJudge(), country: "DE")
    for field in Field.allCases {
      for _ in 0..<60 {
        var text = ""
        for _ in 0..<next(8) {
          text += pieces[next(pieces.count)]
          if next(2) == 0 { text += " " }
        }
        let values: [(String, String)] = [(field.rawValue, text), ("consent_channel", text)]
        _ = normalizer.record(from: mapped(values))
      }
      var bytes: [UInt8] = []
      for _ in 0..<40 { bytes.append(UInt8(next(256))) }
      _ = normalizer.record(
        from: mapped([(field.rawValue, String(decoding: bytes, as: UTF8.self))]))
    }
  }

  @Test func problemsNeverHoldAValue() {
    let result = normalized(
      ("email", "geheim.wert"), ("phone", "4,91712E+11"), ("vat_id", "DE111222333"),
      ("iban", "DE00geheim"),
      ("birth_date", "geheim"), ("country", "Geheimland"), ("place", "x"),
      ("website", "geheim wert"))
    #expect(result.problems.count == 7)
    for problem in result.problems {
      let text = problem.text(.german) + problem.text(.english)
      #expect(
        !text.lowercased().contains("geheim") && !text.contains("91712") && !text.contains("1112"))
    }
  }
}

extension Record {
  func has(_ attribute: Attribute) -> Bool { first(attribute) != nil }
}
